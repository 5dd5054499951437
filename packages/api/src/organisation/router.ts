import { mutation, reading, router } from '../trpc.ts';
import { getUnit } from './get-unit.ts';
import { listUnits } from './list-units.ts';
import { takeBackImport } from './take-back-import.ts';

/** Lists of units come in as files, read aside: no call carries one. */
export const organisationRouter = router({
  list: reading(listUnits),
  get: reading(getUnit),
  takeBackImport: mutation(takeBackImport),
});
