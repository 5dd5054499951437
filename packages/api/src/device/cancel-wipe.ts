import { deviceWipe } from '@kycuong/db/schema/device.ts';
import { CancelWipe } from '@kycuong/domain/device/wipe-order.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { eq } from 'drizzle-orm';
import { command } from '../command.ts';
import { found } from '../query.ts';
import { loadDevice } from './load-device.ts';

/**
 * Takes an order back. A device that has begun to destroy does not hear it any more, and its report says so.
 * @throws DomainError `conflict` where it was carried out or taken back before.
 */
export const cancelWipe = command({
  action: 'device.cancel-wipe',
  input: CancelWipe,
  turn: ({ orderId }) => orderId,
  load: async ({ tx, input }) => {
    const order = found((await tx.select().from(deviceWipe).where(eq(deviceWipe.id, input.orderId)))[0]);
    return { ...(await loadDevice(tx, order.deviceId)), order };
  },
  run: async ({ tx, input, actor, now, facts: { order } }) => {
    if (order.wipedAt !== null) throw new DomainError('conflict', 'device.wiped');
    if (order.cancelledAt !== null) throw new DomainError('conflict', 'device.wipe-cancelled');
    await tx
      .update(deviceWipe)
      .set({ cancelledAt: now, cancelledBy: actor.accountId })
      .where(eq(deviceWipe.id, input.orderId));
  },
});
