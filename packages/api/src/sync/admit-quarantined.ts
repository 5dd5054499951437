import { account } from '@kycuong/db/schema/access.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { Id } from '@kycuong/domain/input/id.ts';
import { CommandEnvelope } from '@kycuong/domain/sync/command-envelope.ts';
import { AdmitQuarantined } from '@kycuong/domain/sync/quarantine.ts';
import { eq } from 'drizzle-orm';
import * as z from 'zod/mini';
import { command } from '../command.ts';
import { appliedText } from '../receipt-text.ts';
import { concludeKept } from './conclude-kept.ts';
import { door } from './desk.ts';
import { findFieldVerb } from './field-commands.ts';
import { type FieldItem, fieldItem } from './field-item.ts';
import { type Ask, askWithin } from './field-transaction.ts';
import { applyItem } from './judge-batch.ts';
import { loadDesk, loadStored } from './load-desk.ts';
import { loadQuarantined, type QuarantineFacts } from './load-quarantined.ts';
import { requireOfVisit } from './require-of-visit.ts';

const Kept = z.object({
  id: Id,
  payload: z.unknown(),
  envelope: z.optional(z.record(z.string(), z.unknown())),
});

/** The command as it was written. What never had a whole envelope cannot be applied by anybody. */
function itemOf({ incoming, action, authorId, visitId }: QuarantineFacts['kept']): FieldItem {
  requireOfVisit(incoming, visitId);
  const { id, payload, envelope } = Kept.parse(JSON.parse(incoming));
  const parsed = CommandEnvelope.safeParse({ ...envelope, id, action, payload });
  const verb = findFieldVerb(action);
  if (!parsed.success || verb === undefined) throw new DomainError('invalid', 'sync.not-admissible');
  const { action: _, payload: given, ...whole } = parsed.data;
  return fieldItem(verb, { id, payload: given, envelope: whole }, authorId);
}

/** @throws DomainError `conflict` where the author's own, or another version, has come to something. */
async function requireNoReceipt(ask: Ask, commandId: string): Promise<void> {
  await ask(door('system'));
  const stored = await loadStored(ask, [commandId]);
  await ask(door('person'));
  if (stored.length > 0) throw new DomainError('conflict', 'sync.other-stands');
}

interface Receiving {
  readonly status: 'applied' | 'conflict';
  readonly senderId: string | null;
  readonly text: string;
  readonly now: Date;
}

/** From now on the content is the author's: whoever sends the same gets this answer. */
async function takeReceipt(
  ask: Ask,
  { commandId, authorId, action, contentHash }: QuarantineFacts['kept'],
  { status, senderId, text, now }: Receiving,
): Promise<void> {
  await ask(door('system'));
  await ask(
    `insert into command_receipt
      (id, author_id, sender_id, action, content_hash, status, receipt, recorded_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [commandId, authorId, senderId, action, contentHash, status, text, now.toISOString()],
  );
  await ask(door('person'));
}

/**
 * The leader has a kept command applied as it was written: its own id, author and clock, judged like any other. The
 * trail and the visit's history name the leader as who brought it in. A receipt that the command has stays as it was; what
 * was kept without one gets it now.
 */
export const admitQuarantined = command({
  action: 'quarantine.admit',
  input: AdmitQuarantined,
  load: loadQuarantined,
  run: async ({ tx, actor, facts, commandId, now, noteConflict }) => {
    const { id, authorId, deviceId } = facts.kept;
    const item = itemOf(facts.kept);
    const ask = askWithin(tx);
    // Its receipt is elsewhere, if there is one: whatever has it is what the command came to.
    const isVersion = id !== item.id;
    if (isVersion) await requireNoReceipt(ask, item.id);
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
    const { status, result } = applyItem(judging, item);
    if (status === 'conflict') noteConflict();
    await desk.rows.flush(ask);
    if (isVersion)
      await takeReceipt(ask, facts.kept, {
        status,
        senderId: actor.accountId,
        text: appliedText({ id: item.id, action: item.action, now }, status, result),
        now,
      });
    await concludeKept(tx, facts.kept, {
      decision: 'applied',
      decidedBy: actor.accountId,
      decidedAt: now,
      decisionReason: null,
      decisionCommandId: commandId,
    });
    return { quarantinedId: id, action: item.action, author: authorId, status };
  },
  trail: (_, output) => output,
});
