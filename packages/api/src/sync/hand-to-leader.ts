import { quarantinedCommand } from '@kycuong/db/schema/sync.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { HandToLeader } from '@kycuong/domain/sync/hand-to-leader.ts';
import { fieldVerb } from './field-verb.ts';
import { requireOfVisit } from './require-of-visit.ts';

/** Puts a refused command of one's own before the leader of the visit that it is about, as it was kept. Even a closed visit takes that. */
export const handToLeader = fieldVerb({
  action: 'command.hand-to-leader',
  input: HandToLeader,
  needs: ({ refusedId }) => ({ refused: [refusedId] }),
  state: (before) => before,
  atAnyTime: true,
  decide: ({ desk, visit, input, author, senderId, now, noteKept }): void => {
    const { refusedId, note = null } = input;
    const kept = desk.refused.get(refusedId);
    if (kept === undefined) throw new DomainError('not-found', 'sync.not-refused', { field: 'refusedId' });
    requireOfVisit(kept.refused, visit.id);
    if (desk.quarantined.has(refusedId)) throw new DomainError('conflict', 'sync.already-handed');
    desk.quarantined.add(refusedId);
    noteKept(Buffer.byteLength(kept.refused) + Buffer.byteLength(kept.receipt));
    desk.rows.add('insert', quarantinedCommand, {
      id: refusedId,
      command_id: refusedId,
      visit_id: visit.id,
      author_id: author,
      sender_id: senderId,
      device_id: null,
      reason: 'sync.handed-to-leader',
      note,
      refusal: kept.receipt,
      incoming: kept.refused,
      action: kept.action,
      content_hash: kept.contentHash,
      recorded_at: now,
    });
  },
});
