import { fieldCommand } from '@kycuong/db/schema/sync.ts';
import { visit as visitTable } from '@kycuong/db/schema/visit.ts';
import type { FieldAction } from '@kycuong/domain/sync/field-command.ts';
import { stateAfterFieldWork, type VisitState } from '@kycuong/domain/visit/visit-state.ts';
import { eq } from 'drizzle-orm';
import type { CommandWork } from '../command.ts';
import { announceCommand, announceVisit } from './feed.ts';
import type { FieldFacts } from './load-field-visit.ts';

interface FieldWorkKind {
  readonly action: FieldAction;
  /** The visit's state afterwards; throws where the act is not allowed. */
  readonly state?: (before: VisitState) => VisitState;
}

/**
 * Does a field command's own work and, in the same transaction, moves the visit's state, keeps the command as it was
 * written, and announces both to the team.
 */
export async function recordFieldWork<Input, Output>(
  { action, state = stateAfterFieldWork }: FieldWorkKind,
  work: CommandWork<Input, FieldFacts>,
  run: (work: CommandWork<Input, FieldFacts>) => Promise<Output>,
): Promise<Output> {
  const { tx, facts, commandId, input, now } = work;
  const { id: visitId, roundId, unitId, author, written, status: before } = facts.visit;
  const after = state(before);
  let status: 'applied' | 'conflict' = 'applied';
  const noteConflict = () => {
    status = 'conflict';
    work.noteConflict();
  };
  const output = await run({ ...work, noteConflict });
  if (after !== before) {
    await tx.update(visitTable).set({ status: after }).where(eq(visitTable.id, visitId));
    await announceVisit(tx, { roundId, visitId });
  }
  await tx.insert(fieldCommand).values({
    id: commandId,
    visitId,
    roundId,
    unitId,
    authorId: author,
    deviceId: written.deviceId,
    seq: written.seq,
    action,
    schemaVersion: written.schemaVersion,
    clock: written.clock,
    base: written.base,
    payload: input,
    status,
    writtenAt: written.at,
    serverOffsetMs: written.serverOffsetMs,
    receivedAt: now,
  });
  await announceCommand(tx, { roundId, visitId, commandId });
  return output;
}
