import { dateInVietnam, isPlainDate, type PlainDate } from '@kycuong/domain/calendar/plain-date.ts';

/** The day on which what was imported stands in the list of units, where that is not today. */
export function dayOfList(from: string, until = ''): { readonly on?: PlainDate } {
  const today = dateInVietnam(new Date());
  const isToday = from <= today && (!isPlainDate(until) || today <= until);
  return isToday || !isPlainDate(from) ? {} : { on: from };
}
