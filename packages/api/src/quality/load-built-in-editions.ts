import { standardEdition } from '@kycuong/db/schema/quality.ts';
import { wholeSystem } from '@kycuong/domain/access/resource.ts';
import { builtInEditions, earlierEditionSources } from '@kycuong/domain/quality/standard-edition.ts';
import { eq } from 'drizzle-orm';
import * as z from 'zod/mini';
import { command } from '../command.ts';
import type { Transaction } from '../transaction.ts';

/** Shipped editions that the table lacks, and those that still stand under a source that was corrected since. */
export async function staleEditions(tx: Transaction) {
  const rows = await tx.select().from(standardEdition);
  const row = (id: string) => rows.find((other) => other.id === id);
  return {
    missing: builtInEditions.filter(({ id }) => row(id) === undefined),
    outdated: builtInEditions.filter(
      ({ id, source }) => row(id)?.source !== source && earlierEditionSources.includes(row(id)?.source ?? ''),
    ),
  };
}

/** Takes in the shipped editions of the standard that the table lacks; of a row that is there only a shipped source changes. */
export const loadEditionsOnce = command({
  action: 'quality.load-built-in-editions',
  input: z.object({}),
  load: async () => ({ resource: wholeSystem, subject: { kind: 'standard-edition', id: 'built-in' } }),
  run: async ({ tx }) => {
    const { missing, outdated } = await staleEditions(tx);
    if (missing.length > 0) await tx.insert(standardEdition).values(missing).onConflictDoNothing();
    for (const { id, source } of outdated)
      await tx.update(standardEdition).set({ source }).where(eq(standardEdition.id, id));
    return { editions: missing.length, corrected: outdated.length };
  },
  trail: (_, output) => output,
});
