import * as z from 'zod/mini';
import { Instant } from '../calendar/instant.ts';
import { Id } from '../input/id.ts';

/** The team has arrived; an unannounced visit is no secret to the unit from here on. */
export const CheckInVisit = z.object({ visitId: Id, arrivedAt: Instant });
export type CheckInVisit = z.infer<typeof CheckInVisit>;
