import * as z from 'zod/mini';
import { optionalText, requiredText } from '../input/bounded-text.ts';
import { Id } from '../input/id.ts';
import { wholeNumber } from '../input/whole-number.ts';

/** What the conclusion will ask of the unit for one finding, and by when: working days from the day of issue. */
export const Requirement = z.object({
  findingId: Id,
  text: requiredText(3000),
  dueInWorkingDays: wholeNumber(1, 260),
});
export type Requirement = z.infer<typeof Requirement>;

/** The team leader's report to the decision-maker, with the draft of the conclusion (thông báo kết luận). */
export const SubmitReport = z
  .object({
    conclusionId: Id,
    roundId: Id,
    report: requiredText(20_000),
    draft: z.object({
      strengths: optionalText(10_000),
      shortcomings: optionalText(10_000),
      causes: optionalText(10_000),
      recommendations: optionalText(10_000),
    }),
    requirements: z.array(Requirement).check(z.maxLength(500)),
  })
  .check(
    z.refine(
      ({ requirements }) => new Set(requirements.map((row) => row.findingId)).size === requirements.length,
      { error: 'conclusion.finding-twice', path: ['requirements'] },
    ),
  );
export type SubmitReport = z.infer<typeof SubmitReport>;
