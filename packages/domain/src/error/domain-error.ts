import type { ErrorKey } from './catalogue.ts';

/**
 * The few ways in which an expected failure can end. Each maps to one HTTP status at the server's edge:
 * invalid 400, unauthenticated 401, forbidden 403, not-found 404, conflict 409, too-large 413, throttled 429,
 * unavailable 503.
 */
export const errorCodes = [
  'invalid',
  'unauthenticated',
  'forbidden',
  'not-found',
  'conflict',
  'too-large',
  'throttled',
  'unavailable',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** Values put into the message, and `field`: the dotted path of the input that is wrong. */
export type ErrorDetails = { readonly field?: string } & Readonly<
  Record<string, string | number | undefined>
>;

/** One wrong place in an input: the dotted path of the field, the key of the message, and its values. */
export interface InputIssue {
  readonly field: string;
  readonly key: ErrorKey;
  readonly details: ErrorDetails;
}

/** An expected failure: a code for machines, a key of the catalogue for people. */
export class DomainError extends Error {
  override readonly name = 'DomainError';
  readonly code: ErrorCode;
  readonly key: ErrorKey;
  readonly details: ErrorDetails;
  readonly issues: readonly InputIssue[];

  constructor(
    code: ErrorCode,
    key: ErrorKey,
    details: ErrorDetails = {},
    issues: readonly InputIssue[] = [],
  ) {
    super(`${code}: ${key}`);
    this.issues = issues;
    this.code = code;
    this.key = key;
    this.details = details;
  }
}
