import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { Id } from '@kycuong/domain/input/id.ts';
import * as z from 'zod/mini';
import { command } from '../command.ts';
import { loadImport } from './load-import.ts';

/** Says in the trail who looks at the file of an import, which may name hundreds of people; its bytes are read by what follows. */
export const openImportFile = command({
  action: 'organisation.open-import-file',
  input: z.object({ importId: Id }),
  load: (work) => loadImport(work, work.input.importId),
  run: async ({ facts: { kept } }) => {
    if (kept.sha256 === null) throw new DomainError('not-found', 'record.not-found');
    return { importId: kept.id, fileName: kept.fileName ?? 'tep', sha256: kept.sha256 };
  },
  trail: (_, told) => told,
});
