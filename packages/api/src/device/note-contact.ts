import { device, deviceAccount } from '@kycuong/db/schema/device.ts';
import type { ContactReport } from '@kycuong/domain/device/contact-report.ts';
import { and, eq, isNull } from 'drizzle-orm';
import { enter } from '../transaction.ts';
import type { Request } from '../work.ts';

/** Keeps what a device tells of itself. Of an unsigned contact nothing is kept: anybody could have said it. */
export async function noteContact(
  { ground, caller, signedBy = null }: Request,
  { deviceTime, ...told }: ContactReport,
): Promise<void> {
  if (signedBy === null) return;
  await ground.database.transaction(async (tx) => {
    const now = ground.now();
    const { accountId } = await enter(tx, caller, now);
    const at = new Date(deviceTime);
    await tx
      .update(device)
      .set({
        ...told,
        lastContactAt: now,
        lastContactDeviceAt: at,
        clockOffsetMs: now.getTime() - at.getTime(),
      })
      .where(and(eq(device.id, signedBy), isNull(device.wipedAt)));
    await tx
      .update(deviceAccount)
      .set({ lastSeenAt: now })
      .where(and(eq(deviceAccount.deviceId, signedBy), eq(deviceAccount.accountId, accountId ?? '')));
  });
}
