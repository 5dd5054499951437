import { unitsUnder } from '@kycuong/domain/access/actor.ts';
import { dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { PlainDate } from '@kycuong/domain/calendar/plain-date-schema.ts';
import { sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { query } from '../query.ts';
import type { Work } from '../work.ts';
import { loadRedeclarations } from './load-redeclarations.ts';

const Place = z.object({ id: z.string(), identityId: z.string(), name: z.string() });

/** Units that must declare again as of a day, of those over which the person keeps quality or which they head. */
export async function redeclarationTasks(
  { tx, actor }: Pick<Work<unknown>, 'tx' | 'actor'>,
  asOf: PlainDate,
) {
  const over = [...unitsUnder(actor, 'quality-office'), ...unitsUnder(actor, 'agency-head')];
  if (over.length === 0) return [];
  const rows = await tx.execute(sql`
    select u.id, u.identity_id as "identityId", u.name from unit u
    where u.valid_from <= ${asOf} and coalesce(u.valid_until, 'infinity') >= ${asOf}
      and exists (
        select 1 from unit_scope s
        where s.unit_id = u.id
          and s.ancestor_id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(over)}::jsonb))
      )
    order by u.name collate "vi-x-icu"`);
  const units = z.parse(z.array(Place), rows.slice());
  const due = await loadRedeclarations(
    tx,
    units.map(({ identityId }) => identityId),
    asOf,
  );
  return units.flatMap(({ id, identityId, name }) => {
    const task = due.get(identityId);
    return task === undefined ? [] : [{ unitId: id, unitName: name, ...task }];
  });
}

export const redeclarationsDue = query({
  input: z.object({ asOf: z.optional(PlainDate) }),
  run: (work) => redeclarationTasks(work, work.input.asOf ?? dateInVietnam(work.now)),
});
