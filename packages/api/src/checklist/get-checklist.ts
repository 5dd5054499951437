import { checklistVersion, legalBasis } from '@kycuong/db/schema/checklist.ts';
import { dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { basesOn } from '@kycuong/domain/checklist/bases-on.ts';
import { Checklist } from '@kycuong/domain/checklist/checklist.ts';
import { itemsOf } from '@kycuong/domain/checklist/items-of.ts';
import { Id } from '@kycuong/domain/input/id.ts';
import { asc, eq } from 'drizzle-orm';
import * as z from 'zod/mini';
import { found, query } from '../query.ts';

/** One version with its lines, and the legal bases that they name or that hold in their place today. */
export const getChecklist = query({
  input: z.object({ versionId: Id }),
  run: async ({ tx, input, now }) => {
    const row = found(
      (await tx.select().from(checklistVersion).where(eq(checklistVersion.id, input.versionId)))[0],
    );
    const content = Checklist.parse(row.content);
    const asOf = dateInVietnam(now);
    const all = await tx.select().from(legalBasis).orderBy(asc(legalBasis.id));
    const items = itemsOf(content).map(({ code, legalBasisIds }) => ({
      code,
      named: legalBasisIds,
      holding: basesOn(legalBasisIds, all, asOf).map(({ id }) => id),
    }));
    const shown = new Set(items.flatMap(({ named, holding }) => [...named, ...holding]));
    return {
      versionId: row.id,
      number: row.number,
      status: row.status,
      publishedAt: row.publishedAt?.toISOString() ?? null,
      content,
      asOf,
      /** By the code of each line: what it rests on today. */
      holding: Object.fromEntries(items.map(({ code, holding }) => [code, holding])),
      legalBases: all.filter(({ id }) => shown.has(id)),
    };
  },
});
