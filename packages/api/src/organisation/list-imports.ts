import { listImport } from '@kycuong/db/schema/list-import.ts';
import { importLists } from '@kycuong/domain/organisation/list-import.ts';
import { desc, eq } from 'drizzle-orm';
import * as z from 'zod/mini';
import { requireReach } from '../access/reach.ts';
import { query } from '../query.ts';

const pageLength = 50;

/** The lists that came in, the newest first: all for whoever administers the whole, for others what they brought themselves. */
export const listImports = query({
  input: z.object({
    list: z.optional(z.enum(importLists)),
    cursor: z.optional(z.int().check(z.minimum(0), z.maximum(1_000_000))),
  }),
  run: async ({ tx, actor, input: { list, cursor = 0 } }) => {
    await requireReach(tx, actor, 'administrator');
    const rows = await tx
      .select()
      .from(listImport)
      .where(list === undefined ? undefined : eq(listImport.list, list))
      .orderBy(desc(listImport.importedAt), desc(listImport.id))
      .offset(cursor)
      .limit(pageLength + 1);
    return {
      imports: rows.slice(0, pageLength).map(importLine),
      next: rows.length > pageLength ? cursor + pageLength : null,
    };
  },
});

/** An import as it is told. */
export function importLine({ importedAt, takenBackAt, ...row }: typeof listImport.$inferSelect) {
  const { id, list, said, fileName, sha256, importerName, counts, changes } = row;
  return {
    ...{ id, list, said, fileName, sha256, importerName, counts, changes },
    importedAt: importedAt.toISOString(),
    takenBack:
      takenBackAt === null
        ? null
        : { at: takenBackAt.toISOString(), name: row.takenBackName, reason: row.takenBackReason },
  };
}
