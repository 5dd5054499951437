import * as z from 'zod/mini';
import { PlainDate } from '../calendar/plain-date-schema.ts';
import { requiredText } from '../input/bounded-text.ts';
import { Id } from '../input/id.ts';
import { EditionId } from './standard-edition.ts';

/** A unit sets out to build a quality system; `startedOn` is the day of the decision to do so. */
export const StartQualitySystem = z.object({
  systemId: Id,
  unitId: Id,
  editionId: EditionId,
  scope: requiredText(5000),
  startedOn: PlainDate,
  /** Made up for the demo, and shown as such. */
  sample: z.optional(z.boolean()),
});
export type StartQualitySystem = z.infer<typeof StartQualitySystem>;
