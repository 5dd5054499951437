import * as z from 'zod/mini';
import { Id } from '../input/id.ts';

/** The team is not there after all: somebody checked in too early. Nothing may have been written at the visit meanwhile. */
export const TakeBackCheckIn = z.object({ visitId: Id });
export type TakeBackCheckIn = z.infer<typeof TakeBackCheckIn>;
