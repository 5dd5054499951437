import { addMonths } from '@kycuong/domain/calendar/plain-date.ts';
import { PlainDate } from '@kycuong/domain/calendar/plain-date-schema.ts';
import { Localised } from '@kycuong/domain/checklist/checklist.ts';
import { repeatedFindings, repeatMonths } from '@kycuong/domain/finding/repeat-finding.ts';
import { Id } from '@kycuong/domain/input/id.ts';
import { sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { predecessorsOf } from '../organisation/predecessors-of.ts';
import { query } from '../query.ts';
import type { Transaction } from '../transaction.ts';
import { withinArea } from './area-scope.ts';
import { requireOversight } from './require-oversight.ts';

const Found = z.object({
  id: z.string(),
  itemCode: z.string(),
  /** The checklist line's own words, as pinned to the round. */
  title: z.nullable(Localised),
  unitId: z.string(),
  unitName: z.string(),
  foundOn: z.string(),
});

/** Findings on an item in the area, on the units' visits between two days, oldest first. */
async function findingsOf(tx: Transaction, areaId: string, from: PlainDate, to: PlainDate) {
  const rows = await tx.execute(sql`
    select f.id, f.item_code as "itemCode", u.id as "unitId", u.name as "unitName",
      (f.raised_at at time zone 'Asia/Ho_Chi_Minh')::date::text as "foundOn",
      jsonb_path_query_first(
        v.content, '$.sections[*].items[*] ? (@.code == $code).title', jsonb_build_object('code', f.item_code)
      ) as title
    from finding f
    join unit u on u.id = f.unit_id
    join round r on r.id = f.round_id
    join checklist_version v on v.id = r.checklist_version_id
    where f.item_code is not null
      and (f.raised_at at time zone 'Asia/Ho_Chi_Minh')::date between ${from} and ${to}
      and ${await withinArea(tx, 'f.unit_id', areaId, to)}
    order by f.raised_at, f.id`);
  return z.parse(z.array(Found), rows.slice());
}

/**
 * Which faults come back: for each checklist item, the units where it was found in the 24 months up to a day, and
 * those where one of these findings repeats an earlier one of the same unit or of a unit that it came from.
 */
export const repeatFindings = query({
  input: z.object({ areaId: Id, asOf: PlainDate }),
  run: async (work) => {
    const { tx, input } = work;
    await requireOversight(work, input.areaId, ['leadership', 'programme-office']);
    const since = addMonths(input.asOf, -repeatMonths);
    const all = await findingsOf(tx, input.areaId, addMonths(since, -repeatMonths), input.asOf);
    const recent = all.filter(({ foundOn }) => foundOn > since);
    const predecessors = await predecessorsOf(tx, [...new Set(recent.map(({ unitId }) => unitId))]);
    const items = [...Map.groupBy(recent, ({ itemCode }) => itemCode)].map(([itemCode, found]) => {
      const repeats = found.flatMap((finding) => {
        const [earlier] = repeatedFindings(finding, all, predecessors.get(finding.unitId) ?? []);
        return earlier ? [{ ...finding, earlier }] : [];
      });
      return {
        itemCode,
        title: found.at(-1)?.title ?? { vi: itemCode, en: itemCode },
        units: new Set(found.map(({ unitId }) => unitId)).size,
        repeatedUnits: new Set(repeats.map(({ unitId }) => unitId)).size,
        repeats: repeats.map(({ id, unitId, unitName, foundOn, earlier }) => ({
          id,
          unitId,
          unitName,
          foundOn,
          earlierOn: earlier.foundOn,
          earlierUnitName: earlier.unitName,
        })),
      };
    });
    return {
      asOf: input.asOf,
      since,
      items: items
        .filter(({ repeatedUnits }) => repeatedUnits > 0)
        .toSorted((a, b) => b.units - a.units || a.itemCode.localeCompare(b.itemCode)),
    };
  },
});
