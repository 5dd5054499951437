import { countsOf } from '@kycuong/domain/organisation/import-report.ts';
import { ImportUnits } from '@kycuong/domain/organisation/import-units.ts';
import { planUnitImport } from '@kycuong/domain/organisation/plan-unit-import.ts';
import { tellUnitChanges } from '@kycuong/domain/organisation/tell-unit-changes.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { judgeAgain } from '../access/take-turn.ts';
import { command } from '../command.ts';
import { importActs } from '../import-acts.ts';
import { lockUnits, rebuildScope, saveUnits } from './change-units.ts';
import { loadUnits } from './load-units.ts';
import { recordImport } from './record-import.ts';
import { tellHeldAfter } from './tell-held-after.ts';
import { wholeByTops } from './whole-by-tops.ts';

/** Takes over a list of units of a period. Faulty rows are left out and reported; the rest is written. */
export const importUnits = command({
  action: importActs.units.action,
  input: ImportUnits,
  load: async ({ input }) => ({
    resource: importActs.units.place(),
    subject: { kind: 'unit-list', id: [input.from, input.until ?? ''].join('/') },
  }),
  run: async (work) => {
    const { tx, actor, input, now } = work;
    await lockUnits(tx);
    const { action, place } = importActs.units;
    await judgeAgain(work, action, async () => ({ resource: place() }));
    const rest = { newId: () => uuidV7(now.getTime()), wholeByTops: wholeByTops(actor, now) };
    const existing = await loadUnits(tx);
    const { create, update, report } = planUnitImport({ existing, ...input, ...rest });
    const told = await tellHeldAfter(tx, report, input.until);
    const said = { from: input.from, until: input.until };
    return recordImport(work, { list: 'units', said }, async () => {
      await saveUnits(tx, [...create, ...update]);
      if (create.length + update.length > 0) await rebuildScope(tx);
      return { ...told, changes: tellUnitChanges({ create, update }, existing, input.rows) };
    });
  },
  trail: ({ from, until }, report) => ({
    from,
    until,
    ...countsOf(report),
    kept: report.kept,
  }),
});
