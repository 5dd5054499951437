import { standardEdition } from '@kycuong/db/schema/quality.ts';
import { wholeSystem } from '@kycuong/domain/access/resource.ts';
import { builtInEditions } from '@kycuong/domain/quality/standard-edition.ts';
import * as z from 'zod/mini';
import { command } from '../command.ts';
import type { Transaction } from '../transaction.ts';

export async function missingEditions(tx: Transaction) {
  const known = new Set(
    (await tx.select({ id: standardEdition.id }).from(standardEdition)).map((row) => row.id),
  );
  return builtInEditions.filter(({ id }) => !known.has(id));
}

/** Takes in the shipped editions of the standard that the table lacks; a row that is there is never changed. */
export const loadEditionsOnce = command({
  action: 'quality.load-built-in-editions',
  input: z.object({}),
  load: async () => ({ resource: wholeSystem, subject: { kind: 'standard-edition', id: 'built-in' } }),
  run: async ({ tx }) => {
    const missing = await missingEditions(tx);
    if (missing.length > 0) await tx.insert(standardEdition).values(missing).onConflictDoNothing();
    return { editions: missing.length };
  },
  trail: (_, output) => output,
});
