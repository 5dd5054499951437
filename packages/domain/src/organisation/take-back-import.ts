import * as z from 'zod/mini';
import { requiredText } from '../input/bounded-text.ts';
import { Id } from '../input/id.ts';

/** Undoes a whole import, while nothing rests on it. */
export const TakeBackImport = z.object({ importId: Id, reason: requiredText(500) });
export type TakeBackImport = z.infer<typeof TakeBackImport>;
