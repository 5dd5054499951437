import { refusal } from '@kycuong/domain/access/permission.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { ImportUnits } from '@kycuong/domain/organisation/import-units.ts';
import { planUnitImport } from '@kycuong/domain/organisation/plan-unit-import.ts';
import { tellUnitChanges } from '@kycuong/domain/organisation/tell-unit-changes.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { importActs } from '../import-acts.ts';
import { query } from '../query.ts';
import { loadUnits } from './load-units.ts';
import { tellHeldAfter } from './tell-held-after.ts';
import { wholeByTops } from './whole-by-tops.ts';

/** What the import would report, without importing. */
export const previewUnitImport = query({
  input: ImportUnits,
  run: async ({ tx, actor, input, now }) => {
    const reason = refusal(actor, importActs.units.action, importActs.units.place());
    if (reason !== undefined) throw new DomainError('forbidden', reason);
    const rest = { newId: () => uuidV7(now.getTime()), wholeByTops: wholeByTops(actor, now) };
    const existing = await loadUnits(tx);
    const plan = planUnitImport({ existing, ...input, ...rest });
    const report = await tellHeldAfter(tx, plan.report, input.until);
    return { ...report, changes: tellUnitChanges(plan, existing, input.rows) };
  },
});
