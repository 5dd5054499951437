import { correctiveAction } from '@kycuong/db/schema/corrective-action.ts';
import { finding } from '@kycuong/db/schema/finding.ts';
import { unit } from '@kycuong/db/schema/organisation.ts';
import type { PlainDate } from '@kycuong/domain/calendar/plain-date.ts';
import type { Requirement } from '@kycuong/domain/conclusion/conclusion-content.ts';
import { requirementDue } from '@kycuong/domain/conclusion/requirement-deadline.ts';
import { and, eq, inArray } from 'drizzle-orm';
import { loadCalendar } from '../calendar/load-calendar.ts';
import type { Transaction } from '../transaction.ts';

/**
 * What a conclusion asks, with what it rests on: those requirements whose finding the person may see. The due date is
 * the one that was fixed at issue, or what `issuedOn` would give.
 */
export async function requirementRows(
  tx: Transaction,
  conclusionId: string,
  requirements: readonly Requirement[],
  issuedOn: PlainDate,
) {
  if (requirements.length === 0) return [];
  const calendar = await loadCalendar(tx);
  const rows = await tx
    .select({
      finding,
      unitName: unit.name,
      actionId: correctiveAction.id,
      code: correctiveAction.code,
      dueOn: correctiveAction.dueOn,
    })
    .from(finding)
    .innerJoin(unit, eq(unit.id, finding.unitId))
    .leftJoin(
      correctiveAction,
      and(eq(correctiveAction.findingId, finding.id), eq(correctiveAction.conclusionId, conclusionId)),
    )
    .where(
      inArray(
        finding.id,
        requirements.map(({ findingId }) => findingId),
      ),
    );
  return requirements.flatMap(({ findingId, text, due }) => {
    const row = rows.find((candidate) => candidate.finding.id === findingId);
    if (row === undefined) return [];
    const { title, description, severity, itemCode, unitId } = row.finding;
    const { countedFrom, dueOn } = requirementDue(due, issuedOn, calendar);
    return {
      findingId,
      text,
      due,
      countedFrom,
      dueOn: row.dueOn ?? dueOn,
      unit: { id: unitId, name: row.unitName },
      title,
      description,
      severity,
      itemCode,
      action: row.actionId === null ? null : { id: row.actionId, code: row.code ?? '' },
    };
  });
}
