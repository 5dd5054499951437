import { standardEdition } from '@kycuong/db/schema/quality.ts';
import { sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { query } from '../query.ts';
import { versionOf } from '../seen.ts';

/** The editions of the standard, the newest first. */
export const listEditions = query({
  input: z.object({}),
  run: async ({ tx }) => {
    const rows = await tx
      .select()
      .from(standardEdition)
      .orderBy(sql`${standardEdition.effectiveFrom} desc nulls first`);
    return rows.map((row) => ({ ...row, version: versionOf(row) }));
  },
});
