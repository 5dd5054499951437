import { device, deviceAccount } from '@kycuong/db/schema/device.ts';
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Transaction } from '../transaction.ts';

/** By account, the devices on which it works and the keys to seal for them. Wiped ones are left out. */
export async function devicesOf(tx: Transaction, accountIds: readonly string[]) {
  const rows = await tx
    .select({ accountId: deviceAccount.accountId, id: device.id, agreeKey: device.agreeKey })
    .from(deviceAccount)
    .innerJoin(device, eq(device.id, deviceAccount.deviceId))
    .where(and(inArray(deviceAccount.accountId, [...accountIds]), isNull(device.wipedAt)))
    .orderBy(asc(device.id));
  return new Map(
    [...Map.groupBy(rows, ({ accountId }) => accountId)].map(([accountId, devices]) => [
      accountId,
      devices.map(({ id, agreeKey }) => ({ id, agreeKey })),
    ]),
  );
}
