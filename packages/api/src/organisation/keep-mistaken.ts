import { recordedByMistake } from '@kycuong/db/schema/list-import.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import type { Transaction } from '../transaction.ts';
import type { Work } from '../work.ts';

type Mistaken = Pick<
  typeof recordedByMistake.$inferInsert,
  'what' | 'rowId' | 'row' | 'reason' | 'accountId' | 'unitId'
>;

/** Puts aside what was recorded by mistake, with who says so and why, before it leaves its table. */
export async function keepMistaken(
  { tx, actor, now }: Pick<Work<unknown>, 'actor' | 'now'> & { readonly tx: Transaction },
  mistaken: Mistaken,
): Promise<void> {
  await tx.insert(recordedByMistake).values({
    ...mistaken,
    ...{ id: uuidV7(now.getTime()), markedBy: actor.accountId, markerName: actor.name, markedAt: now },
  });
}
