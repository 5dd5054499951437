import { refusal } from '@kycuong/domain/access/permission.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { ImportLineage } from '@kycuong/domain/organisation/import-lineage.ts';
import { planLineageImport } from '@kycuong/domain/organisation/plan-lineage-import.ts';
import { tellLineageChanges } from '@kycuong/domain/organisation/tell-lineage-changes.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { importActs } from '../import-acts.ts';
import { query } from '../query.ts';
import { loadLineage, loadUnits } from './load-units.ts';

/** What the import of lineage would report, without importing. */
export const previewLineageImport = query({
  input: ImportLineage,
  run: async ({ tx, actor, input, now }) => {
    const reason = refusal(actor, importActs.lineage.action, importActs.lineage.place());
    if (reason !== undefined) throw new DomainError('forbidden', reason);
    const newId = () => uuidV7(now.getTime());
    const [units, existing] = [await loadUnits(tx), await loadLineage(tx)];
    const { create, report } = planLineageImport({ units, existing, ...input, newId });
    return { ...report, changes: tellLineageChanges(create, units, input.rows) };
  },
});
