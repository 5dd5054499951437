import { plainFailure } from '@kycuong/db/plain-failure.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';

/**
 * Tells whoever runs the system of a failure of ours, as one line of JSON on standard error.
 * @returns the reference by which a person who saw it can name it
 */
export function logFailure(error: unknown, about: Readonly<Record<string, unknown>> = {}): string {
  const reference = uuidV7().slice(-12);
  const failure = plainFailure(error instanceof Error ? (error.cause ?? error) : error);
  const stack = failure instanceof Error ? failure.stack : undefined;
  console.error(
    JSON.stringify({ at: new Date().toISOString(), reference, ...about, error: String(failure), stack }),
  );
  return reference;
}
