import { mutation, reading, router } from '../trpc.ts';
import { getImport } from './get-import.ts';
import { getUnit } from './get-unit.ts';
import { importChanges } from './import-changes.ts';
import { listImports } from './list-imports.ts';
import { listUnits } from './list-units.ts';
import { markLinkMistaken } from './mark-link-mistaken.ts';
import { markUnitMistaken } from './mark-unit-mistaken.ts';
import { takeBackImport } from './take-back-import.ts';
import { unitRests } from './unit-rests.ts';

/** Lists of units come in as files, read aside: no call carries one. */
export const organisationRouter = router({
  list: reading(listUnits),
  get: reading(getUnit),
  imports: reading(listImports),
  import: reading(getImport),
  importChanges: reading(importChanges),
  takeBackImport: mutation(takeBackImport),
  markLinkMistaken: mutation(markLinkMistaken),
  markUnitMistaken: mutation(markUnitMistaken),
  unitRests: reading(unitRests),
});
