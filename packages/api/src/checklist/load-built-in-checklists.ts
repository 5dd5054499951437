import { checklistVersion, legalBasis } from '@kycuong/db/schema/checklist.ts';
import { wholeSystem } from '@kycuong/domain/access/resource.ts';
import { builtInChecklists } from '@kycuong/domain/checklist/built-in/checklists.ts';
import { builtInLegalBases } from '@kycuong/domain/checklist/built-in/legal-bases/legal-bases.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { eq } from 'drizzle-orm';
import * as z from 'zod/mini';
import { command } from '../command.ts';
import { renewPackets } from '../sync/renew-packets.ts';
import type { Transaction } from '../transaction.ts';
import { outdatedBases } from './outdated-bases.ts';

async function missingChecklists(tx: Transaction) {
  const rows = await tx
    .select({ code: checklistVersion.code, number: checklistVersion.number })
    .from(checklistVersion);
  return builtInChecklists.filter(
    ({ number, content }) => !rows.some((row) => row.code === content.code && row.number >= number),
  );
}

/** Whether a shipped checklist or legal basis has never been taken in, or stands as it was before it was corrected. */
export async function lacksBuiltInChecklists(tx: Transaction): Promise<boolean> {
  if ((await missingChecklists(tx)).length > 0) return true;
  const rows = await tx.select().from(legalBasis);
  const known = new Set(rows.map(({ id }) => id));
  return builtInLegalBases.some(({ id }) => !known.has(id)) || outdatedBases(rows).length > 0;
}

/**
 * Publishes each shipped checklist whose number the database has not come to, and takes in the legal bases that are
 * missing. A version that is there is never touched; a basis is corrected unless the province has recorded it.
 * Returns how many of each came in.
 */
export async function loadBuiltInChecklists(
  tx: Transaction,
  now: Date,
): Promise<{ checklists: number; legalBases: number; corrected: number }> {
  const outdated = outdatedBases(await tx.select().from(legalBasis));
  for (const { id, ...facts } of outdated)
    await tx.update(legalBasis).set(facts).where(eq(legalBasis.id, id));
  const bases = await tx
    .insert(legalBasis)
    .values([...builtInLegalBases])
    .onConflictDoNothing()
    .returning({ id: legalBasis.id });
  if (outdated.length + bases.length > 0) await renewPackets(tx);
  const fresh = await missingChecklists(tx);
  if (fresh.length > 0)
    await tx.insert(checklistVersion).values(
      fresh.map(({ number, content }) => ({
        id: uuidV7(now.getTime()),
        code: content.code,
        number,
        status: 'published' as const,
        titleVi: content.title.vi,
        titleEn: content.title.en,
        content,
        publishedAt: now,
        recordedAt: now,
      })),
    );
  return { checklists: fresh.length, legalBases: bases.length, corrected: outdated.length };
}

/** The same as a command, for the start of a server and `kycuong migrate`. */
export const loadChecklistsOnce = command({
  action: 'checklist.load-built-in',
  input: z.object({}),
  load: async () => ({ resource: wholeSystem, subject: { kind: 'checklist', id: 'built-in' } }),
  run: ({ tx, now }) => loadBuiltInChecklists(tx, now),
  trail: (_, output) => output,
});
