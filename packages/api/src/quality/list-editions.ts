import { standardEdition } from '@kycuong/db/schema/quality.ts';
import { sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { query } from '../query.ts';

/** The editions of the standard, the newest first. */
export const listEditions = query({
  input: z.object({}),
  run: ({ tx }) =>
    tx.select().from(standardEdition).orderBy(sql`${standardEdition.effectiveFrom} desc nulls first`),
});
