import { checklistVersion } from '@kycuong/db/schema/checklist.ts';
import { Checklist } from '@kycuong/domain/checklist/checklist.ts';
import { itemsOf } from '@kycuong/domain/checklist/items-of.ts';
import { asc, desc } from 'drizzle-orm';
import * as z from 'zod/mini';
import { query } from '../query.ts';

/** Every version of every checklist, the newest of each first. */
export const listChecklists = query({
  input: z.object({}),
  run: async ({ tx }) => {
    const rows = await tx
      .select()
      .from(checklistVersion)
      .orderBy(asc(checklistVersion.titleVi), desc(checklistVersion.number));
    return rows.map(({ id, code, number, status, publishedAt, content }) => {
      const checklist = Checklist.parse(content);
      return {
        versionId: id,
        code,
        number,
        status,
        title: checklist.title,
        validFrom: checklist.validFrom,
        publishedAt: publishedAt?.toISOString() ?? null,
        itemCount: itemsOf(checklist).length,
      };
    });
  },
});
