import { mutation, reading, router } from '../trpc.ts';
import { getUnit } from './get-unit.ts';
import { importLineage } from './import-lineage.ts';
import { importUnits } from './import-units.ts';
import { listUnits } from './list-units.ts';
import { previewUnitImport } from './preview-unit-import.ts';

export const organisationRouter = router({
  list: reading(listUnits),
  get: reading(getUnit),
  importUnits: mutation(importUnits),
  previewUnitImport: reading(previewUnitImport),
  importLineage: mutation(importLineage),
});
