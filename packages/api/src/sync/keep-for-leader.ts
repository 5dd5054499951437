import { round, roundMember } from '@kycuong/db/schema/planning.ts';
import { commandReceipt, quarantinedCommand } from '@kycuong/db/schema/sync.ts';
import { visit } from '@kycuong/db/schema/visit.ts';
import { refusal } from '@kycuong/domain/access/permission.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { CommandEnvelope } from '@kycuong/domain/sync/command-envelope.ts';
import type { QuarantineReason } from '@kycuong/domain/sync/quarantine.ts';
import { and, eq, isNull, ne, sql } from 'drizzle-orm';
import { contentHash } from '../content-hash.ts';
import { coveredBy } from '../organisation/covered-by.ts';
import { enter } from '../transaction.ts';
import type { Ground, Request } from '../work.ts';

export interface KeptWork {
  /** Who hands it in; undefined: the device itself, vouched for by its signature. */
  readonly sender: Request | undefined;
  readonly reason: QuarantineReason;
}

const system = { kind: 'system', name: 'parcel', roles: ['administrator'] } as const;

function toldOnly(
  id: string,
  action: string,
  { code, key, details, issues }: DomainError,
  now: Date,
): string {
  const reason = { code, key, details, issues };
  return JSON.stringify({ id, action, status: 'refused', at: now.toISOString(), reason });
}

/** Whether the person may work at that visit: only then may he bring others' work to it. */
async function mayBring({ ground, caller }: Request, visitId: string): Promise<boolean> {
  return ground.database.transaction(async (tx) => {
    const actor = await enter(tx, caller, ground.now());
    const [row] = await tx.select().from(visit).where(eq(visit.id, visitId));
    if (row === undefined) return false;
    const [member] = await tx
      .select({ role: roundMember.role })
      .from(roundMember)
      .where(
        and(
          eq(roundMember.roundId, row.roundId),
          eq(roundMember.accountId, actor.accountId ?? ''),
          isNull(roundMember.removedAt),
        ),
      );
    const resource = { coveredBy: await coveredBy(tx, row.unitId), teamRole: member?.role };
    return refusal(actor, 'command.hand-in', resource) === undefined;
  });
}

/**
 * Keeps a command whose author is not proven, or may not be let in, for the leader of the team: stored, not applied.
 * Gives the receipt's text; what is known already keeps the receipt it has.
 */
export async function keepForLeader(
  ground: Ground,
  raw: unknown,
  { sender, reason }: KeptWork,
): Promise<string | null> {
  const now = ground.now();
  const { data } = CommandEnvelope.safeParse(raw);
  if (data === undefined) return null;
  const { action, payload, ...envelope } = data;
  const { id, author, visitId } = envelope;
  if (sender !== undefined && !(await mayBring(sender, visitId)))
    return toldOnly(id, action, new DomainError('forbidden', 'sync.author-not-sender'), now);
  const hash = contentHash(action, payload, envelope);
  return ground.database.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${id}, 0))`);
    await enter(tx, system, now);
    const [known] = await tx.select().from(commandReceipt).where(eq(commandReceipt.id, id));
    if (known !== undefined)
      return known.contentHash === hash && known.authorId === author
        ? known.receipt
        : toldOnly(id, action, new DomainError('conflict', 'sync.id-reused'), now);
    const [place] = await tx
      .select({ roundId: visit.roundId, unitId: visit.unitId })
      .from(visit)
      .innerJoin(round, eq(round.id, visit.roundId))
      .where(and(eq(visit.id, visitId), ne(round.status, 'draft')));
    if (place === undefined)
      return toldOnly(id, action, new DomainError('not-found', 'record.not-found'), now);
    const told = { code: 'forbidden', key: reason, details: {}, issues: [] };
    const receipt = JSON.stringify({
      id,
      action,
      status: 'quarantined',
      at: now.toISOString(),
      reason: told,
    });
    const senderId = sender?.caller.kind === 'person' ? sender.caller.accountId : null;
    const who = { authorId: author, senderId, action, contentHash: hash, recordedAt: now };
    await tx.insert(commandReceipt).values({
      ...who,
      id,
      base: envelope.base,
      status: 'quarantined',
      receipt,
    });
    await tx.insert(quarantinedCommand).values({
      ...who,
      ...place,
      id,
      visitId,
      reason,
      incoming: JSON.stringify({ id, payload, envelope }),
    });
    return receipt;
  });
}
