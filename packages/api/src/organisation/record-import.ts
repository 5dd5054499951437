import { importFile, listImport } from '@kycuong/db/schema/list-import.ts';
import { countsOf, type ImportReport } from '@kycuong/domain/organisation/import-report.ts';
import type { ImportListName, KeptImport } from '@kycuong/domain/organisation/list-import.ts';
import { eq, sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import type { CommandWork, Loaded } from '../command.ts';
import type { Transaction } from '../transaction.ts';

type Importing = Pick<CommandWork<unknown, Loaded>, 'tx' | 'actor' | 'now' | 'commandId' | 'enclosed'>;

/** What is said of an import before it is made. */
interface Stated {
  readonly list: ImportListName;
  /** Beside the file: days, the decision. */
  readonly said: Readonly<Record<string, string | null>>;
}

/**
 * Makes an import and keeps what it was: who brought it, the file, and each row that it makes or changes, before and after,
 * all in the transaction of the import itself. What `write` changes is noted by the tables' own triggers.
 */
export async function recordImport<Report extends ImportReport>(
  { tx, actor, now, commandId: id, enclosed }: Importing,
  { list, said }: Stated,
  write: () => Promise<Report>,
): Promise<Report & { kept: KeptImport }> {
  const { fileName = null, sha256 = null } = enclosed?.source ?? {};
  if (enclosed !== undefined) {
    const { bytes, source } = enclosed;
    const file = { sha256: source.sha256, bytes, size: bytes.length };
    await tx.insert(importFile).values(file).onConflictDoNothing();
  }
  await tx.insert(listImport).values({
    ...{ id, list, said, fileName, sha256 },
    ...{ importedBy: actor.accountId, importerName: actor.name, importedAt: now },
    ...{ counts: {}, changes: 0, digest: '' },
  });
  await sayImport(tx, id);
  const report = await write();
  const found = await digestOf(tx, id);
  await tx
    .update(listImport)
    .set({ counts: countsOf(report), ...found })
    .where(eq(listImport.id, id));
  await sayImport(tx, '');
  return { ...report, kept: { importId: id, fileName, sha256, ...found } };
}

/** From here on the tables note what changes for this import; '': no longer. */
async function sayImport(tx: Transaction, id: string): Promise<void> {
  await tx.execute(sql`select set_config('kycuong.import', ${id}, true)`);
}

const Digest = z.object({ changes: z.int(), digest: z.string() });

/** How many rows an import changed, and the hash over what is kept of them. */
export async function digestOf(tx: Transaction, importId: string): Promise<z.infer<typeof Digest>> {
  const [row] = await tx.execute(sql`
    select count(*)::int as changes,
      encode(sha256(convert_to(coalesce(string_agg(
        concat_ws(E'\\t', what, row_id, coalesce(before::text, '-'), coalesce(after::text, '-')), E'\\n'
        order by what, row_id), ''), 'UTF8')), 'hex') as digest
    from list_import_change where import_id = ${importId}`);
  return Digest.parse(row);
}
