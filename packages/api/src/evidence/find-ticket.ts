import { dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { Id } from '@kycuong/domain/input/id.ts';
import * as z from 'zod/mini';
import { directQuery, found } from '../query.ts';

export interface UploadTicket {
  readonly id: string;
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  readonly mediaType: string;
  readonly status: 'awaited' | 'received';
}

type TicketRow = Omit<UploadTicket, 'mediaType'> & { readonly media_type: string };

/** What the person may upload under this id: what one attached or handed in. @throws DomainError `not-found` for anybody else's. */
export const findTicket = directQuery({
  input: z.object({ evidenceId: Id }),
  answer: async ({ ground, caller, input, now }): Promise<UploadTicket> => {
    if (caller.kind !== 'person') throw new DomainError('forbidden', 'access.forbidden');
    const { $client: sql } = ground.database;
    const rows = await sql<TicketRow[]>`
      select * from upload_ticket(${caller.accountId}, ${dateInVietnam(now)}, ${now.toISOString()}, ${input.evidenceId})`;
    const { media_type: mediaType, ...ticket } = found(rows[0]);
    return { ...ticket, mediaType };
  },
});
