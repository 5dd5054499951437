import * as z from 'zod/mini';
import { requiredText } from '../input/bounded-text.ts';
import { Id } from '../input/id.ts';

/** A role that was never meant: it counts on no day, and stays readable with the reason. */
export const MarkRoleMistaken = z.object({ grantId: Id, reason: requiredText(500) });
export type MarkRoleMistaken = z.infer<typeof MarkRoleMistaken>;
