import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { link, mkdir, open, unlink } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { dirname, join } from 'node:path';
import { finished } from 'node:stream/promises';
import type { AttachEvidence } from '@kycuong/domain/evidence/attach-evidence.ts';
import type { CommandEnvelope } from '@kycuong/domain/sync/command-envelope.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import type { Sql } from 'postgres';
import { type Place, recordRows } from './rows.ts';
import { insert } from './write.ts';

export type AttachCommand = Omit<CommandEnvelope, 'payload'> & { readonly payload: AttachEvidence };

/** The first request of a photo: its ticket. */
export async function writeTicket(sql: Sql, command: AttachCommand, place: Place): Promise<string> {
  const now = new Date().toISOString();
  const { evidenceId, sha256, size, mediaType, name, target, visitId, takenAt } = command.payload;
  const rows = recordRows(command, place, now, { status: 'awaited' });
  const evidence = {
    id: evidenceId,
    sha256,
    size,
    media_type: mediaType,
    name,
    status: 'awaited',
    target_kind: target.kind,
    target_id: target.id,
    visit_id: visitId,
    round_id: place.roundId,
    unit_id: place.unitId,
    attached_by: command.author,
    taken_at: takenAt,
    recorded_at: now,
  };
  await sql.begin((tx) => [
    insert(tx, 'evidence', [evidence]),
    insert(tx, 'field_command', [rows.fieldCommand]),
    insert(tx, 'change_feed', [rows.changeFeed]),
    insert(tx, 'trail_entry', [rows.trailEntry]),
    insert(tx, 'command_receipt', [rows.commandReceipt]),
  ]);
  return rows.receipt;
}

async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r');
  await handle.sync().finally(() => handle.close());
}

/** Hashed while it is written, flushed, and only then under its own name, which is flushed too. */
async function keep(folder: string, evidenceId: string, bytes: IncomingMessage): Promise<string> {
  const staged = join(folder, evidenceId);
  const hash = createHash('sha256');
  const file = createWriteStream(staged, { flags: 'wx', flush: true });
  bytes.on('data', (chunk: Buffer) => hash.update(chunk));
  await finished(bytes.pipe(file));
  const sha256 = hash.digest('hex');
  const kept = join(folder, 'store', sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  await mkdir(dirname(kept), { recursive: true });
  await link(staged, kept);
  for (const place of [dirname(kept), dirname(dirname(kept)), join(folder, 'store')]) await syncFolder(place);
  await unlink(staged);
  return sha256;
}

/** The second request of a photo: its bytes. */
export async function receivePhoto(
  sql: Sql,
  folder: string,
  evidenceId: string,
  { bytes, unitId }: { readonly bytes: IncomingMessage; readonly unitId: string },
): Promise<void> {
  const sha256 = await keep(folder, evidenceId, bytes);
  const now = new Date().toISOString();
  const commandId = uuidV7();
  const result = { sha256, evidenceIds: [evidenceId] };
  const entry = {
    at: now,
    actor_name: 'evidence',
    action: 'evidence.receive',
    subject_kind: 'evidence',
    subject_id: evidenceId,
    unit_id: unitId,
    command_id: commandId,
    detail: result,
  };
  const receipt = {
    id: commandId,
    action: 'evidence.receive',
    content_hash: sha256,
    status: 'applied',
    receipt: JSON.stringify({
      id: commandId,
      action: 'evidence.receive',
      status: 'applied',
      at: now,
      result,
    }),
    recorded_at: now,
  };
  await sql.begin((tx) => [
    tx`update evidence set status = 'received', received_at = ${now} where id = ${evidenceId}`,
    insert(tx, 'trail_entry', [entry]),
    insert(tx, 'command_receipt', [receipt]),
  ]);
}
