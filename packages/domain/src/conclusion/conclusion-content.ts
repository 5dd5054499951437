import * as z from 'zod/mini';
import { optionalText, requiredText } from '../input/bounded-text.ts';
import { Id } from '../input/id.ts';
import { RequirementDeadline } from './requirement-deadline.ts';
import { upgradeRequirements } from './upgrade-requirements.ts';

/** What the conclusion will ask of the unit for one finding, and by when. */
export const Requirement = z.object({
  findingId: Id,
  text: requiredText(3000),
  due: RequirementDeadline,
});
export type Requirement = z.infer<typeof Requirement>;

/** The leader's report to the decision-maker, and the draft of the notice: what was good, what was not, why, what now. */
export const ConclusionContent = z.object({
  report: requiredText(20_000),
  draft: z.object({
    /** Written at the issue, into a draft that had neither strengths nor shortcomings. */
    results: optionalText(10_000),
    strengths: optionalText(10_000),
    shortcomings: optionalText(10_000),
    causes: optionalText(10_000),
    recommendations: optionalText(10_000),
  }),
  requirements: z.array(Requirement).check(z.maxLength(500)),
});
export type ConclusionContent = z.infer<typeof ConclusionContent>;

/** The same as it was kept, by this release or an earlier one. */
export const KeptConclusionContent = z.pipe(
  z.transform((kept: unknown) => upgradeRequirements(kept)),
  ConclusionContent,
);
