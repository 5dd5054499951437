import { errorText } from '../language.ts';
import { ServerFailure } from '../sync/server-failure.ts';

/** What the server said no with, or that it was not reached. */
export function failureReason(error: unknown, fallback: string): string {
  return error instanceof ServerFailure && error.key !== null
    ? errorText(error.key, error.details)
    : fallback;
}
