import * as z from 'zod/mini';
import { toBase64url } from './base64url.ts';
import type { ParcelKeys } from './parcel-seal.ts';

/** Header by which whoever could unwrap a parcel's keys hands them in with it. */
export const parcelKeysHeader = 'kycuong-parcel-keys';

const Key = z.string().check(z.regex(/^[\w-]{43}$/));
export const ParcelKeysText = z.object({ key: Key, dataKeys: z.record(z.string(), Key) });

/** The value of the header: the keys as JSON, in base64url. */
export function writeParcelKeys({ key, dataKeys }: ParcelKeys): string {
  const text = {
    key: toBase64url(key),
    dataKeys: Object.fromEntries([...dataKeys].map(([id, bytes]) => [id, toBase64url(bytes)])),
  };
  return toBase64url(new TextEncoder().encode(JSON.stringify(text)));
}
