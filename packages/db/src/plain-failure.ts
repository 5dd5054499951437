import { DrizzleQueryError } from 'drizzle-orm';

/** What failed, as it may be logged: Drizzle puts every value of a statement into its message, hashes of passwords too. */
export function plainFailure(error: unknown): unknown {
  return error instanceof DrizzleQueryError ? (error.cause ?? new Error(error.query)) : error;
}
