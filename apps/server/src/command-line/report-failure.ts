import { errorText } from '@kycuong/domain/error/catalogue.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { UsageError } from './usage-error.ts';

type Failure = { readonly code: string; readonly message: string; readonly line?: number };

/** Tells a failure, as `{error: {code, message, line?}}` on standard output or in words on standard error; returns the exit code. */
export function reportFailure(error: unknown, json: boolean): 1 | 2 {
  const failure = describe(error);
  if (json) console.log(JSON.stringify({ error: failure }));
  else
    console.error(failure.line === undefined ? failure.message : `Dòng ${failure.line}: ${failure.message}`);
  return error instanceof UsageError ? 2 : 1;
}

function describe(error: unknown): Failure {
  if (error instanceof UsageError) return { code: 'usage', message: error.message };
  if (error instanceof DomainError) {
    const { line } = error.details;
    const message = messageOf(error);
    return { code: error.key, message, ...(typeof line === 'number' ? { line } : {}) };
  }
  console.error(error);
  return { code: 'system.unexpected', message: error instanceof Error ? error.message : String(error) };
}

/** Wrong input names every wrong place; anything else is one sentence. */
function messageOf({ key, details, issues }: DomainError): string {
  if (issues.length === 0) return errorText(key, 'vi', details);
  // Not wrong places, but ways on.
  if (key === 'file.columns-unknown')
    return [
      errorText(key, 'vi', details),
      ...issues.map((issue) => `--ignore "${issue.details.column}"`),
    ].join(' ');
  return issues.map((issue) => `${issue.field}: ${errorText(issue.key, 'vi', issue.details)}`).join(' ');
}
