import { mutation, reading, router } from '../trpc.ts';
import { closeDeclaration } from './close-declaration.ts';
import { getQuality } from './get-quality.ts';
import { listEditions } from './list-editions.ts';
import { listSystems } from './list-systems.ts';
import { recordEvent } from './record-event.ts';
import { redeclarationsDue } from './redeclarations-due.ts';
import { setEdition } from './set-edition.ts';
import { startSystem } from './start-system.ts';

export const qualityRouter = router({
  get: reading(getQuality),
  list: reading(listSystems),
  editions: reading(listEditions),
  redeclarationsDue: reading(redeclarationsDue),
  setEdition: mutation(setEdition),
  startSystem: mutation(startSystem),
  recordEvent: mutation(recordEvent),
  closeDeclaration: mutation(closeDeclaration),
});
