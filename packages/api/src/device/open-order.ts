import { deviceWipe } from '@kycuong/db/schema/device.ts';
import { type SignedWipeOrder, wipeOrderText } from '@kycuong/domain/device/wipe-order.ts';
import { and, eq, isNull } from 'drizzle-orm';
import { atSignIn } from '../access/sessions.ts';
import type { Ground } from '../work.ts';
import type { Signer } from './find-signer.ts';

/**
 * The order that stands for a device, signed for the one contact that asks. Read from the database each time, so an
 * order and its cancelling hold at once on every server. Null: none stands.
 */
export async function openOrder(
  { database, now, keys }: Ground,
  { deviceId, signature }: Signer,
): Promise<SignedWipeOrder | null> {
  const key = keys?.order;
  if (key === undefined) return null;
  return atSignIn(database, async (tx) => {
    const [row] = await tx
      .select()
      .from(deviceWipe)
      .where(
        and(eq(deviceWipe.deviceId, deviceId), isNull(deviceWipe.cancelledAt), isNull(deviceWipe.wipedAt)),
      );
    if (row === undefined) return null;
    if (row.fetchedAt === null)
      await tx.update(deviceWipe).set({ fetchedAt: now() }).where(eq(deviceWipe.id, row.id));
    const order = {
      orderId: row.id,
      deviceId,
      orderedAt: row.orderedAt.toISOString(),
      reason: row.reason,
      contact: signature,
    };
    return { ...order, signature: key.sign(wipeOrderText(order)) };
  });
}
