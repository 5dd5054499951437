import { mutation, router } from '../trpc.ts';
import { closeDeclaration } from './close-declaration.ts';
import { recordEvent } from './record-event.ts';
import { startSystem } from './start-system.ts';

export const qualityRouter = router({
  startSystem: mutation(startSystem),
  recordEvent: mutation(recordEvent),
  closeDeclaration: mutation(closeDeclaration),
});
