import { recordedByMistake } from '@kycuong/db/schema/list-import.ts';
import { unit, unitLineage } from '@kycuong/db/schema/organisation.ts';
import { wholeSystem } from '@kycuong/domain/access/resource.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { joinedByLineage, pairsOf } from '@kycuong/domain/organisation/joined-by-lineage.ts';
import { MarkLinkMistaken } from '@kycuong/domain/organisation/mark-link-mistaken.ts';
import { and, eq } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { command } from '../command.ts';
import { found } from '../query.ts';
import type { Transaction } from '../transaction.ts';
import { lockUnits, rebuildScope, saveIdentities } from './change-units.ts';
import { keepMistaken } from './keep-mistaken.ts';
import { loadLineage, loadUnits } from './load-units.ts';

/** A link of the map that was recorded by mistake: what it joined is apart again, and no role reaches along it. */
export const markLinkMistaken = command({
  action: 'organisation.mark-link-mistaken',
  input: MarkLinkMistaken,
  load: async ({ input }) => ({ resource: wholeSystem, subject: { kind: 'unit-lineage', id: input.linkId } }),
  run: async (work) => {
    const { tx, input } = work;
    await lockUnits(tx);
    const { link, predecessor, successor } = await loadLink(tx, input.linkId);
    const row = {
      ...link,
      recordedAt: link.recordedAt.toISOString(),
      ...{ predecessorName: predecessor.name, predecessorCode: predecessor.code },
      ...{ successorName: successor.name, successorCode: successor.code },
    };
    await keepMistaken(work, { what: 'lineage', rowId: link.id, row, reason: input.reason });
    await tx.delete(unitLineage).where(eq(unitLineage.id, link.id));
    await joinAnew(tx, link);
    await rebuildScope(tx);
    return row;
  },
  trail: ({ reason }, row) => ({ ...row, reason }),
});

async function loadLink(tx: Transaction, linkId: string) {
  const [before, after] = [alias(unit, 'before'), alias(unit, 'after')];
  const [row] = await tx
    .select({ link: unitLineage, predecessor: before, successor: after })
    .from(unitLineage)
    .innerJoin(before, eq(before.id, unitLineage.predecessorId))
    .innerJoin(after, eq(after.id, unitLineage.successorId))
    .where(eq(unitLineage.id, linkId));
  if (row === undefined && (await isMarked(tx, linkId)))
    throw new DomainError('conflict', 'organisation.link-marked-already');
  return found(row);
}

/** Another administrator was first. */
async function isMarked(tx: Transaction, linkId: string): Promise<boolean> {
  const { what, rowId } = recordedByMistake;
  const marked = await tx
    .select({ rowId })
    .from(recordedByMistake)
    .where(and(eq(what, 'lineage'), eq(rowId, linkId)));
  return marked.length > 0;
}

/** Which units are one is told by the links that remain. */
async function joinAnew(tx: Transaction, link: typeof unitLineage.$inferSelect): Promise<void> {
  const [units, lineage] = [await loadUnits(tx), await loadLineage(tx)];
  const links = pairsOf(
    lineage.filter(({ onDate }) => onDate === link.onDate),
    units,
  );
  const { identities } = joinedByLineage({ units, links, gone: pairsOf([link], units), on: link.onDate });
  await saveIdentities(tx, identities);
}
