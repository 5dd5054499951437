import * as z from 'zod/mini';
import { optionalText } from '../input/bounded-text.ts';
import { DeclaredNotSecret } from '../input/declared-not-secret.ts';
import { Id } from '../input/id.ts';

export const longestHandOverNote = 2000;

/**
 * The author asks a colleague in the team to go on at the visit. It moves nothing and locks nothing: what was written
 * stays its author's, and everybody in the team may go on writing.
 */
export const HandOverVisit = z.object({
  visitId: Id,
  toAccountId: Id,
  note: optionalText(longestHandOverNote),
  declaredNotSecret: DeclaredNotSecret,
});
export type HandOverVisit = z.infer<typeof HandOverVisit>;
