import { errorText, loadErrorTexts } from '../language.ts';
import { ServerFailure } from '../sync/server-failure.ts';

/** What the server said no with, or that it was not reached. */
export async function failureReason(error: unknown, fallback: string): Promise<string> {
  if (!(error instanceof ServerFailure) || error.key === null) return fallback;
  // Whoever is quick is answered before the texts have come by themselves.
  await loadErrorTexts();
  return errorText(error.key, error.details);
}
