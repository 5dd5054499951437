import { device } from '@kycuong/db/schema/device.ts';
import { eq } from 'drizzle-orm';
import { coveredByAll } from '../access/reach.ts';
import { found } from '../query.ts';
import type { Transaction } from '../transaction.ts';

/** A device as a thing to act upon: it belongs to the unit of whoever registered it. @throws DomainError `not-found` */
export async function loadDevice(tx: Transaction, deviceId: string) {
  const row = found((await tx.select().from(device).where(eq(device.id, deviceId)))[0]);
  return {
    resource: { coveredBy: await coveredByAll(tx, [row.unitId]) },
    subject: { kind: 'device', id: row.id, unitId: row.unitId },
    device: row,
  };
}
