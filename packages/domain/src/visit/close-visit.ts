import * as z from 'zod/mini';
import { optionalText } from '../input/bounded-text.ts';
import { Id } from '../input/id.ts';
import { longestEndNote } from './submit-visit.ts';

/** The team leader has looked through it; nothing is added to the visit any more. */
export const CloseVisit = z.object({ visitId: Id, note: optionalText(longestEndNote) });
export type CloseVisit = z.infer<typeof CloseVisit>;
