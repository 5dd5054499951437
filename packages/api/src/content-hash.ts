import { createHash } from 'node:crypto';
import { stringify } from 'safe-stable-stringify';

/** SHA-256 (hex) of what a command says, whatever the order of its keys: by it a replay is known from a reused id. */
export function contentHash(action: string, payload: unknown, envelope: object | undefined): string {
  return createHash('sha256')
    .update(stringify({ action, payload, envelope }) ?? '')
    .digest('hex');
}
