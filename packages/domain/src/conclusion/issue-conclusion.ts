import * as z from 'zod/mini';
import { PlainDate } from '../calendar/plain-date-schema.ts';
import { optionalLine, requiredLine } from '../input/bounded-text.ts';
import { Id } from '../input/id.ts';

/** The conclusion goes out for the decision-maker; deadlines run from `issuedOn`, which is not counted. */
export const IssueConclusion = z.object({
  conclusionId: Id,
  number: requiredLine(60),
  issuedOn: PlainDate,
  signer: requiredLine(200),
  signerTitle: optionalLine(200),
});
export type IssueConclusion = z.infer<typeof IssueConclusion>;
