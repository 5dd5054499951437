import { unit } from '@kycuong/db/schema/organisation.ts';
import { round } from '@kycuong/db/schema/planning.ts';
import { visit } from '@kycuong/db/schema/visit.ts';
import { PlainDate } from '@kycuong/domain/calendar/plain-date-schema.ts';
import { RoundForm } from '@kycuong/domain/planning/round-kind.ts';
import { roundStates } from '@kycuong/domain/planning/round-state.ts';
import { and, desc, eq, gte, inArray, lte } from 'drizzle-orm';
import * as z from 'zod/mini';
import { query } from '../query.ts';
import { visitRows } from './visit-rows.ts';

const most = 200;

/** The rounds that the person may see, newest first, each with its visits; at most 200. */
export const listRounds = query({
  input: z.object({
    forms: z.optional(z.array(RoundForm).check(z.maxLength(5))),
    states: z.optional(z.array(z.enum(roundStates)).check(z.maxLength(3))),
    /** Rounds whose time touches this span. */
    from: z.optional(PlainDate),
    to: z.optional(PlainDate),
  }),
  run: async ({ tx, actor, input, now }) => {
    const rows = await tx
      .select({ round, leadUnitName: unit.name })
      .from(round)
      .innerJoin(unit, eq(unit.id, round.leadUnitId))
      .where(
        and(
          input.forms?.length ? inArray(round.form, input.forms) : undefined,
          input.states?.length ? inArray(round.status, input.states) : undefined,
          input.from ? gte(round.endsOn, input.from) : undefined,
          input.to ? lte(round.startsOn, input.to) : undefined,
        ),
      )
      .orderBy(desc(round.startsOn), desc(round.code))
      .limit(most + 1);
    const shown = rows.slice(0, most);
    const ids = shown.map((row) => row.round.id);
    const visits = ids.length === 0 ? [] : await visitRows(tx, actor, now, inArray(visit.roundId, ids));
    return {
      more: rows.length > most,
      rounds: shown.map(({ round: row, leadUnitName }) => ({
        roundId: row.id,
        code: row.code,
        name: row.name,
        form: row.form,
        field: row.field,
        decisionNo: row.decisionNo,
        decisionDate: row.decisionDate,
        startsOn: row.startsOn,
        endsOn: row.endsOn,
        status: row.status,
        leadUnitName,
        visits: visits.filter(({ roundId }) => roundId === row.id),
      })),
    };
  },
});
