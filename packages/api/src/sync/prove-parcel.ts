import { device, deviceAccount } from '@kycuong/db/schema/device.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { parcelText } from '@kycuong/domain/sync/parcel.ts';
import type { OpenedParcel } from '@kycuong/domain/sync/parcel-file.ts';
import { and, eq, isNull } from 'drizzle-orm';
import { isSignedBy, readPublicKey } from '../device/verify-signature.ts';
import { enter } from '../transaction.ts';
import type { Ground } from '../work.ts';

/** What the device that made a parcel can vouch for. */
export interface Voucher {
  readonly device: string;
  /** A registered device signed it. */
  readonly signed: boolean;
  /** Signed, and by a device that has not reported its wipe: what its people wrote is taken for theirs. */
  readonly proven: boolean;
  /** Who signed in on it themselves, since they last changed their password or were signed out; nobody once it is wiped. */
  readonly authors: ReadonlySet<string>;
}

async function readDevice({ database, now }: Ground, deviceId: string) {
  return database.transaction(async (tx) => {
    await enter(tx, { kind: 'system', name: 'parcel', roles: ['administrator'] }, now());
    const { signKey, wipedAt, id } = device;
    const [row] = await tx.select({ signKey, wipedAt }).from(device).where(eq(id, deviceId));
    const people = await tx
      .select({ accountId: deviceAccount.accountId })
      .from(deviceAccount)
      .where(and(eq(deviceAccount.deviceId, deviceId), isNull(deviceAccount.silencedAt)));
    return row && { ...row, people: people.map(({ accountId }) => accountId) };
  });
}

/**
 * Whether a registered device vouches for the parcel, and for whom.
 * @throws DomainError `invalid` with `parcel.signature-wrong` when a known device's signature does not hold.
 */
export async function findVoucher(
  ground: Ground,
  { head, headHash, signature }: OpenedParcel,
): Promise<Voucher> {
  const unsigned = { device: head.device.id, signed: false, proven: false, authors: new Set<string>() };
  if (signature === null) return unsigned;
  const row = await readDevice(ground, head.device.id);
  const key = row && readPublicKey(row.signKey);
  if (row === undefined || key === undefined) return unsigned;
  if (!isSignedBy(key, parcelText(headHash), signature))
    throw new DomainError('invalid', 'parcel.signature-wrong');
  const proven = row.wipedAt === null;
  return { device: head.device.id, signed: true, proven, authors: new Set(proven ? row.people : []) };
}
