import { deviceWipe } from '@kycuong/db/schema/device.ts';
import { OrderWipe } from '@kycuong/domain/device/wipe-order.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { and, eq, isNull } from 'drizzle-orm';
import { command } from '../command.ts';
import { loadDevice } from './load-device.ts';

/**
 * Orders a device to hand in and destroy what it holds, at its next signed contact.
 * @throws DomainError `conflict` where an order is open, it was wiped already, or this installation has no order key.
 */
export const orderWipe = command({
  action: 'device.order-wipe',
  input: OrderWipe,
  turn: ({ deviceId }) => deviceId,
  load: ({ tx, input }) => loadDevice(tx, input.deviceId),
  run: async ({ tx, input, actor, now, keys }) => {
    const { orderId: id, deviceId, reason } = input;
    if (keys.order === undefined) throw new DomainError('conflict', 'device.no-order-key');
    const standing = await tx
      .select({ wipedAt: deviceWipe.wipedAt })
      .from(deviceWipe)
      .where(and(eq(deviceWipe.deviceId, deviceId), isNull(deviceWipe.cancelledAt)));
    if (standing.some(({ wipedAt }) => wipedAt !== null)) throw new DomainError('conflict', 'device.wiped');
    if (standing.length > 0) throw new DomainError('conflict', 'device.wipe-open');
    await tx
      .insert(deviceWipe)
      .values({ id, deviceId, reason, orderedBy: actor.accountId ?? '', orderedAt: now });
    return { orderId: id };
  },
});
