import { mutation, reading, router } from '../trpc.ts';
import { getConclusion } from './get-conclusion.ts';
import { issueConclusion } from './issue-conclusion.ts';
import { listConclusions } from './list-conclusions.ts';
import { listFindings } from './list-findings.ts';
import { submitReport } from './submit-report.ts';

export const conclusionRouter = router({
  get: reading(getConclusion),
  list: reading(listConclusions),
  listFindings: reading(listFindings),
  submitReport: mutation(submitReport),
  issue: mutation(issueConclusion),
});
