import * as z from 'zod/mini';
import { Id } from '../input/id.ts';

/** Sessions of one's own to be ended: those that were seen, by the names under which they were shown. */
export const EndOwnSessions = z.object({ refs: z.array(Id).check(z.minLength(1), z.maxLength(200)) });
export type EndOwnSessions = z.infer<typeof EndOwnSessions>;
