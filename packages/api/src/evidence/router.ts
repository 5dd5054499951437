import { mutation, reading, router } from '../trpc.ts';
import { attachEvidence } from './attach-evidence.ts';
import { listAwaitedEvidence } from './list-awaited-evidence.ts';
import { listEvidenceStates } from './list-evidence-states.ts';

export const evidenceRouter = router({
  attach: mutation(attachEvidence),
  awaited: reading(listAwaitedEvidence),
  states: reading(listEvidenceStates),
});
