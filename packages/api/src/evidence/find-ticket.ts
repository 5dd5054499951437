import type { Database } from '@kycuong/db/connection.ts';
import { inSession } from '@kycuong/db/warm-sessions.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { Id } from '@kycuong/domain/input/id.ts';
import * as z from 'zod/mini';
import { mustBeAsked } from '../access/session-times.ts';
import { sessionHash } from '../access/sessions.ts';
import { directQuery, found } from '../query.ts';
import type { Ground } from '../work.ts';

export interface UploadTicket {
  readonly id: string;
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  readonly mediaType: string;
  readonly status: 'awaited' | 'received';
}

/** A ticket at the door, and what its author has sent today. */
export interface TicketAtDoor extends UploadTicket {
  readonly author: string;
  readonly used: { readonly number: number; readonly bytes: number };
}

type TicketRow = Omit<TicketAtDoor, 'mediaType' | 'used'> & {
  readonly used_number: number;
  /** As text: 64 bits. */
  readonly used_bytes: string;
  readonly media_type: string;
  readonly session_until: string | null;
};

/** The person who uploads: named, or by the stored hash of the session. */
interface Uploader {
  readonly accountId?: string;
  readonly session?: string;
  readonly now: Date;
}

async function readTicket(
  { $client }: Database,
  { accountId, session, now }: Uploader,
  evidenceId: string,
): Promise<TicketRow | undefined> {
  const [row] = await inSession(
    $client,
    (sql) => sql<TicketRow[]>`
      select * from upload_ticket(${session ?? null}, ${accountId ?? null}, ${now.toISOString()}, ${evidenceId})`,
  );
  return row;
}

const ticketOf = ({ id, sha256, size, media_type, status, author, ...used }: TicketRow): TicketAtDoor => ({
  ...{ id, sha256, size, mediaType: media_type, status, author },
  used: { number: used.used_number, bytes: Number(used.used_bytes) },
});

/** What the person may upload under this id: what one attached or handed in. @throws DomainError `not-found` for anybody else's. */
export const findTicket = directQuery({
  input: z.object({ evidenceId: Id }),
  answer: async ({ ground, caller, input, now }): Promise<TicketAtDoor> => {
    if (caller.kind !== 'person') throw new DomainError('forbidden', 'access.forbidden');
    const uploader = { accountId: caller.accountId, now };
    return ticketOf(found(await readTicket(ground.database, uploader, input.evidenceId)));
  },
});

/**
 * The same with the session judged in the same statement. Undefined wherever there is more to do or to say: no session,
 * one to be prolonged, no such ticket.
 */
export async function findTicketBySession(
  { database, now: clock }: Pick<Ground, 'database' | 'now'>,
  cookie: string | undefined,
  evidenceId: string,
): Promise<TicketAtDoor | undefined> {
  if (cookie === undefined || !Id.safeParse(evidenceId).success) return undefined;
  const now = clock();
  const row = await readTicket(database, { session: sessionHash(cookie), now }, evidenceId);
  if (row?.session_until == null || mustBeAsked(new Date(row.session_until), now)) return undefined;
  return ticketOf(row);
}
