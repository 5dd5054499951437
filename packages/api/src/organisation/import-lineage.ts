import { ImportLineage } from '@kycuong/domain/organisation/import-lineage.ts';
import { countsOf } from '@kycuong/domain/organisation/import-report.ts';
import { planLineageImport } from '@kycuong/domain/organisation/plan-lineage-import.ts';
import { tellLineageChanges } from '@kycuong/domain/organisation/tell-lineage-changes.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { judgeAgain } from '../access/take-turn.ts';
import { command } from '../command.ts';
import { importActs } from '../import-acts.ts';
import { lockUnits, rebuildScope, saveIdentities, saveLineage } from './change-units.ts';
import { loadLineage, loadUnits } from './load-units.ts';
import { recordImport } from './record-import.ts';

/** Records which units went into which on a day, by a decision. Faulty rows are left out and reported. */
export const importLineage = command({
  action: importActs.lineage.action,
  input: ImportLineage,
  load: async ({ input }) => ({
    resource: importActs.lineage.place(),
    subject: { kind: 'unit-lineage', id: input.on },
  }),
  run: async (work) => {
    const { tx, input, now } = work;
    await lockUnits(tx);
    const { action, place } = importActs.lineage;
    await judgeAgain(work, action, async () => ({ resource: place() }));
    const newId = () => uuidV7(now.getTime());
    const [units, existing] = [await loadUnits(tx), await loadLineage(tx)];
    const { create, identities, report } = planLineageImport({ units, existing, ...input, newId });
    const said = { on: input.on, decision: input.decision };
    return recordImport(work, { list: 'lineage', said }, async () => {
      await saveLineage(tx, create);
      await saveIdentities(tx, identities);
      if (create.length + identities.length > 0) await rebuildScope(tx);
      return { ...report, changes: tellLineageChanges(create, units, input.rows) };
    });
  },
  trail: ({ on, decision }, { unmatched, ...report }) => ({
    on,
    decision,
    ...countsOf(report),
    kept: report.kept,
    unmatched: unmatched.length,
  }),
});
