import { dailyUse } from '@kycuong/db/schema/usage.ts';
import { addDays, dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { lt } from 'drizzle-orm';
import { enter } from '../transaction.ts';
import type { Ground } from '../work.ts';

/** So long it is told who sent how much. */
const toldDays = 60;

/** Takes away the counts of days long past. */
export async function clearUse({ database, now }: Ground): Promise<void> {
  await database.transaction(async (tx) => {
    await enter(tx, { kind: 'system', name: 'usage', roles: [] }, now());
    await tx.delete(dailyUse).where(lt(dailyUse.day, addDays(dateInVietnam(now()), -toldDays)));
  });
}
