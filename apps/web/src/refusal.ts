import type { AppRouter } from '@kycuong/api/router.ts';
import { isErrorKey } from '@kycuong/domain/error/catalogue.ts';
import type { Refusal } from '@kycuong/ui/form/apply-refusal.ts';
import type { MessageKey, MessageValues, Translate } from '@kycuong/ui/i18n.ts';
import { TRPCClientError } from '@trpc/client';

/** The call did not succeed: refused, failed on the server, or never arrived. */
export function isCallFailure(error: unknown): error is TRPCClientError<AppRouter> {
  return error instanceof TRPCClientError;
}

/** What the server said no with; undefined when it did not answer at all. */
export function refusalOf(error: unknown): Refusal | undefined {
  const problem = isCallFailure(error) ? error.data?.problem : undefined;
  if (problem === undefined) return undefined;
  return {
    key: isErrorKey(problem.key) ? problem.key : 'input.invalid',
    details: problem.details,
    issues: problem.issues.flatMap(({ field, key, details }) =>
      isErrorKey(key) ? [{ field, key, details }] : [],
    ),
  };
}

/** Any failure of a call as a sentence: what happened and what to do. */
export function failureText(error: unknown, t: Translate): string {
  const refusal = refusalOf(error);
  if (refusal === undefined) return t('shell:no-connection');
  const key: MessageKey = `errors:${refusal.key}`;
  const values: MessageValues = refusal.details;
  return t(key, values);
}
