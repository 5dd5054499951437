import { createHash } from 'node:crypto';
import { requireShallow } from '@kycuong/domain/input/require-sound.ts';
import { stringify } from 'safe-stable-stringify';

/**
 * SHA-256 (hex) of what a command says, whatever the order of its keys: by it a replay is known from a reused id.
 * @throws DomainError `invalid` for what is nested so deep that nobody can say it
 */
export function contentHash(action: string, payload: unknown, envelope: object | undefined): string {
  requireShallow(payload);
  return createHash('sha256')
    .update(stringify({ action, payload, envelope }) ?? '')
    .digest('hex');
}
