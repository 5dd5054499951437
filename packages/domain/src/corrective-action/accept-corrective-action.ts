import * as z from 'zod/mini';
import { optionalText } from '../input/bounded-text.ts';
import { Id } from '../input/id.ts';

/**
 * Acceptance by a second person, never by who answered nor by the head of the unit that answered. `answerId` names the answer
 * that was read.
 */
export const AcceptCorrectiveAction = z.object({ actionId: Id, answerId: Id, note: optionalText(2000) });
export type AcceptCorrectiveAction = z.infer<typeof AcceptCorrectiveAction>;
