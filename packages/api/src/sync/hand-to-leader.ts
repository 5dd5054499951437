import { commandReceipt, quarantinedCommand } from '@kycuong/db/schema/sync.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { HandToLeader } from '@kycuong/domain/sync/hand-to-leader.ts';
import { and, eq, sql } from 'drizzle-orm';
import { fieldVerb } from './field-verb.ts';

/** Puts a refused command of one's own before the leader, as it was kept. */
export const handToLeader = fieldVerb({
  action: 'command.hand-to-leader',
  input: HandToLeader,
  state: (before) => before,
  run: async ({ tx, input, facts, now }) => {
    const { visitId, refusedId, note = null } = input;
    const { roundId, unitId, author } = facts.visit;
    const [row] = await tx
      .select()
      .from(commandReceipt)
      .where(and(eq(commandReceipt.id, refusedId), eq(commandReceipt.authorId, author)));
    if (row?.refused == null) throw new DomainError('not-found', 'sync.not-refused', { field: 'refusedId' });
    const { action, contentHash, receipt, refused } = row;
    await tx.execute(sql`select set_config('kycuong.door', 'system', true)`);
    await tx.insert(quarantinedCommand).values({
      id: refusedId,
      visitId,
      roundId,
      unitId,
      authorId: author,
      reason: 'sync.handed-to-leader',
      note,
      refusal: receipt,
      incoming: refused,
      action,
      contentHash,
      recordedAt: now,
    });
    await tx.execute(sql`select set_config('kycuong.door', 'person', true)`);
  },
});
