import * as z from 'zod/mini';
import { Id } from '../input/id.ts';
import { PaperCode } from './paper-code.ts';

/** How long the code of a slip is good for. */
export const slipHours = 72;

/**
 * A password that somebody else made up and that goes over on paper: it opens nothing but the setting of one's own. Whoever
 * resets makes the code, so that no receipt has to carry it.
 */
export const ResetPassword = z.object({ accountId: Id, code: PaperCode });
export type ResetPassword = z.infer<typeof ResetPassword>;
