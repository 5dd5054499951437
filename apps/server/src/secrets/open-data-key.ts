import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { recoveryPurpose } from '@kycuong/domain/sync/recovery-purpose.ts';
import { unwrapWith } from '@kycuong/domain/sync/sealed-key.ts';
import type { WrappedKey } from '@kycuong/domain/sync/wrapped-key.ts';
import { recoveryPrivateKey } from './recovery-key.ts';

/**
 * A tablet's data key, 32 bytes, from its wrapping for the province.
 * @throws DomainError `sync.recovery-key-absent` when that private key does not lie in the folder of secrets;
 *   `sync.seal-broken` when the wrapping was altered
 */
export async function openDataKey(
  secretsFolder: string,
  { recoveryKeyId, wrapped }: { readonly recoveryKeyId: string; readonly wrapped: WrappedKey },
): Promise<Uint8Array<ArrayBuffer>> {
  const privateKey = await recoveryPrivateKey(secretsFolder, recoveryKeyId);
  if (privateKey === undefined)
    throw new DomainError('not-found', 'sync.recovery-key-absent', { id: recoveryKeyId });
  return unwrapWith(privateKey, wrapped, recoveryPurpose);
}
