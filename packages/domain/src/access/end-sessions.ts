import * as z from 'zod/mini';
import { Id } from '../input/id.ts';

/** Ends every session of an account; its person signs in again. */
export const EndSessions = z.object({ accountId: Id });
export type EndSessions = z.infer<typeof EndSessions>;
