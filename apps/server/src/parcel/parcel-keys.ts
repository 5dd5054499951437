import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { fromBase64url } from '@kycuong/domain/sync/base64url.ts';
import { ParcelKeysText } from '@kycuong/domain/sync/parcel-keys-text.ts';
import type { ParcelKeys } from '@kycuong/domain/sync/parcel-seal.ts';

/** Keys that whoever hands a parcel in has unwrapped for it. @throws DomainError `invalid` */
export function readParcelKeys(header: string | undefined): ParcelKeys | undefined {
  if (header === undefined) return undefined;
  try {
    const text = Buffer.from(header, 'base64url').toString();
    const { key, dataKeys } = ParcelKeysText.parse(JSON.parse(text));
    const entries = Object.entries(dataKeys);
    return {
      key: fromBase64url(key),
      dataKeys: new Map(entries.map(([id, sealed]) => [id, fromBase64url(sealed)])),
    };
  } catch {
    throw new DomainError('invalid', 'input.wrong-format', { field: 'keys' });
  }
}
