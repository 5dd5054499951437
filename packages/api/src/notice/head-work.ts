import { conclusion } from '@kycuong/db/schema/conclusion.ts';
import { correctiveAction } from '@kycuong/db/schema/corrective-action.ts';
import { unit } from '@kycuong/db/schema/organisation.ts';
import { unitsUnder } from '@kycuong/domain/access/actor.ts';
import { and, eq } from 'drizzle-orm';
import { standsUnder } from '../organisation/covered-by.ts';
import { type Desk, type WorkItem, workItem } from './work-item.ts';

/** Corrective actions that units headed by this person have to answer. */
export async function headWork(desk: Desk): Promise<WorkItem[]> {
  const headed = unitsUnder(desk.actor, 'agency-head');
  if (headed.length === 0) return [];
  const rows = await desk.tx
    .select({ action: correctiveAction, unitName: unit.name, number: conclusion.number })
    .from(correctiveAction)
    .innerJoin(unit, eq(unit.id, correctiveAction.unitId))
    .leftJoin(conclusion, eq(conclusion.id, correctiveAction.conclusionId))
    .where(
      and(
        eq(correctiveAction.status, 'awaiting-answer'),
        standsUnder(desk.tx, correctiveAction.unitId, headed),
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
