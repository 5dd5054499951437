import { dailyUse } from '@kycuong/db/schema/usage.ts';
import { dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { dailyQuotas, megabyte, type Quota, type UsageKind } from '@kycuong/domain/usage/quota.ts';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { enter } from '../transaction.ts';
import type { Ground } from '../work.ts';

const system = { kind: 'system', name: 'usage', roles: [] } as const;

interface Use {
  readonly kind: UsageKind;
  /** Accounts and devices on which it counts; each has its quota. */
  readonly subjects: readonly string[];
  readonly bytes: number;
  /** Zero: bytes of what was counted before. */
  readonly number?: 0 | 1;
}

export function dayFull({ number, megabytes }: Quota): DomainError {
  return new DomainError('throttled', 'usage.day-full', { number, megabytes });
}

/** Counts rows of a buffer. Fails where the day is full (`isDayFull`): then nothing that the transaction wrote stays. */
export const useSql = `select count_use(subject, kind, day, number, bytes, most_number, most_bytes)
from json_to_recordset($rows::json) as n(subject uuid, kind text, day date, number integer, bytes bigint,
  most_number integer, most_bytes bigint)`;

/**
 * Counts before anything is taken in, on all or on none. Whoever comes at the same moment waits for the row, so that
 * any number of requests at once pass no quota. Gives back how to take the bytes off again, where nothing of them stayed.
 * @throws DomainError `throttled` with `usage.day-full`
 */
export async function countUse(
  { database, now: clock, quotas = dailyQuotas }: Ground,
  { kind, subjects, bytes, number = 1 }: Use,
): Promise<() => Promise<void>> {
  const now = clock();
  const day = dateInVietnam(now);
  const quota = quotas[kind];
  const most = quota.megabytes * megabyte;
  if (bytes > most) throw dayFull(quota);
  // In an order of their own, so that two who count on the same do not wait for each other.
  const sorted = [...new Set(subjects)].toSorted();
  await database.transaction(async (tx) => {
    await enter(tx, system, now);
    for (const subject of sorted) {
      const counted = await tx
        .insert(dailyUse)
        .values({ subject, kind, day, number, bytes })
        .onConflictDoUpdate({
          target: [dailyUse.subject, dailyUse.kind, dailyUse.day],
          set: {
            number: sql`${dailyUse.number} + excluded.number`,
            bytes: sql`${dailyUse.bytes} + excluded.bytes`,
          },
          setWhere: sql`${dailyUse.number} + excluded.number <= ${quota.number} and ${dailyUse.bytes} + excluded.bytes <= ${most}`,
        })
        .returning({ number: dailyUse.number });
      if (counted.length === 0) throw dayFull(quota);
    }
  });
  return async () => {
    await database.transaction(async (tx) => {
      await enter(tx, system, now);
      const mine = and(inArray(dailyUse.subject, sorted), eq(dailyUse.kind, kind), eq(dailyUse.day, day));
      await tx
        .update(dailyUse)
        .set({ bytes: sql`${dailyUse.bytes} - ${bytes}` })
        .where(mine);
    });
  };
}
