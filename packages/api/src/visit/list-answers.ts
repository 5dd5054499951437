import { account } from '@kycuong/db/schema/access.ts';
import { answer } from '@kycuong/db/schema/visit.ts';
import { earliestWorkMs } from '@kycuong/domain/sync/server-time.ts';
import { eq, inArray } from 'drizzle-orm';
import type { Transaction } from '../transaction.ts';

type Writers = (typeof answer.$inferSelect)['writers'];

/** Who wrote last, and when by the clock of the device (cut back where it ran ahead); null where that was never set. */
function lastWriter(writers: Writers): { author: string; at: string | null } | undefined {
  const [last] = Object.values(writers).toSorted((a, b) => (a.clock < b.clock ? 1 : -1));
  if (last === undefined) return undefined;
  const ms = Number.parseInt(last.clock.slice(0, 12), 16);
  return { author: last.author, at: ms < earliestWorkMs ? null : new Date(ms).toISOString() };
}

/** What now stands as the answers of a visit, and who wrote each last. */
export async function listAnswers(tx: Transaction, visitId: string) {
  const rows = await tx.select().from(answer).where(eq(answer.visitId, visitId));
  const authors = rows.flatMap(({ writers }) => lastWriter(writers)?.author ?? []);
  const people =
    authors.length === 0
      ? []
      : await tx
          .select({ id: account.id, fullName: account.fullName })
          .from(account)
          .where(inArray(account.id, authors));
  const names = new Map(people.map(({ id, fullName }) => [id, fullName]));
  return rows.map(({ itemCode, conformity, count: counted, note, writers }) => {
    const last = lastWriter(writers);
    return {
      itemCode,
      conformity,
      count: counted,
      note,
      writtenByName: names.get(last?.author ?? '') ?? null,
      writtenAt: last?.at ?? null,
    };
  });
}
