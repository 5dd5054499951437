import { addMonths, PlainDate } from '@kycuong/domain/calendar/plain-date.ts';
import { repeatedFindings, repeatMonths } from '@kycuong/domain/finding/repeat-finding.ts';
import { Id } from '@kycuong/domain/input/id.ts';
import { sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { query } from '../query.ts';
import type { Transaction } from '../transaction.ts';
import { withinArea } from './area-scope.ts';
import { requireOversight } from './require-oversight.ts';

const Found = z.object({
  id: z.string(),
  itemCode: z.string(),
  title: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  foundOn: z.string(),
});

const Ancestry = z.object({ unitId: z.string(), predecessorId: z.string() });

/** Findings on an item in the area, on the units' visits between two days, oldest first. */
async function findingsOf(tx: Transaction, areaId: string, from: PlainDate, to: PlainDate) {
  const rows = await tx.execute(sql`
    select f.id, f.item_code as "itemCode", f.title, u.id as "unitId", u.name as "unitName",
      (f.raised_at at time zone 'Asia/Ho_Chi_Minh')::date::text as "foundOn"
    from finding f join unit u on u.id = f.unit_id
    where f.item_code is not null
      and (f.raised_at at time zone 'Asia/Ho_Chi_Minh')::date between ${from} and ${to}
      and ${await withinArea(tx, 'f.unit_id', areaId, to)}
    order by f.raised_at, f.id`);
  return z.parse(z.array(Found), rows.slice());
}

async function predecessorsOf(tx: Transaction, unitIds: readonly string[]): Promise<Map<string, string[]>> {
  if (unitIds.length === 0) return new Map();
  const rows = await tx.execute(sql`
    with recursive came (unit_id, id) as (
      select u.id, u.id from unit u where u.id in (${sql.join(
        unitIds.map((id) => sql`${id}::uuid`),
        sql`, `,
      )})
      union
      select came.unit_id, back.id from came join lateral (
        select l.predecessor_id as id from unit_lineage l where l.successor_id = came.id
        union all
        select b.id from unit a join unit b on b.identity_id = a.identity_id and b.valid_from < a.valid_from
        where a.id = came.id
      ) back on true
    )
    select unit_id as "unitId", id as "predecessorId" from came where id <> unit_id`);
  const pairs = Map.groupBy(z.parse(z.array(Ancestry), rows.slice()), ({ unitId }) => unitId);
  return new Map([...pairs].map(([unitId, found]) => [unitId, found.map((row) => row.predecessorId)]));
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
        title: found.at(-1)?.title ?? itemCode,
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
