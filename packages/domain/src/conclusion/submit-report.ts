import * as z from 'zod/mini';
import { Id } from '../input/id.ts';
import { ConclusionContent } from './conclusion-content.ts';
import { hasResults } from './has-results.ts';

/** The team leader's report to the decision-maker, with the draft of the conclusion (thông báo kết luận). */
export const SubmitReport = z.extend(ConclusionContent, { conclusionId: Id, roundId: Id }).check(
  z.refine(
    ({ requirements }) => new Set(requirements.map((row) => row.findingId)).size === requirements.length,
    { error: 'conclusion.finding-twice', path: ['requirements'] },
  ),
  z.refine(({ draft }) => hasResults(draft), {
    error: 'conclusion.results-needed',
    path: ['draft', 'shortcomings'],
  }),
);
export type SubmitReport = z.infer<typeof SubmitReport>;
