import type { Database } from '@kycuong/db/connection.ts';
import { deviceAccount } from '@kycuong/db/schema/device.ts';
import { and, eq } from 'drizzle-orm';
import { atSignIn } from '../access/sessions.ts';

/** Whoever has signed in on a device, with all that there is to show, has their voice on it again. */
export async function speakAgain(
  database: Database,
  { deviceId, accountId }: { readonly deviceId: string; readonly accountId: string },
  now: Date,
): Promise<void> {
  await atSignIn(database, (tx) =>
    tx
      .update(deviceAccount)
      .set({ silencedAt: null, lastSeenAt: now })
      .where(and(eq(deviceAccount.deviceId, deviceId), eq(deviceAccount.accountId, accountId))),
  );
}
