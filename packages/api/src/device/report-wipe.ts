import { device, deviceWipe } from '@kycuong/db/schema/device.ts';
import { ReportWipe } from '@kycuong/domain/device/wipe-order.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { eq } from 'drizzle-orm';
import { command } from '../command.ts';
import { perform } from '../door.ts';
import { found } from '../query.ts';
import type { Ground } from '../work.ts';
import { loadDevice } from './load-device.ts';

/**
 * The device's own word that an order is carried out. It holds for an order that was taken back too late as well.
 * @throws DomainError `forbidden` unless that very device signed it, `conflict` where it was reported before.
 */
export const reportWipe = command({
  action: 'device.report-wipe',
  input: ReportWipe,
  turn: ({ orderId }) => orderId,
  load: async ({ tx, input, signedBy }) => {
    const order = found((await tx.select().from(deviceWipe).where(eq(deviceWipe.id, input.orderId)))[0]);
    if (order.deviceId !== signedBy) throw new DomainError('forbidden', 'device.not-signed');
    return { ...(await loadDevice(tx, order.deviceId)), order };
  },
  run: async ({ tx, input, now, facts: { order } }) => {
    if (order.wipedAt !== null) throw new DomainError('conflict', 'device.wiped');
    await tx.update(deviceWipe).set({ wipedAt: now, report: input }).where(eq(deviceWipe.id, order.id));
    await tx.update(device).set({ wipedAt: now }).where(eq(device.id, order.deviceId));
  },
});

/** Nobody need be signed in on the device any more: its signature is what lets it speak. Returns the receipt's text. */
export function takeWipeReport(
  { ground, signedBy }: { readonly ground: Ground; readonly signedBy: string | null },
  incoming: { readonly id: string; readonly payload: unknown },
): Promise<string> {
  if (signedBy === null) throw new DomainError('unauthenticated', 'device.not-signed');
  const caller = { kind: 'system', name: `device ${signedBy}`, roles: ['administrator'] } as const;
  return perform(reportWipe, { ground, caller, signedBy }, incoming);
}
