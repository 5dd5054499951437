import { checklistVersion, legalBasis } from '@kycuong/db/schema/checklist.ts';
import { Checklist } from '@kycuong/domain/checklist/checklist.ts';
import { itemsOf } from '@kycuong/domain/checklist/items-of.ts';
import { Id } from '@kycuong/domain/input/id.ts';
import { eq, inArray } from 'drizzle-orm';
import * as z from 'zod/mini';
import { found, query } from '../query.ts';

/** One version with its lines, and the legal bases that they name. */
export const getChecklist = query({
  input: z.object({ versionId: Id }),
  run: async ({ tx, input }) => {
    const row = found(
      (await tx.select().from(checklistVersion).where(eq(checklistVersion.id, input.versionId)))[0],
    );
    const content = Checklist.parse(row.content);
    const basisIds = [...new Set(itemsOf(content).flatMap((item) => item.legalBasisIds))];
    return {
      versionId: row.id,
      number: row.number,
      status: row.status,
      publishedAt: row.publishedAt?.toISOString() ?? null,
      content,
      legalBases:
        basisIds.length === 0
          ? []
          : await tx.select().from(legalBasis).where(inArray(legalBasis.id, basisIds)),
    };
  },
});
