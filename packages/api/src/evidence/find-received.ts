import { evidence } from '@kycuong/db/schema/evidence.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { Id } from '@kycuong/domain/input/id.ts';
import { eq } from 'drizzle-orm';
import * as z from 'zod/mini';
import { found, query } from '../query.ts';

/** A photo or file that the person may see. @throws DomainError `not-found`, `conflict` while its bytes are awaited. */
export const findReceived = query({
  input: z.object({ evidenceId: Id }),
  run: async ({ tx, input }) => {
    const { id, sha256, size, mediaType, name, status } = evidence;
    const [row] = await tx
      .select({ id, sha256, size, mediaType, name, status })
      .from(evidence)
      .where(eq(id, input.evidenceId));
    const one = found(row);
    if (one.status !== 'received') throw new DomainError('conflict', 'evidence.not-received');
    return one;
  },
});
