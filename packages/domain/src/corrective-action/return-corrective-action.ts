import * as z from 'zod/mini';
import { requiredText } from '../input/bounded-text.ts';
import { Id } from '../input/id.ts';

/** The answer that was read goes back to the unit with the reason. */
export const ReturnCorrectiveAction = z.object({ actionId: Id, answerId: Id, reason: requiredText(2000) });
export type ReturnCorrectiveAction = z.infer<typeof ReturnCorrectiveAction>;
