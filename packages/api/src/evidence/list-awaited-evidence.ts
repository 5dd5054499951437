import { account } from '@kycuong/db/schema/access.ts';
import { evidence } from '@kycuong/db/schema/evidence.ts';
import { Id } from '@kycuong/domain/input/id.ts';
import { and, asc, eq } from 'drizzle-orm';
import * as z from 'zod/mini';
import { query } from '../query.ts';
import { whenTaken } from './when-taken.ts';

/**
 * The missing-evidence report of a visit: photos and files that were named and whose bytes have not arrived, the
 * longest awaited first, with who named them. Times are ISO instants; `namedAt` is when the server got the command.
 */
export const listAwaitedEvidence = query({
  input: z.object({ visitId: Id }),
  run: async ({ tx, input }) => {
    const rows = await tx
      .select({ evidence, attachedByName: account.fullName })
      .from(evidence)
      .innerJoin(account, eq(account.id, evidence.attachedBy))
      .where(and(eq(evidence.visitId, input.visitId), eq(evidence.status, 'awaited')))
      .orderBy(asc(evidence.recordedAt), asc(evidence.id));
    return rows.map(({ evidence: row, attachedByName }) => ({
      evidenceId: row.id,
      name: row.name,
      caption: row.caption,
      mediaType: row.mediaType,
      size: row.size,
      target: { kind: row.targetKind, id: row.targetId },
      attachedByName,
      ...whenTaken(row),
      namedAt: row.recordedAt.toISOString(),
    }));
  },
});
