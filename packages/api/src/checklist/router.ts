import { mutation, reading, router } from '../trpc.ts';
import { getChecklist } from './get-checklist.ts';
import { listChecklists } from './list-checklists.ts';
import { listLegalBases } from './list-legal-bases.ts';
import { recordLegalBasis } from './record-legal-basis.ts';

export const checklistRouter = router({
  list: reading(listChecklists),
  get: reading(getChecklist),
  legalBases: reading(listLegalBases),
  recordLegalBasis: mutation(recordLegalBasis),
});
