import type { Database } from '@kycuong/db/connection.ts';
import { device } from '@kycuong/db/schema/device.ts';
import { and, eq, isNull } from 'drizzle-orm';
import { atSignIn } from '../access/sessions.ts';

/** The device that signed, unless it has reported its wipe: then it is no tablet any more. */
export async function liveDevice(database: Database, signedBy: string | null): Promise<string | null> {
  if (signedBy === null) return null;
  const [row] = await atSignIn(database, (tx) =>
    tx
      .select({ id: device.id })
      .from(device)
      .where(and(eq(device.id, signedBy), isNull(device.wipedAt))),
  );
  return row?.id ?? null;
}
