import { checklistVersion } from '@kycuong/db/schema/checklist.ts';
import { round } from '@kycuong/db/schema/planning.ts';
import { visit } from '@kycuong/db/schema/visit.ts';
import { type Actor, unitsUnder } from '@kycuong/domain/access/actor.ts';
import type { Role } from '@kycuong/domain/access/role.ts';
import { Id } from '@kycuong/domain/input/id.ts';
import { wholeNumber } from '@kycuong/domain/input/whole-number.ts';
import { visitStates } from '@kycuong/domain/visit/visit-state.ts';
import { and, asc, count, desc, eq, inArray, isNotNull, or, type SQL, sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { standsUnder } from '../organisation/covered-by.ts';
import { isSameUnit } from '../organisation/unit-sql.ts';
import { visitRows } from '../planning/visit-rows.ts';
import { query } from '../query.ts';
import type { Transaction } from '../transaction.ts';

const mine = sql`${visit.roundId} = any((select team_rounds())::uuid[])`;

/** Visits that are not kept secret from the person, and those that holders of the roles over the lead unit may know of. */
function open(tx: Transaction, actor: Actor, roles: readonly Role[]): SQL | undefined {
  const deciders = roles.flatMap((role) => unitsUnder(actor, role));
  return or(
    eq(visit.keptSecret, false),
    isNotNull(visit.checkedInAt),
    mine,
    eq(round.createdBy, actor.accountId ?? ''),
    standsUnder(tx, round.leadUnitId, deciders),
  );
}

async function progressOf(tx: Transaction, visitIds: readonly string[]) {
  const rows = await tx
    .select({
      visitId: visit.id,
      items: sql<number>`jsonb_array_length(jsonb_path_query_array(${checklistVersion.content}, '$.sections[*].items[*]'))`,
      answered: sql<number>`(select count(*)::int from answer a where a.visit_id = ${visit.id} and a.conformity is not null)`,
      dossiers: sql<number>`(select count(*)::int from dossier_sample d where d.visit_id = ${visit.id})`,
      evidenceAwaited: sql<number>`(select count(*)::int from evidence e where e.visit_id = ${visit.id} and e.status = 'awaited')`,
      evidenceReceived: sql<number>`(select count(*)::int from evidence e where e.visit_id = ${visit.id} and e.status = 'received')`,
    })
    .from(visit)
    .innerJoin(round, eq(round.id, visit.roundId))
    .innerJoin(checklistVersion, eq(checklistVersion.id, round.checklistVersionId))
    .where(inArray(visit.id, [...visitIds]));
  return new Map(rows.map(({ visitId, ...progress }) => [visitId, progress] as const));
}

/**
 * The visits of issued rounds that the person may see, the latest day first, with how far each has come. `mine`: of the
 * rounds on whose team the person is.
 */
export const listVisits = query({
  input: z.object({
    roundId: z.optional(Id),
    unitId: z.optional(Id),
    status: z.optional(z.enum(visitStates)),
    mine: z.optional(z.boolean()),
    offset: z._default(wholeNumber(0, 1_000_000), 0),
    limit: z._default(wholeNumber(1, 500), 100),
  }),
  run: async ({ tx, input, actor, now }) => {
    const wanted = and(
      isNotNull(visit.issuedAt),
      input.roundId === undefined ? undefined : eq(visit.roundId, input.roundId),
      // As `mayKnowOf` and `mayNameUnit` say, in SQL: what is not shown must not be counted, nor found by its unit.
      open(tx, actor, ['leadership', 'programme-office']),
      input.unitId === undefined
        ? undefined
        : and(isSameUnit(visit.unitId, input.unitId), open(tx, actor, ['leadership'])),
      input.status === undefined ? undefined : eq(visit.status, input.status),
      input.mine ? mine : undefined,
    );
    const [all] = await tx
      .select({ total: count() })
      .from(visit)
      .innerJoin(round, eq(round.id, visit.roundId))
      .where(wanted);
    const page = await tx
      .select({ id: visit.id })
      .from(visit)
      .innerJoin(round, eq(round.id, visit.roundId))
      .where(wanted)
      .orderBy(desc(visit.plannedOn), asc(visit.id))
      .offset(input.offset)
      .limit(input.limit);
    const ids = page.map(({ id }) => id);
    if (ids.length === 0) return { total: all?.total ?? 0, rows: [] };
    const progress = await progressOf(tx, ids);
    const rows = await visitRows(tx, actor, now, inArray(visit.id, ids));
    return {
      total: all?.total ?? 0,
      rows: ids.flatMap((id) => {
        const row = rows.find(({ visitId }) => visitId === id);
        const its = progress.get(id);
        return row === undefined || its === undefined ? [] : [{ ...row, progress: its }];
      }),
    };
  },
});
