import { createHash } from 'node:crypto';
import { evidence } from '@kycuong/db/schema/evidence.ts';
import { nowhere } from '@kycuong/domain/access/resource.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { isOfMediaType } from '@kycuong/domain/evidence/media-signature.ts';
import { Id } from '@kycuong/domain/input/id.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { and, eq } from 'drizzle-orm';
import * as z from 'zod/mini';
import { command } from '../command.ts';
import { openReceipt, perform } from '../door.ts';
import { found } from '../query.ts';
import { reasonError } from '../reason-error.ts';
import type { Ground } from '../work.ts';
import type { UploadTicket } from './find-ticket.ts';
import type { EvidenceStore } from './store.ts';

/**
 * The bytes are here and are what the row says. Other rows by which the same person awaits the same bytes are received
 * with it; somebody else's are not, for who knows a hash alone must not get at the bytes.
 */
export const receiveEvidence = command({
  action: 'evidence.receive',
  input: z.object({ evidenceId: Id }),
  load: async ({ tx, input }) => {
    const [row] = await tx.select().from(evidence).where(eq(evidence.id, input.evidenceId));
    const ticket = found(row);
    return {
      resource: nowhere,
      subject: { kind: 'evidence', id: ticket.id, unitId: ticket.unitId },
      ticket,
    };
  },
  run: async ({ tx, facts, now }) => {
    const { sha256, size, mediaType, attachedBy } = facts.ticket;
    const received = await tx
      .update(evidence)
      .set({ status: 'received', receivedAt: now })
      .where(
        and(
          eq(evidence.sha256, sha256),
          eq(evidence.size, size),
          eq(evidence.mediaType, mediaType),
          eq(evidence.attachedBy, attachedBy),
          eq(evidence.status, 'awaited'),
        ),
      )
      .returning({ id: evidence.id });
    return { sha256, size, evidenceIds: received.map(({ id }) => id) };
  },
  trail: (_, output) => output,
});

/** @throws DomainError `invalid` when the bytes are not those that the ticket was made for. */
export function requireTicketed(ticket: UploadTicket, bytes: Uint8Array): void {
  const { size, sha256, mediaType } = ticket;
  if (bytes.length !== size)
    throw new DomainError('invalid', 'evidence.wrong-size', { size: bytes.length, expected: size });
  if (createHash('sha256').update(bytes).digest('hex') !== sha256)
    throw new DomainError('invalid', 'evidence.wrong-hash');
  if (!isOfMediaType(bytes, mediaType))
    throw new DomainError('invalid', 'evidence.wrong-type', { mediaType });
}

/**
 * Verifies the whole bytes of a ticket, keeps them, and marks it received. To be repeated after a failure: each step
 * may be done twice.
 * @throws DomainError `invalid` as `requireTicketed`; then nothing was kept.
 */
export async function receiveBytes(
  { ground, store }: { readonly ground: Ground; readonly store: EvidenceStore },
  ticket: UploadTicket,
  bytes: Uint8Array,
): Promise<void> {
  requireTicketed(ticket, bytes);
  await store.put(bytes, ticket.sha256);
  const caller = { kind: 'system', name: 'evidence', roles: ['administrator'] } as const;
  const incoming = { id: uuidV7(), payload: { evidenceId: ticket.id } };
  const { reason } = openReceipt(await perform(receiveEvidence, { ground, caller }, incoming));
  if (reason !== undefined) throw reasonError(reason);
}
