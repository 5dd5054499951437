import { type ErrorKey, errorText } from '@kycuong/domain/error/catalogue.ts';
import type { ErrorDetails } from '@kycuong/domain/error/domain-error.ts';

/** The body of every refusal outside tRPC. */
export type Problem = {
  readonly error: { readonly code: string; readonly key: ErrorKey; readonly message: string };
};

export function problem(code: string, key: ErrorKey, details: ErrorDetails = {}): Problem {
  return { error: { code, key, message: errorText(key, 'vi', details) } };
}
