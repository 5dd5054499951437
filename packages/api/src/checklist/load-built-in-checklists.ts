import { checklistVersion, legalBasis } from '@kycuong/db/schema/checklist.ts';
import { wholeSystem } from '@kycuong/domain/access/resource.ts';
import { builtInChecklists } from '@kycuong/domain/checklist/built-in/checklists.ts';
import { builtInLegalBases } from '@kycuong/domain/checklist/built-in/legal-bases.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import * as z from 'zod/mini';
import { command } from '../command.ts';
import type { Transaction } from '../transaction.ts';

/** Whether a shipped checklist or legal basis has never been taken in. */
export async function lacksBuiltInChecklists(tx: Transaction): Promise<boolean> {
  const codes = new Set(
    (await tx.select({ code: checklistVersion.code }).from(checklistVersion)).map((row) => row.code),
  );
  const bases = new Set((await tx.select({ id: legalBasis.id }).from(legalBasis)).map((row) => row.id));
  return (
    builtInChecklists.some(({ code }) => !codes.has(code)) ||
    builtInLegalBases.some(({ id }) => !bases.has(id))
  );
}

/**
 * Publishes each shipped checklist that the database has no version of as its version 1, and takes in the legal bases
 * that are missing. What is there is never touched. Returns how many of each came in.
 */
export async function loadBuiltInChecklists(
  tx: Transaction,
  now: Date,
): Promise<{ checklists: number; legalBases: number }> {
  const bases = await tx
    .insert(legalBasis)
    .values([...builtInLegalBases])
    .onConflictDoNothing()
    .returning({ id: legalBasis.id });
  const codes = new Set(
    (await tx.select({ code: checklistVersion.code }).from(checklistVersion)).map((row) => row.code),
  );
  const fresh = builtInChecklists.filter(({ code }) => !codes.has(code));
  if (fresh.length > 0)
    await tx.insert(checklistVersion).values(
      fresh.map((content) => ({
        id: uuidV7(now.getTime()),
        code: content.code,
        number: 1,
        status: 'published' as const,
        titleVi: content.title.vi,
        titleEn: content.title.en,
        content,
        publishedAt: now,
        recordedAt: now,
      })),
    );
  return { checklists: fresh.length, legalBases: bases.length };
}

/** The same as a command, for the start of a server and `kycuong migrate`. */
export const loadChecklistsOnce = command({
  action: 'checklist.load-built-in',
  input: z.object({}),
  load: async () => ({ resource: wholeSystem, subject: { kind: 'checklist', id: 'built-in' } }),
  run: ({ tx, now }) => loadBuiltInChecklists(tx, now),
  trail: (_, output) => output,
});
