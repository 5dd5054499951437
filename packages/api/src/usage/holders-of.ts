import { device } from '@kycuong/db/schema/device.ts';
import { eq } from 'drizzle-orm';
import { enter } from '../transaction.ts';
import type { Ground } from '../work.ts';

/** On whom it counts what a device hands in by itself: the device, and whoever registered it, however many those are. */
export async function holdersOf({ database, now }: Ground, deviceId: string): Promise<string[]> {
  const rows = await database.transaction(async (tx) => {
    await enter(tx, { kind: 'system', name: 'usage', roles: [] }, now());
    return tx.select({ registeredBy: device.registeredBy }).from(device).where(eq(device.id, deviceId));
  });
  return [deviceId, ...rows.map(({ registeredBy }) => registeredBy)];
}
