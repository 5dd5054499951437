import { importFile } from '@kycuong/db/schema/list-import.ts';
import { trailEntry } from '@kycuong/db/schema/trail.ts';
import { can } from '@kycuong/domain/access/permission.ts';
import { Id } from '@kycuong/domain/input/id.ts';
import { eq, sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { query } from '../query.ts';
import { importHindrances } from './import-hindrances.ts';
import { importLine } from './list-imports.ts';
import { loadImport } from './load-import.ts';
import { digestOf } from './record-import.ts';

/**
 * One import: what came in, what stands in the way of taking it back, and whether what is kept of its changes is still what
 * was written, by its own hash and by that in the audit trail as far as the asker sees it.
 */
export const getImport = query({
  input: z.object({ importId: Id }),
  run: async (work) => {
    const { tx, actor } = work;
    const { kept, resource } = await loadImport(work, work.input.importId);
    const { digest } = await digestOf(tx, kept.id);
    const [told] = await tx
      .select({ digest: sql<string | null>`${trailEntry.detail} -> 'kept' ->> 'digest'` })
      .from(trailEntry)
      .where(eq(trailEntry.commandId, kept.id));
    const [file] =
      kept.sha256 === null
        ? []
        : await tx
            .select({ size: importFile.size })
            .from(importFile)
            .where(eq(importFile.sha256, kept.sha256));
    return {
      ...importLine(kept),
      size: file?.size ?? null,
      intact: digest === kept.digest && (told?.digest ?? digest) === digest,
      mayTakeBack: can(actor, 'organisation.take-back-import', resource),
      hindrances: await importHindrances(tx, kept),
    };
  },
});
