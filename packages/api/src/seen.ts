import { createHash } from 'node:crypto';
import type { ErrorKey } from '@kycuong/domain/error/catalogue.ts';
import { DomainError, type ErrorDetails } from '@kycuong/domain/error/domain-error.ts';
import { stringify } from 'safe-stable-stringify';

/** By what a screen names what it showed: the same words, the same version. Half of a SHA-256, hex. */
export function versionOf(shown: unknown): string {
  return createHash('sha256')
    .update(stringify(shown) ?? '')
    .digest('hex')
    .slice(0, 32);
}

/**
 * What was seen is what is judged: an act on what others write names the version that its actor read, be it an id of its own
 * or `versionOf` it; undefined where nothing stands, or stood.
 * @throws DomainError `conflict` where another one stands by now
 */
export function requireSeen(
  seen: string | null | undefined,
  standing: string | undefined,
  key: ErrorKey = 'record.changed-since',
  details: ErrorDetails = {},
): void {
  if ((seen ?? undefined) !== standing) throw new DomainError('conflict', key, details);
}
