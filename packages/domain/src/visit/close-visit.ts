import * as z from 'zod/mini';
import { optionalText } from '../input/bounded-text.ts';
import { DeclaredNotSecret } from '../input/declared-not-secret.ts';
import { Id } from '../input/id.ts';
import { Seen } from '../input/seen.ts';
import { longestEndNote } from './submit-visit.ts';

/** The team leader has looked through it; nothing is added to the visit any more. */
export const CloseVisit = z.object({
  visitId: Id,
  note: optionalText(longestEndNote),
  declaredNotSecret: DeclaredNotSecret,
  /** At the desk, how far the visit had been read; a tablet closes what it has, and names nothing. */
  seen: Seen,
});
export type CloseVisit = z.infer<typeof CloseVisit>;
