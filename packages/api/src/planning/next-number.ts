import { numberSeries } from '@kycuong/db/schema/planning.ts';
import { sql } from 'drizzle-orm';
import type { Transaction } from '../transaction.ts';

/** The next code of a series, `KT-2026-0001`. Two who ask at once wait for each other and get different numbers. */
export async function nextNumber(tx: Transaction, prefix: 'KT' | 'YC', year: string): Promise<string> {
  const key = `${prefix}-${year}`;
  const [row] = await tx
    .insert(numberSeries)
    .values({ key, last: 1 })
    .onConflictDoUpdate({ target: numberSeries.key, set: { last: sql`${numberSeries.last} + 1` } })
    .returning({ last: numberSeries.last });
  return `${key}-${String(row?.last ?? 1).padStart(4, '0')}`;
}
