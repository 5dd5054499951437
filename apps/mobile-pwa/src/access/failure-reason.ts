import { errorText, isAtHand, loadErrorTexts, translate } from '../language.ts';
import { ServerFailure } from '../sync/server-failure.ts';

/** What the server said no with, or what came in its place. */
export async function failureReason(error: unknown): Promise<string> {
  const fallback = translate('field:sign-in.failed');
  if (!(error instanceof ServerFailure)) return fallback;
  const { key, trouble, details } = error;
  if (key === null)
    return trouble === 'network' || trouble === 'server' || trouble === 'signed-out'
      ? fallback
      : translate('field:sign-in.failed-because', { reason: translate(`field:sync.trouble-${trouble}`) });
  // Whoever is quick is answered before the texts have come by themselves.
  if (!isAtHand(key)) await loadErrorTexts().catch(() => undefined);
  return errorText(key, details);
}
