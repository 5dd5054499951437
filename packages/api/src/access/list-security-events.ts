import { account, securityEvent } from '@kycuong/db/schema/access.ts';
import { browserName } from '@kycuong/domain/access/browser-name.ts';
import { securityKinds } from '@kycuong/domain/access/security-event.ts';
import { addDays, type PlainDate } from '@kycuong/domain/calendar/plain-date.ts';
import { PlainDate as Day } from '@kycuong/domain/calendar/plain-date-schema.ts';
import { Id } from '@kycuong/domain/input/id.ts';
import { and, desc, eq, gte, lt } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import * as z from 'zod/mini';
import { query } from '../query.ts';
import { requireReach } from './reach.ts';

const by = alias(account, 'by');
const pageLength = 100;

/** The first instant of a day in Vietnam. */
const dayStart = (date: PlainDate) => new Date(`${date}T00:00:00+07:00`);

/**
 * The security log, the newest first, a hundred events at a time. The fence shows administrators what concerns their
 * accounts, and those of the whole system what concerns nobody's as well. `until` is the last day shown.
 */
export const listSecurityEvents = query({
  input: z.object({
    accountId: z.optional(Id),
    kind: z.optional(z.enum(securityKinds)),
    from: z.optional(Day),
    until: z.optional(Day),
    cursor: z.optional(z.int().check(z.minimum(1))),
  }),
  run: async ({ tx, actor, input: { accountId, kind, from, until, cursor } }) => {
    // Whose events: the fence knows. Everybody else would see but their own.
    await requireReach(tx, actor, 'administrator');
    const rows = await tx
      .select({
        event: securityEvent,
        username: account.username,
        fullName: account.fullName,
        byName: by.fullName,
      })
      .from(securityEvent)
      .leftJoin(account, eq(account.id, securityEvent.accountId))
      .leftJoin(by, eq(by.id, securityEvent.byId))
      .where(
        and(
          accountId === undefined ? undefined : eq(securityEvent.accountId, accountId),
          kind === undefined ? undefined : eq(securityEvent.kind, kind),
          from === undefined ? undefined : gte(securityEvent.at, dayStart(from)),
          until === undefined ? undefined : lt(securityEvent.at, dayStart(addDays(until, 1))),
          cursor === undefined ? undefined : lt(securityEvent.id, cursor),
        ),
      )
      .orderBy(desc(securityEvent.id))
      .limit(pageLength + 1);
    const shown = rows.slice(0, pageLength);
    return {
      events: shown.map(({ event: { bucket, sessionRef, browser, at, ...event }, ...names }) => ({
        ...event,
        ...names,
        ...browserName(browser),
        at: at.toISOString(),
      })),
      next: rows.length > pageLength ? (shown.at(-1)?.event.id ?? null) : null,
    };
  },
});
