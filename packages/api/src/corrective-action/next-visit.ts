import { visit } from '@kycuong/db/schema/visit.ts';
import type { Actor } from '@kycuong/domain/access/actor.ts';
import { dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { and, eq, gte, isNotNull } from 'drizzle-orm';
import { isSameUnit } from '../organisation/unit-sql.ts';
import { visitRows } from '../planning/visit-rows.ts';
import type { Transaction } from '../transaction.ts';

/** The next visit to the unit that this person may know of, where the team looks at open matters again. */
export async function nextVisit(
  tx: Transaction,
  actor: Actor,
  { unitId, now }: { unitId: string; now: Date },
) {
  const rows = await visitRows(
    tx,
    actor,
    now,
    and(
      isSameUnit(visit.unitId, unitId),
      eq(visit.status, 'planned'),
      isNotNull(visit.issuedAt),
      gte(visit.plannedOn, dateInVietnam(now)),
    ),
  );
  const next = rows.find((row) => row.unit !== null && !row.keptSecret);
  return next ? { visitId: next.visitId, roundId: next.roundId, plannedOn: next.plannedOn } : null;
}
