import { account } from '@kycuong/db/schema/access.ts';
import { device } from '@kycuong/db/schema/device.ts';
import { unit } from '@kycuong/db/schema/organisation.ts';
import { trailEntry, trailSeal } from '@kycuong/db/schema/trail.ts';
import { addDays } from '@kycuong/domain/calendar/plain-date.ts';
import { PlainDate } from '@kycuong/domain/calendar/plain-date-schema.ts';
import { optionalLine } from '@kycuong/domain/input/bounded-text.ts';
import { Id } from '@kycuong/domain/input/id.ts';
import { and, desc, eq, gte, inArray, like, lt, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import * as z from 'zod/mini';
import { requireReach } from '../access/reach.ts';
import { matchesWords } from '../matches-words.ts';
import { query } from '../query.ts';
import type { Transaction } from '../transaction.ts';

const sender = alias(account, 'sender');
const pageLength = 100;

/** The first instant of a day in Vietnam. */
function dayStart(date: PlainDate): Date {
  return new Date(`${date}T00:00:00+07:00`);
}

/** The number of the seal over the entry of the row at hand. The plain comparisons are what an index serves. */
const sealNumber = sql<string | null>`(
  select s.number from ${trailSeal} s
  where s.to_seq >= ${trailEntry.seq} and s.from_seq <= ${trailEntry.seq} and s.entries @> ${trailEntry.seq}
  order by s.to_seq limit 1)`;

/** When each of these seals was made. */
async function sealedAtOf(tx: Transaction, numbers: readonly number[]): Promise<Map<number, Date>> {
  const { number, sealedAt } = trailSeal;
  const rows = await tx
    .select({ number, sealedAt })
    .from(trailSeal)
    .where(inArray(number, [...new Set(numbers)]));
  return new Map(rows.map((row) => [row.number, row.sealedAt]));
}

/** Whose accounts the entries are about, of those that the reader reaches. */
async function accountsOf(tx: Transaction, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, never>();
  const { id, fullName, username } = account;
  const rows = await tx
    .select({ id, fullName, username })
    .from(account)
    .where(inArray(id, [...new Set(ids)]));
  return new Map(rows.map((row) => [row.id, row]));
}

/**
 * The audit trail, the newest first, a hundred entries at a time: who did what to which thing, and what the command
 * said, and under which seal of the chain it lies, since when. The fence leaves what lies within the reader's reach, and
 * nothing of an unannounced visit that has not begun. `area` is the first word of an action. `until` is the last day shown, `cursor` the `next` of the last page.
 */
export const listTrail = query({
  input: z.object({
    q: optionalLine(100),
    area: z.optional(z.string().check(z.regex(/^[a-z-]{1,40}$/))),
    actorId: z.optional(Id),
    subjectId: z.optional(z.string().check(z.maxLength(100))),
    from: z.optional(PlainDate),
    until: z.optional(PlainDate),
    cursor: z.optional(z.int().check(z.minimum(1))),
  }),
  run: async ({ tx, actor, input }) => {
    await requireReach(tx, actor, 'administrator');
    const { q, area, actorId, subjectId, from, until, cursor } = input;
    const rows = await tx
      .select({
        seq: trailEntry.seq,
        at: trailEntry.at,
        actorId: trailEntry.actorId,
        actorName: trailEntry.actorName,
        senderName: sender.fullName,
        username: account.username,
        action: trailEntry.action,
        subjectKind: trailEntry.subjectKind,
        subjectId: trailEntry.subjectId,
        deviceId: trailEntry.deviceId,
        deviceLabel: device.label,
        unitId: trailEntry.unitId,
        unitName: unit.name,
        commandId: trailEntry.commandId,
        detail: trailEntry.detail,
        sealNumber,
      })
      .from(trailEntry)
      .leftJoin(account, eq(account.id, trailEntry.actorId))
      .leftJoin(sender, eq(sender.id, trailEntry.senderId))
      .leftJoin(device, eq(device.id, trailEntry.deviceId))
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
    const numbers = shown.map(({ sealNumber }) => Number(sealNumber ?? 0));
    const sealedAt = await sealedAtOf(tx, numbers);
    const ids = shown.flatMap(({ subjectKind, subjectId }) => (subjectKind === 'account' ? subjectId : []));
    const accounts = await accountsOf(tx, ids);
    return {
      entries: shown.map(({ at, sealNumber, ...entry }) => {
        const number = Number(sealNumber ?? 0);
        const since = sealedAt.get(number);
        return {
          ...entry,
          at: at.toISOString(),
          subjectAccount: entry.subjectKind === 'account' ? (accounts.get(entry.subjectId) ?? null) : null,
          seal: since ? { number, sealedAt: since.toISOString() } : null,
        };
      }),
      next: rows.length > pageLength ? (shown.at(-1)?.seq ?? null) : null,
    };
  },
});
