import { account } from '@kycuong/db/schema/access.ts';
import { device } from '@kycuong/db/schema/device.ts';
import { dailyUse } from '@kycuong/db/schema/usage.ts';
import { dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { dailyQuotas, megabyte, type UsageKind } from '@kycuong/domain/usage/quota.ts';
import { eq } from 'drizzle-orm';
import { enter } from '../transaction.ts';
import type { Ground } from '../work.ts';

const nearShare = 0.8;

export interface NearQuota {
  /** User name, or the device's label. */
  readonly who: string;
  readonly kind: UsageKind;
  /** Of the quota, of number or bytes, whichever is more: 1 is all of it. */
  readonly share: number;
}

/** Who has sent most of what a day has room for, today. */
export async function nearQuota({ database, now, quotas = dailyQuotas }: Ground): Promise<NearQuota[]> {
  const rows = await database.transaction(async (tx) => {
    await enter(tx, { kind: 'system', name: 'doctor', roles: ['administrator'] }, now());
    const { subject, kind, number, bytes, day } = dailyUse;
    return tx
      .select({ subject, kind, number, bytes, username: account.username, label: device.label })
      .from(dailyUse)
      .leftJoin(account, eq(account.id, subject))
      .leftJoin(device, eq(device.id, subject))
      .where(eq(day, dateInVietnam(now())));
  });
  return rows
    .map(({ subject, kind, number, bytes, username, label }) => {
      const quota = quotas[kind];
      const share = Math.max(number / quota.number, bytes / (quota.megabytes * megabyte));
      return { who: username ?? label ?? subject, kind, share };
    })
    .filter(({ share }) => share >= nearShare)
    .toSorted((a, b) => b.share - a.share);
}
