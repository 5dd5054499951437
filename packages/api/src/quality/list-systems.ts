import { dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { PlainDate } from '@kycuong/domain/calendar/plain-date-schema.ts';
import { Id } from '@kycuong/domain/input/id.ts';
import { qualityStatus } from '@kycuong/domain/quality/quality-status.ts';
import { coverageReaders } from '@kycuong/domain/statistics/coverage-readers.ts';
import { sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { joinParent } from '../organisation/unit-sql.ts';
import { query } from '../query.ts';
import { communesOf } from '../statistics/area-units.ts';
import { requireOversight } from '../statistics/require-oversight.ts';
import type { Transaction } from '../transaction.ts';
import { loadHistories } from './load-histories.ts';
import { loadRedeclarations } from './load-redeclarations.ts';

const Place = z.object({
  id: z.string(),
  identityId: z.string(),
  code: z.string(),
  name: z.string(),
  parentName: z.nullable(z.string()),
  commune: z.boolean(),
  ended: z.boolean(),
});

/** Units below the area that have a system without being counted communes: agencies, and units that have ended. */
async function othersWithSystem(tx: Transaction, areaId: string, asOf: PlainDate) {
  const rows = await tx.execute(sql`
    select distinct on (u.identity_id) u.id, u.identity_id as "identityId", u.code, u.name,
      p.name as "parentName", u.kind in ('xa', 'phuong', 'thi-tran', 'dac-khu') as commune,
      coalesce(u.valid_until, 'infinity') < ${asOf}::date as ended
    from quality_system s
    join unit started on started.id = s.unit_id
    join unit u on u.identity_id = started.identity_id
    ${joinParent(sql`u`, sql`least(coalesce(u.valid_until, 'infinity'), ${asOf}::date)`)}
    where s.started_on <= ${asOf} and u.valid_from <= ${asOf}
      and exists (select 1 from unit_scope c where c.unit_id = u.id and c.ancestor_id = ${areaId})
    order by u.identity_id, u.mistaken_at is not null, u.valid_from desc`);
  return z.parse(z.array(Place), rows.slice());
}

/** Every commune of an area on a day with the status of its quality system, and every other unit that has one. */
export const listSystems = query({
  input: z.object({ areaId: Id, asOf: z.optional(PlainDate) }),
  run: async (work) => {
    const { tx, input, now } = work;
    const asOf = input.asOf ?? dateInVietnam(now);
    await requireOversight(work, input.areaId, [...coverageReaders, 'agency-head']);
    const communes = (await communesOf(tx, input.areaId, asOf)).map((row) => ({
      ...row,
      commune: true,
      ended: false,
    }));
    const counted = new Set(communes.map(({ identityId }) => identityId));
    const others = (await othersWithSystem(tx, input.areaId, asOf)).filter(
      ({ identityId }) => !counted.has(identityId),
    );
    const places = [...communes, ...others];
    const identities = places.map(({ identityId }) => identityId);
    const systems = new Map((await loadHistories(tx, identities)).map((one) => [one.identityId, one]));
    const due = await loadRedeclarations(tx, [...counted], asOf);
    const rows = places.map(({ id, identityId, code, name, parentName, commune, ended }) => {
      const system = systems.get(identityId);
      const told = qualityStatus(system?.history ?? [], asOf, system?.unitEnd ?? null);
      const dateOf = (rule: string) => told.reasons.find((reason) => reason.rule === rule)?.date ?? null;
      return {
        unitId: id,
        code,
        name,
        parentName,
        commune,
        ended,
        status: told.status,
        since: told.since,
        declaredOn: told.declaredOn,
        lapsesOn: told.lapsesOn,
        closeReason: told.closeReason,
        auditedOn: dateOf('audit-yearly'),
        reviewedOn: dateOf('review-yearly'),
        editionId: system?.editionId ?? null,
        sample: system?.sample ?? false,
        redeclare: due.get(identityId) ?? null,
      };
    });
    return { asOf, rows: rows.toSorted((a, b) => a.name.localeCompare(b.name, 'vi')) };
  },
});
