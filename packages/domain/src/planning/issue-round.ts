import * as z from 'zod/mini';
import { PlainDate } from '../calendar/plain-date-schema.ts';
import { Id } from '../input/id.ts';

/** The round goes out: its visits are planned and, unless unannounced, the units are told on `noticedOn`. */
export const IssueRound = z.object({ roundId: Id, noticedOn: z.nullish(PlainDate) });
export type IssueRound = z.infer<typeof IssueRound>;
