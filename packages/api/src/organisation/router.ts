import { mutation, reading, router } from '../trpc.ts';
import { importLineage } from './import-lineage.ts';
import { importUnits } from './import-units.ts';
import { previewUnitImport } from './preview-unit-import.ts';

export const organisationRouter = router({
  importUnits: mutation(importUnits),
  previewUnitImport: reading(previewUnitImport),
  importLineage: mutation(importLineage),
});
