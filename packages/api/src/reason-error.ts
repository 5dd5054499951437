import { isErrorKey } from '@kycuong/domain/error/catalogue.ts';
import { DomainError, errorCodes, type InputIssue } from '@kycuong/domain/error/domain-error.ts';
import type { Receipt } from '@kycuong/domain/sync/receipt.ts';

/** The DomainError that a stored refusal stands for. */
export function reasonError(reason: NonNullable<Receipt['reason']>): DomainError {
  const code = errorCodes.find((known) => known === reason.code) ?? 'invalid';
  const key = isErrorKey(reason.key) ? reason.key : 'input.invalid';
  const issues = reason.issues.flatMap(({ field, key: issueKey, details }): InputIssue[] =>
    isErrorKey(issueKey) ? [{ field, key: issueKey, details }] : [],
  );
  return new DomainError(code, key, reason.details, issues);
}
