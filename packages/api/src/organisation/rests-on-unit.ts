import { restingThing } from '@kycuong/domain/organisation/resting-thing.ts';
import { sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import type { Transaction } from '../transaction.ts';

const Resting = z.object({ thing: z.string(), amount: z.int() });

/** What names an interval of a unit. Of inspections it is not said how many. */
export async function restsOnUnit(tx: Transaction, unitId: string) {
  const rows = await tx.execute(sql`select thing, amount from rests_on_unit(${unitId})`);
  const amounts = new Map<ReturnType<typeof restingThing>, number>();
  for (const { thing, amount } of z.parse(z.array(Resting), rows.slice())) {
    const group = restingThing(thing);
    amounts.set(group, (amounts.get(group) ?? 0) + amount);
  }
  const hidden: ReadonlySet<string> = new Set(['inspections', 'something']);
  return [...amounts].map(([thing, amount]) => ({ thing, amount: hidden.has(thing) ? null : amount }));
}
