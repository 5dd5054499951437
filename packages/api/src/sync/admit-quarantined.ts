import { account } from '@kycuong/db/schema/access.ts';
import { quarantinedCommand } from '@kycuong/db/schema/sync.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { CommandEnvelope } from '@kycuong/domain/sync/command-envelope.ts';
import { AdmitQuarantined } from '@kycuong/domain/sync/quarantine.ts';
import { eq, sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { command } from '../command.ts';
import { found } from '../query.ts';
import type { Transaction } from '../transaction.ts';
import { tellDecision } from './feed.ts';
import { findFieldVerb } from './field-commands.ts';
import { type FieldItem, fieldItem } from './field-item.ts';
import { askWithin } from './field-transaction.ts';
import { applyItem } from './judge-batch.ts';
import { loadDesk } from './load-desk.ts';
import { loadQuarantined, type QuarantineFacts } from './load-quarantined.ts';

const Kept = z.object({
  id: z.uuid(),
  payload: z.unknown(),
  envelope: z.optional(z.record(z.string(), z.unknown())),
});

/** The command as it was written. What never had a whole envelope cannot be applied by anybody. */
function itemOf({ incoming, action, authorId }: QuarantineFacts['kept']): FieldItem {
  const { id, payload, envelope } = Kept.parse(JSON.parse(incoming));
  const parsed = CommandEnvelope.safeParse({ ...envelope, id, action, payload });
  const verb = findFieldVerb(action);
  if (!parsed.success || verb === undefined) throw new DomainError('invalid', 'sync.not-admissible');
  const { action: _, payload: given, ...whole } = parsed.data;
  return fieldItem(verb, { id, payload: given, envelope: whole }, authorId);
}

/** Commands of one visit are applied one after another; before anything is written, row locks included. */
async function lockVisitOf(tx: Transaction, quarantinedId: string): Promise<void> {
  const [row] = await tx
    .select({ visitId: quarantinedCommand.visitId })
    .from(quarantinedCommand)
    .where(eq(quarantinedCommand.id, quarantinedId));
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${found(row).visitId}, 1))`);
}

/**
 * The leader has a kept command applied as it was written: its own id, author and clock, judged like any other. The
 * trail and the visit's history name the leader as who brought it in; the command's receipt stays as it was.
 */
export const admitQuarantined = command({
  action: 'quarantine.admit',
  input: AdmitQuarantined,
  load: async (work) => {
    await lockVisitOf(work.tx, work.input.quarantinedId);
    return loadQuarantined(work);
  },
  run: async ({ tx, actor, facts, commandId, now, noteConflict }) => {
    const { id, authorId, deviceId } = facts.kept;
    const item = itemOf(facts.kept);
    const ask = askWithin(tx);
    const desk = await loadDesk(ask, [item], authorId);
    const [author] = await tx
      .select({ name: account.fullName })
      .from(account)
      .where(eq(account.id, authorId));
    const judging = {
      desk,
      actor: { accountId: authorId, name: author?.name ?? '', unitId: null, grants: [] },
      author: authorId,
      senderId: actor.accountId,
      signedBy: deviceId,
      now,
      admitted: true,
    };
    const { status } = applyItem(judging, item);
    if (status === 'conflict') noteConflict();
    await desk.rows.flush(ask);
    await tx
      .update(quarantinedCommand)
      .set({ decision: 'applied', decidedBy: actor.accountId, decidedAt: now, decisionCommandId: commandId })
      .where(eq(quarantinedCommand.id, id));
    await tellDecision(tx, facts.kept);
    return { quarantinedId: id, action: item.action, author: authorId, status };
  },
  trail: (_, output) => output,
});
