import { legalBasis } from '@kycuong/db/schema/checklist.ts';
import { asc } from 'drizzle-orm';
import * as z from 'zod/mini';
import { query } from '../query.ts';
import { versionOf } from '../seen.ts';

/** Every provision of law that is known, by its title. */
export const listLegalBases = query({
  input: z.object({}),
  run: async ({ tx }) => {
    const rows = await tx.select().from(legalBasis).orderBy(asc(legalBasis.title), asc(legalBasis.id));
    return rows.map((row) => ({ ...row, version: versionOf(row) }));
  },
});
