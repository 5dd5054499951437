import { finding } from '@kycuong/db/schema/finding.ts';
import { dateInVietnam, type PlainDate } from '@kycuong/domain/calendar/plain-date.ts';
import { repeatedFindings } from '@kycuong/domain/finding/repeat-finding.ts';
import { and, eq, inArray, lt } from 'drizzle-orm';
import { predecessorsOf } from '../organisation/predecessors-of.ts';
import type { Transaction } from '../transaction.ts';

/** The latest finding that this one repeats, of the unit or one that it came from, as far as the person may see it. */
export async function earlierFinding(
  tx: Transaction,
  its: typeof finding.$inferSelect,
): Promise<{ findingId: string; foundOn: PlainDate; title: string } | null> {
  if (its.itemCode === null) return null;
  const predecessors = (await predecessorsOf(tx, [its.unitId])).get(its.unitId) ?? [];
  const rows = await tx
    .select()
    .from(finding)
    .where(
      and(
        eq(finding.itemCode, its.itemCode),
        inArray(finding.unitId, [its.unitId, ...predecessors]),
        lt(finding.raisedAt, its.raisedAt),
      ),
    );
  const found = ({ raisedAt, ...row }: typeof finding.$inferSelect) => ({
    ...row,
    foundOn: dateInVietnam(raisedAt),
  });
  const [latest] = repeatedFindings(found(its), rows.map(found), predecessors);
  return latest ? { findingId: latest.id, foundOn: latest.foundOn, title: latest.title } : null;
}
