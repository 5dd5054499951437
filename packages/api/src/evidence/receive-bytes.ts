import { createHash } from 'node:crypto';
import { commandReceipt } from '@kycuong/db/schema/sync.ts';
import { trailEntry } from '@kycuong/db/schema/trail.ts';
import { dailyUse } from '@kycuong/db/schema/usage.ts';
import { dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { isOfMediaType } from '@kycuong/domain/evidence/media-signature.ts';
import { tellProof } from '@kycuong/domain/evidence/tell-proof.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { dailyQuotas, megabyte } from '@kycuong/domain/usage/quota.ts';
import { contentHash } from '../content-hash.ts';
import { isDayFull } from '../database-error.ts';
import { appliedText } from '../receipt-text.ts';
import { enterAsSystem, fieldTransaction } from '../sync/field-transaction.ts';
import { RowBuffer } from '../sync/row-buffer.ts';
import { dayFull, useSql } from '../usage/count-use.ts';
import type { Ground } from '../work.ts';
import type { UploadTicket } from './find-ticket.ts';
import type { EvidenceStore } from './store.ts';

const action = 'evidence.receive';

const receiveSql = `update evidence e set status = 'received', received_at = $2
from evidence t
where t.id = $1 and e.sha256 = t.sha256 and e.size = t.size and e.media_type = t.media_type
  and e.attached_by = t.attached_by and e.status = 'awaited'
returning e.id, t.unit_id, t.attached_by`;

interface Received {
  readonly id: string;
  readonly unit_id: string;
  readonly attached_by: string;
}

/**
 * The bytes are here and are what the row says; the server's own act, told in the trail under its name. Other rows by
 * which the same person awaits the same bytes are received with it; somebody else's are not, for who knows a hash
 * alone must not get at the bytes. Nothing is written where nothing is awaited any more. What its author has sent on the
 * day is counted in the same transaction: nothing is received beyond the quota.
 * @throws DomainError `throttled` when its author's day is full; the ticket waits on
 * @param kept settles when the bytes would survive a power cut; nothing is committed before, nor when it fails
 */
export async function markReceived(
  { database, now: clock, quotas: { evidence: quota } = dailyQuotas }: Ground,
  { id, sha256, size }: Pick<UploadTicket, 'id' | 'sha256' | 'size'>,
  kept: Promise<void>,
): Promise<void> {
  const work = fieldTransaction(database, async (ask) => {
    const now = clock();
    const [, received] = await Promise.all([
      ask(enterAsSystem),
      ask<Received>(receiveSql, [id, now.toISOString()]),
    ]);
    const [first] = received;
    if (first === undefined) return { result: await kept };
    const rows = new RowBuffer([
      ['insert', trailEntry],
      ['insert', commandReceipt],
    ]);
    const commandId = uuidV7();
    const result = { sha256, size, evidenceIds: received.map((row) => row.id) };
    rows.add('insert', trailEntry, {
      at: now,
      actor_name: 'evidence',
      action,
      subject_kind: 'evidence',
      subject_id: id,
      unit_id: first.unit_id,
      command_id: commandId,
      detail: result,
    });
    rows.add('insert', commandReceipt, {
      id: commandId,
      action,
      content_hash: contentHash(action, { evidenceId: id }, undefined),
      status: 'applied',
      receipt: appliedText({ id: commandId, action, now }, 'applied', result),
      recorded_at: now,
    });
    await rows.flush(ask);
    // The row of the day is held until the commit: whoever sends several photos at once waits for no other's disk.
    const use = new RowBuffer([['insert', dailyUse, useSql]]);
    use.add('insert', dailyUse, {
      subject: first.attached_by,
      kind: 'evidence',
      day: dateInVietnam(now),
      number: 1,
      bytes: size,
      most_number: quota.number,
      most_bytes: quota.megabytes * megabyte,
    });
    return { result: await kept, rows: use };
  });
  await work.catch((error: unknown) => {
    throw isDayFull(error) ? dayFull(quota) : error;
  });
}

export const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

function requireTicketed(ticket: UploadTicket, bytes: Uint8Array, hash: string): void {
  const { size, sha256, mediaType } = ticket;
  if (bytes.length !== size)
    throw new DomainError('invalid', 'evidence.wrong-size', { size: bytes.length, expected: size });
  if (hash !== sha256) throw new DomainError('invalid', 'evidence.wrong-hash');
  if (!isOfMediaType(bytes, mediaType)) throw notOfType(bytes, mediaType);
}

/** Of the whole bytes or the first ones. Says what they are, where they are nothing that is taken. */
export function notOfType(bytes: Uint8Array, mediaType: string): DomainError {
  const told = tellProof(bytes);
  if ('reason' in told) return new DomainError('invalid', told.reason);
  return new DomainError('invalid', 'evidence.wrong-type', { mediaType, found: told.mediaType });
}

interface Taken {
  /** Where it has been taken already. */
  readonly hash?: string;
  /** Called when nothing reads the bytes that are kept any more. */
  readonly spent?: () => void;
}

/**
 * Verifies the whole bytes of a ticket, keeps them, and marks it received. To be repeated after a failure: each step
 * may be done twice.
 * @throws DomainError `invalid` when the bytes are not those that the ticket was made for; then nothing was kept.
 */
export async function receiveBytes(
  { ground, store }: { readonly ground: Ground; readonly store: EvidenceStore },
  ticket: UploadTicket,
  bytes: Uint8Array,
  { hash = hashOf(bytes), spent = () => undefined }: Taken = {},
): Promise<void> {
  requireTicketed(ticket, bytes, hash);
  const kept = store.put(bytes, ticket.sha256);
  // Where the database fails first, nobody asks any more how this ended.
  kept.then(spent, spent);
  await markReceived(ground, ticket, kept);
}
