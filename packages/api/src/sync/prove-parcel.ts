import type { Database } from '@kycuong/db/connection.ts';
import { device } from '@kycuong/db/schema/device.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { parcelText } from '@kycuong/domain/sync/parcel.ts';
import type { OpenedParcel } from '@kycuong/domain/sync/parcel-file.ts';
import { eq } from 'drizzle-orm';
import { atSignIn } from '../access/sessions.ts';
import { isSignedBy, readPublicKey } from '../device/verify-signature.ts';

/**
 * Whether a registered device vouches for the parcel. False: the device is unknown, or nothing is signed.
 * @throws DomainError `invalid` with `parcel.signature-wrong` when a known device's signature does not hold.
 */
export async function isProven(
  database: Database,
  { head, headHash, signature }: OpenedParcel,
): Promise<boolean> {
  if (signature === null) return false;
  const [row] = await atSignIn(database, (tx) =>
    tx.select({ signKey: device.signKey }).from(device).where(eq(device.id, head.device.id)),
  );
  const key = row && readPublicKey(row.signKey);
  if (key === undefined) return false;
  if (!isSignedBy(key, parcelText(headHash), signature))
    throw new DomainError('invalid', 'parcel.signature-wrong');
  return true;
}
