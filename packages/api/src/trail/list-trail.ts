import { account } from '@kycuong/db/schema/access.ts';
import { unit } from '@kycuong/db/schema/organisation.ts';
import { trailEntry } from '@kycuong/db/schema/trail.ts';
import { holds } from '@kycuong/domain/access/actor.ts';
import { addDays, PlainDate } from '@kycuong/domain/calendar/plain-date.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { optionalText } from '@kycuong/domain/input/bounded-text.ts';
import { Id } from '@kycuong/domain/input/id.ts';
import { and, desc, eq, gte, like, lt, sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { matchesWords } from '../matches-words.ts';
import { query } from '../query.ts';

const pageLength = 100;

/** The first instant of a day in Vietnam. */
function dayStart(date: PlainDate): Date {
  return new Date(`${date}T00:00:00+07:00`);
}

/**
 * The audit trail, the newest first, a hundred entries at a time: who did what to which thing, and what the command
 * said. `area` is the first word of an action. `until` is the last day shown, `cursor` the `next` of the last page.
 */
export const listTrail = query({
  input: z.object({
    q: optionalText(100),
    area: z.optional(z.string().check(z.regex(/^[a-z-]{1,40}$/))),
    actorId: z.optional(Id),
    subjectId: z.optional(z.string().check(z.maxLength(100))),
    from: z.optional(PlainDate),
    until: z.optional(PlainDate),
    cursor: z.optional(z.int().check(z.minimum(1))),
  }),
  run: async ({ tx, actor, input }) => {
    if (!holds(actor, 'administrator')) throw new DomainError('forbidden', 'access.forbidden');
    const { q, area, actorId, subjectId, from, until, cursor } = input;
    const rows = await tx
      .select({
        seq: trailEntry.seq,
        at: trailEntry.at,
        actorId: trailEntry.actorId,
        actorName: trailEntry.actorName,
        username: account.username,
        action: trailEntry.action,
        subjectKind: trailEntry.subjectKind,
        subjectId: trailEntry.subjectId,
        unitId: trailEntry.unitId,
        unitName: unit.name,
        commandId: trailEntry.commandId,
        detail: trailEntry.detail,
      })
      .from(trailEntry)
      .leftJoin(account, eq(account.id, trailEntry.actorId))
      .leftJoin(unit, eq(unit.id, trailEntry.unitId))
      .where(
        and(
          q
            ? matchesWords(
                sql`concat_ws(' ', ${trailEntry.actorName}, ${account.username}, ${unit.name}, ${trailEntry.subjectId}, ${trailEntry.detail}::text)`,
                q,
              )
            : undefined,
          area === undefined ? undefined : like(trailEntry.action, `${area}.%`),
          actorId === undefined ? undefined : eq(trailEntry.actorId, actorId),
          subjectId === undefined ? undefined : eq(trailEntry.subjectId, subjectId),
          from === undefined ? undefined : gte(trailEntry.at, dayStart(from)),
          until === undefined ? undefined : lt(trailEntry.at, dayStart(addDays(until, 1))),
          cursor === undefined ? undefined : lt(trailEntry.seq, cursor),
        ),
      )
      .orderBy(desc(trailEntry.seq))
      .limit(pageLength + 1);
    const shown = rows.slice(0, pageLength);
    return {
      entries: shown.map(({ at, ...entry }) => ({ ...entry, at: at.toISOString() })),
      next: rows.length > pageLength ? (shown.at(-1)?.seq ?? null) : null,
    };
  },
});
