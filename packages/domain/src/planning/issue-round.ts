import * as z from 'zod/mini';
import { PlainDate } from '../calendar/plain-date-schema.ts';
import { optionalText } from '../input/bounded-text.ts';
import { Id } from '../input/id.ts';
import { Seen } from '../input/seen.ts';

/** The round goes out: its visits are planned and, unless unannounced, the units are told on `noticedOn`. */
export const IssueRound = z.object({
  roundId: Id,
  noticedOn: z.nullish(PlainDate),
  /** Why units are told later than they should be; needed where they are. */
  shortNoticeReason: optionalText(2000),
  /** The version of the draft that was looked at: team, places, days. */
  seen: Seen,
});
export type IssueRound = z.infer<typeof IssueRound>;
