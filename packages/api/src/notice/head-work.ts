import { conclusion } from '@kycuong/db/schema/conclusion.ts';
import { correctiveAction } from '@kycuong/db/schema/corrective-action.ts';
import { unit, unitScope } from '@kycuong/db/schema/organisation.ts';
import { and, eq, exists, inArray } from 'drizzle-orm';
import { type Desk, type WorkItem, workItem } from './work-item.ts';

/** Corrective actions that units headed by this person have to answer. */
export async function headWork(desk: Desk): Promise<WorkItem[]> {
  const headed = desk.actor.grants.flatMap(({ role, unitId }) =>
    role === 'agency-head' && unitId !== null ? [unitId] : [],
  );
  if (headed.length === 0) return [];
  const rows = await desk.tx
    .select({ action: correctiveAction, unitName: unit.name, number: conclusion.number })
    .from(correctiveAction)
    .innerJoin(unit, eq(unit.id, correctiveAction.unitId))
    .leftJoin(conclusion, eq(conclusion.id, correctiveAction.conclusionId))
    .where(
      and(
        eq(correctiveAction.status, 'awaiting-answer'),
        exists(
          desk.tx
            .select()
            .from(unitScope)
            .where(and(eq(unitScope.unitId, correctiveAction.unitId), inArray(unitScope.ancestorId, headed))),
        ),
      ),
    );
  return rows.map(({ action: { id, title, code, dueOn }, unitName, number }) =>
    workItem(desk, {
      kind: 'answer-action',
      id,
      subject: title,
      code: number === null ? code : `${code} · ${number}`,
      unitName,
      personName: null,
      dueOn,
    }),
  );
}
