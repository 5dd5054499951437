import { type ErrorKey, errorText } from '@kycuong/domain/error/catalogue.ts';
import type { ErrorCode, ErrorDetails } from '@kycuong/domain/error/domain-error.ts';

/** The body of every refusal outside tRPC. */
export type Problem = {
  readonly error: { readonly code: string; readonly key: ErrorKey; readonly message: string };
};

export function problem(code: string, key: ErrorKey, details: ErrorDetails = {}): Problem {
  return { error: { code, key, message: errorText(key, 'vi', details) } };
}

/** The HTTP status of each way in which an expected failure can end. */
export const httpStatus: Readonly<Record<ErrorCode, number>> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  throttled: 429,
  unavailable: 503,
};
