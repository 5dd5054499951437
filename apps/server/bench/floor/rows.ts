import { createHash } from 'node:crypto';
import type { CommandEnvelope } from '@kycuong/domain/sync/command-envelope.ts';
import type { SetAnswer } from '@kycuong/domain/visit/set-answer.ts';

/** Where a command belongs; ours looks it up, the bare server is told. */
export interface Place {
  readonly roundId: string;
  readonly unitId: string;
  readonly authorName: string;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** What a field command leaves behind beside its own effect, as our engine writes it. */
export function recordRows(command: CommandEnvelope, place: Place, now: string, result?: unknown) {
  const { id, action, payload, visitId, author, device, seq, schemaVersion, clock, base } = command;
  const { writtenAt, serverOffsetMs } = command;
  const { roundId, unitId, authorName } = place;
  const receipt = JSON.stringify({ id, action, status: 'applied', at: now, result });
  return {
    receipt,
    fieldCommand: {
      id,
      visit_id: visitId,
      round_id: roundId,
      unit_id: unitId,
      author_id: author,
      device_id: device,
      seq,
      action,
      schema_version: schemaVersion,
      clock,
      base,
      payload,
      status: 'applied',
      written_at: writtenAt,
      server_offset_ms: serverOffsetMs,
      received_at: now,
    },
    changeFeed: { round_id: roundId, visit_id: visitId, kind: 'command', command_id: id },
    trailEntry: {
      at: now,
      actor_id: author,
      actor_name: authorName,
      action,
      subject_kind: 'visit',
      subject_id: visitId,
      unit_id: unitId,
      command_id: id,
      detail: payload,
    },
    commandReceipt: {
      id,
      author_id: author,
      action,
      content_hash: sha256(JSON.stringify(command)),
      status: 'applied',
      receipt,
      recorded_at: now,
    },
  };
}

/** The answer that an `answer.set` leaves where nothing stood before. */
export function answerRow(
  { id, clock, author, payload }: Omit<CommandEnvelope, 'payload'> & { readonly payload: SetAnswer },
  { roundId, unitId }: Place,
) {
  const { visitId, itemCode, conformity = null, note = null } = payload;
  const writer = { command: id, clock, author };
  return {
    visit_id: visitId,
    item_code: itemCode,
    round_id: roundId,
    unit_id: unitId,
    conformity,
    note,
    writers: { conformity: writer, note: writer },
  };
}
