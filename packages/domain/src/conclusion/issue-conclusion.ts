import * as z from 'zod/mini';
import { PlainDate } from '../calendar/plain-date-schema.ts';
import { optionalText, requiredText } from '../input/bounded-text.ts';
import { Id } from '../input/id.ts';

/** The conclusion goes out for the decision-maker; deadlines run from `issuedOn`, which is not counted. */
export const IssueConclusion = z.object({
  conclusionId: Id,
  number: requiredText(60),
  issuedOn: PlainDate,
  signer: requiredText(200),
  signerTitle: optionalText(200),
});
export type IssueConclusion = z.infer<typeof IssueConclusion>;
