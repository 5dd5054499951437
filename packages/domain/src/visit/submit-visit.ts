import * as z from 'zod/mini';
import { optionalText } from '../input/bounded-text.ts';
import { DeclaredNotSecret } from '../input/declared-not-secret.ts';
import { Id } from '../input/id.ts';

export const longestEndNote = 4000;

/** The work on site is done and handed in to the team leader. */
export const SubmitVisit = z.object({
  visitId: Id,
  note: optionalText(longestEndNote),
  declaredNotSecret: DeclaredNotSecret,
});
export type SubmitVisit = z.infer<typeof SubmitVisit>;
