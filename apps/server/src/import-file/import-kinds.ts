import type { AnyCommand } from '@kycuong/api/command.ts';
import type { Query } from '@kycuong/api/query.ts';
import type { ImportList } from '@kycuong/db/organisation/import-shapes.ts';
import type * as z from 'zod/mini';

/** What a list would do, and the command that does it. */
interface ImportKind {
  readonly preview: Query<z.ZodMiniType, unknown>;
  readonly command: AnyCommand;
}

/** Each loads what it needs and nothing of the others: a worker lives for one list. */
export const importKinds: Readonly<Record<ImportList, () => Promise<ImportKind>>> = {
  units: async () => {
    const { importUnits: command } = await import('@kycuong/api/organisation/import-units.ts');
    const { previewUnitImport } = await import('@kycuong/api/organisation/preview-unit-import.ts');
    return { command, preview: previewUnitImport };
  },
  lineage: async () => {
    const { importLineage: command } = await import('@kycuong/api/organisation/import-lineage.ts');
    const { previewLineageImport } = await import('@kycuong/api/organisation/preview-lineage-import.ts');
    return { command, preview: previewLineageImport };
  },
  users: async () => {
    const { importUsers: command } = await import('@kycuong/api/access/import-users.ts');
    const { previewUserImport } = await import('@kycuong/api/access/preview-user-import.ts');
    return { command, preview: previewUserImport };
  },
};
