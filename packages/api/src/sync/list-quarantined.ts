import { account } from '@kycuong/db/schema/access.ts';
import { device } from '@kycuong/db/schema/device.ts';
import { unit } from '@kycuong/db/schema/organisation.ts';
import { round, roundMember } from '@kycuong/db/schema/planning.ts';
import { quarantinedCommand } from '@kycuong/db/schema/sync.ts';
import { can } from '@kycuong/domain/access/permission.ts';
import { CommandEnvelope } from '@kycuong/domain/sync/command-envelope.ts';
import { ListQuarantined, type Quarantined, quarantinedAtOnce } from '@kycuong/domain/sync/quarantine.ts';
import { Receipt } from '@kycuong/domain/sync/receipt.ts';
import { serverTime } from '@kycuong/domain/sync/server-time.ts';
import { and, asc, eq, exists, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import * as z from 'zod/mini';
import { query } from '../query.ts';

const author = alias(account, 'author');
const sender = alias(account, 'sender');
const decider = alias(account, 'decider');
const registrant = alias(account, 'registrant');
const versionLetIn = alias(quarantinedCommand, 'version_let_in');

const Kept = z.object({
  payload: z.unknown(),
  envelope: z.optional(
    z.object({ writtenAt: z.optional(z.unknown()), serverOffsetMs: z.optional(z.unknown()) }),
  ),
});

/** Behind the last one of a page, in the order of the list. */
function after(cursor: string | null): SQL | undefined {
  const { decision, recordedAt, id } = quarantinedCommand;
  return cursor === null
    ? undefined
    : sql`(${decision} is not null, ${recordedAt}, ${id}) > (
        select c.decision is not null, c.recorded_at, c.id from quarantined_command c where c.id = ${cursor})`;
}

/**
 * Kept commands that the person leads or oversees, by pages: what waits before what is decided, the oldest first; what
 * waits alone unless `decided`.
 */
export const listQuarantined = query({
  input: ListQuarantined,
  run: async ({ tx, input, actor }): Promise<Quarantined[]> => {
    const kept = quarantinedCommand;
    const rows = await tx
      .select({
        kept,
        unitName: unit.name,
        roundCode: round.code,
        authorName: author.fullName,
        senderName: sender.fullName,
        deviceLabel: device.label,
        registrantName: registrant.fullName,
        deciderName: decider.fullName,
        teamRole: roundMember.role,
        otherLetIn: exists(
          tx
            .select({ one: sql`1` })
            .from(versionLetIn)
            .where(and(eq(versionLetIn.commandId, kept.commandId), eq(versionLetIn.decision, 'applied'))),
        ).mapWith(Boolean),
      })
      .from(kept)
      .innerJoin(unit, eq(unit.id, kept.unitId))
      .innerJoin(round, eq(round.id, kept.roundId))
      .leftJoin(author, eq(author.id, kept.authorId))
      .leftJoin(sender, eq(sender.id, kept.senderId))
      .leftJoin(device, eq(device.id, kept.deviceId))
      .leftJoin(registrant, eq(registrant.id, device.registeredBy))
      .leftJoin(decider, eq(decider.id, kept.decidedBy))
      .leftJoin(
        roundMember,
        and(
          eq(roundMember.roundId, kept.roundId),
          eq(roundMember.accountId, actor.accountId ?? ''),
          isNull(roundMember.removedAt),
        ),
      )
      .where(
        and(
          input.visitId === null ? undefined : eq(kept.visitId, input.visitId),
          after(input.cursor ?? null),
          input.decided === true ? undefined : isNull(kept.decision),
          or(
            eq(roundMember.role, 'leader'),
            sql`exists (select 1 from unit_scope s where s.unit_id = ${kept.unitId} and s.ancestor_id = any((select oversight())::uuid[]))
              and (${kept.visitId} = any((select unnamed_visits())::uuid[])) is not true`,
          ),
        ),
      )
      .orderBy(isNotNull(kept.decision), asc(kept.recordedAt), asc(kept.id))
      .limit(quarantinedAtOnce);
    return rows.map((row) => told(row, can(actor, 'quarantine.admit', leading(row.teamRole))));
  },
});

const leading = (teamRole: typeof roundMember.$inferSelect.role | null) => ({
  coveredBy: [],
  teamRole: teamRole ?? undefined,
});

interface Row {
  readonly kept: typeof quarantinedCommand.$inferSelect;
  readonly unitName: string;
  readonly roundCode: string;
  readonly authorName: string | null;
  readonly senderName: string | null;
  readonly deviceLabel: string | null;
  readonly registrantName: string | null;
  readonly deciderName: string | null;
  readonly otherLetIn: boolean;
}

function told({ kept, unitName, roundCode, otherLetIn, ...names }: Row, may: boolean): Quarantined {
  const mayDecide = may && kept.decision === null;
  const { id, commandId, visitId, reason, note, action, decision, decidedBy, decidedAt } = kept;
  const { payload, envelope } = Kept.parse(JSON.parse(kept.incoming));
  const own = CommandEnvelope.shape.writtenAt.safeParse(envelope?.writtenAt).data;
  const serverOffsetMs =
    CommandEnvelope.shape.serverOffsetMs.safeParse(envelope?.serverOffsetMs).data ?? null;
  const receivedAt = kept.recordedAt.toISOString();
  return {
    id,
    commandId,
    visitId,
    unitName,
    roundCode,
    author: { id: kept.authorId, name: names.authorName },
    sender: kept.senderId === null ? null : { id: kept.senderId, name: names.senderName },
    device:
      kept.deviceId === null
        ? null
        : { id: kept.deviceId, label: names.deviceLabel, registeredBy: names.registrantName },
    reason,
    note,
    refusedFor: kept.refusal === null ? null : (Receipt.parse(JSON.parse(kept.refusal)).reason ?? null),
    action,
    payload,
    writtenAt: own === undefined ? null : serverTime(own, { serverOffsetMs, receivedAt }).at,
    serverOffsetMs,
    recordedAt: receivedAt,
    authorSentAt: kept.authorSentAt?.toISOString() ?? null,
    decision:
      decision === null || decidedBy === null || decidedAt === null
        ? null
        : {
            kind: decision,
            by: { id: decidedBy, name: names.deciderName },
            at: decidedAt.toISOString(),
            reason: kept.decisionReason,
            bySending: kept.decisionCommandId === commandId,
          },
    mayDecide,
    mayAdmit: mayDecide && kept.authorSentAt === null && !otherLetIn,
  };
}
