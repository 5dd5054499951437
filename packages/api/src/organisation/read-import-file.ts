import { importFile } from '@kycuong/db/schema/list-import.ts';
import { eq } from 'drizzle-orm';
import * as z from 'zod/mini';
import { found, query } from '../query.ts';

/** The bytes of a file that was imported, where the fence shows an import of it; `openImportFile` comes first. */
export const readImportFile = query({
  input: z.object({ sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)) }),
  run: async ({ tx, input }) => {
    const [row] = await tx.select().from(importFile).where(eq(importFile.sha256, input.sha256));
    return found(row).bytes;
  },
});
