import { reading, router } from '../trpc.ts';
import { getChecklist } from './get-checklist.ts';
import { listChecklists } from './list-checklists.ts';

export const checklistRouter = router({
  list: reading(listChecklists),
  get: reading(getChecklist),
});
