import { evidence } from '@kycuong/db/schema/evidence.ts';
import { Id } from '@kycuong/domain/input/id.ts';
import { inArray } from 'drizzle-orm';
import * as z from 'zod/mini';
import { query } from '../query.ts';

/** Which photos and files still have to be sent, and the hash of those that are here. What the person may not see is left out, as if unknown. */
export const listEvidenceStates = query({
  input: z.object({ ids: z.array(Id).check(z.maxLength(500)) }),
  run: ({ tx, input }) =>
    input.ids.length === 0
      ? Promise.resolve([])
      : tx
          .select({ id: evidence.id, status: evidence.status, sha256: evidence.sha256 })
          .from(evidence)
          .where(inArray(evidence.id, input.ids)),
});
