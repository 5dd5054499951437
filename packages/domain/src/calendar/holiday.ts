import * as z from 'zod/mini';
import { optionalLine, requiredLine } from '../input/bounded-text.ts';
import { Seen } from '../input/seen.ts';
import { PlainDate } from './plain-date-schema.ts';
import { SourceMark } from './source-mark.ts';

/** `off`: a weekday on which offices are closed. `worked`: a day of the weekly rest that is worked in exchange. */
export const holidayKinds = ['off', 'worked'] as const;

/** One row of the holiday table. A date has at most one row. */
export const Holiday = z.object({
  date: PlainDate,
  kind: z.enum(holidayKinds),
  nameVi: requiredLine(200),
  nameEn: requiredLine(200),
  source: requiredLine(300),
  mark: SourceMark,
});
export type Holiday = z.infer<typeof Holiday>;

/** One day written anew, or over the row that was read. Without an English name the Vietnamese one stands in both. */
export const SetHoliday = z.extend(Holiday, { nameEn: optionalLine(200), seen: Seen });
export type SetHoliday = z.infer<typeof SetHoliday>;

/** `confirmed` once the year's official notice is in; until then deadlines in that year may still move. */
export const HolidayYear = z.object({
  year: z.int().check(z.minimum(1945), z.maximum(2199)),
  confirmed: z.boolean(),
  source: requiredLine(300),
});
export type HolidayYear = z.infer<typeof HolidayYear>;

export const SetHolidayYear = z.extend(HolidayYear, { seen: Seen });
export type SetHolidayYear = z.infer<typeof SetHolidayYear>;
