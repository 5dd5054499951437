import { account } from '@kycuong/db/schema/access.ts';
import { fieldCommand } from '@kycuong/db/schema/sync.ts';
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Transaction } from '../transaction.ts';

const ends = ['visit.submit', 'visit.close'] as const;

/** What was said with handing the visit in and with closing it: kept with the command alone. */
export async function listEndNotes(tx: Transaction, visitId: string) {
  const note = sql<string>`${fieldCommand.payload} ->> 'note'`;
  const rows = await tx
    .select({ commandId: fieldCommand.id, action: fieldCommand.action, note, byName: account.fullName })
    .from(fieldCommand)
    .innerJoin(account, eq(account.id, fieldCommand.authorId))
    .where(and(eq(fieldCommand.visitId, visitId), inArray(fieldCommand.action, ends), sql`${note} <> ''`))
    .orderBy(asc(fieldCommand.appliedNo));
  return rows.map(({ action, ...said }) => ({ ...said, atClose: action === 'visit.close' }));
}
