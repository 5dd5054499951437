import * as z from 'zod/mini';
import { PlainDate } from '../calendar/plain-date-schema.ts';
import { optionalLine, optionalText } from '../input/bounded-text.ts';
import { Id } from '../input/id.ts';

/** The steps that are recorded this way; closing has a command of its own. */
export const recordedKinds = ['build', 'apply', 'declare', 'redeclare', 'scope-changed'] as const;

/** A step in the life of a quality system, on its own day, with the decision that made it. */
export const RecordQualityEvent = z.object({
  eventId: Id,
  systemId: Id,
  kind: z.enum(recordedKinds),
  onDate: PlainDate,
  decisionNo: optionalLine(60),
  signer: optionalLine(200),
  /** What the declaration covers, or how the scope has changed. */
  scope: optionalText(5000),
  note: optionalText(2000),
});
export type RecordQualityEvent = z.infer<typeof RecordQualityEvent>;
