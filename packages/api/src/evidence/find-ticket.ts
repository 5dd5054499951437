import { evidence } from '@kycuong/db/schema/evidence.ts';
import { Id } from '@kycuong/domain/input/id.ts';
import { and, eq, or } from 'drizzle-orm';
import * as z from 'zod/mini';
import { found, query } from '../query.ts';

export interface UploadTicket {
  readonly id: string;
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  readonly mediaType: string;
  readonly status: 'awaited' | 'received';
}

/** What the person may upload under this id: what one attached or handed in. @throws DomainError `not-found` for anybody else's. */
export const findTicket = query({
  input: z.object({ evidenceId: Id }),
  run: async ({ tx, input, actor }): Promise<UploadTicket> => {
    const { id, sha256, size, mediaType, status, attachedBy, senderId } = evidence;
    const person = actor.accountId ?? '';
    const [row] = await tx
      .select({ id, sha256, size, mediaType, status })
      .from(evidence)
      .where(and(eq(id, input.evidenceId), or(eq(attachedBy, person), eq(senderId, person))));
    return found(row);
  },
});
