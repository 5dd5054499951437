import { PlainDate } from '@kycuong/domain/calendar/plain-date-schema.ts';
import { deadlineState } from '@kycuong/domain/corrective-action/deadline-state.ts';
import { Id } from '@kycuong/domain/input/id.ts';
import { sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { loadCalendar } from '../calendar/load-calendar.ts';
import { query } from '../query.ts';
import { withinArea } from './area-scope.ts';
import { requireOversight } from './require-oversight.ts';

const OpenAction = z.object({
  id: z.string(),
  code: z.string(),
  title: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  dueOn: z.string(),
  /** An answer lies with the programme office: the unit owes nothing. */
  answered: z.boolean(),
});

/** Working days overdue, grouped as leaders ask for it; a deadline that passed over days off counts as one day. */
export const overdueBands = [
  { from: 1, to: 5 },
  { from: 6, to: 10 },
  { from: 11, to: 20 },
  { from: 21, to: null },
] as const;

/** Corrective actions of an area that were open on a day, and those of them that were overdue. */
export const overdue = query({
  input: z.object({ areaId: Id, asOf: PlainDate }),
  run: async (work) => {
    const { tx, input } = work;
    await requireOversight(work, input.areaId, ['leadership', 'programme-office']);
    const calendar = await loadCalendar(tx);
    const open = z.parse(
      z.array(OpenAction),
      (
        await tx.execute(sql`
        select a.id, a.code, a.title, u.id as "unitId", u.name as "unitName", a.due_on::text as "dueOn",
          exists (
            select 1 from corrective_action_answer r
            where r.action_id = a.id and not r.sent_twice
              and (r.submitted_at at time zone 'Asia/Ho_Chi_Minh')::date <= ${input.asOf}
              and (r.outcome_at is null or (r.outcome_at at time zone 'Asia/Ho_Chi_Minh')::date > ${input.asOf})
          ) as answered
        from corrective_action a
        join unit u on u.id = a.unit_id
        where a.issued_on <= ${input.asOf}
          and (a.accepted_at is null or (a.accepted_at at time zone 'Asia/Ho_Chi_Minh')::date > ${input.asOf})
          and ${await withinArea(tx, 'a.unit_id', input.areaId, input.asOf)}
        order by a.due_on, a.code`)
      ).slice(),
    );
    const late = open.flatMap(({ answered, ...action }) => {
      const state = deadlineState(action.dueOn, input.asOf, calendar);
      if (answered || state.kind !== 'overdue') return [];
      return [{ ...action, workingDays: Math.max(1, state.workingDays) }];
    });
    const perUnit = Map.groupBy(late, ({ unitId }) => unitId);
    return {
      asOf: input.asOf,
      open: open.length,
      overdue: late.length,
      bands: overdueBands.map(({ from, to }) => ({
        from,
        to,
        count: late.filter(({ workingDays }) => workingDays >= from && workingDays <= (to ?? Infinity))
          .length,
      })),
      units: [...perUnit.values()]
        .flatMap(([first, ...rest]) =>
          first ? [{ id: first.unitId, name: first.unitName, count: rest.length + 1 }] : [],
        )
        .toSorted((a, b) => b.count - a.count || a.name.localeCompare(b.name, 'vi')),
      actions: late.toSorted((a, b) => b.workingDays - a.workingDays),
    };
  },
});
