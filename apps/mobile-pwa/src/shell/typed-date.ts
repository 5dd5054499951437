import { isPlainDate } from '@kycuong/domain/calendar/plain-date.ts';
import { typedDay } from '@kycuong/domain/calendar/typed-day.ts';
import { formatDate } from '@kycuong/ui/format.ts';

/** What stands in the field for a value: a date as people write it, or what is typed so far. */
export function shownDate(value: string): string {
  return isPlainDate(value) ? formatDate(value) : value;
}

/** A year that is written out: with two figures of it the date may be half typed. */
const wholeYear = /\d{4}/;
/** Written from the year on, as programs send one; never what comes of typing. */
const fromYear = /^\d{4}-\d/;
/** Figures and what stands between them; with more figures than a date has it is something else. */
const ofFigures = /^(?:[-/.\s]*\d){0,8}[-/.\s]*$/;

/**
 * The value for what is typed or pasted: `26102026`, `26/10/2026` and `2026-10-26` become 2026-10-26; anything short of a date
 * stays as typed, with its slashes put in while typing forward. What no date can come of stays letter by letter: to leave
 * any of it out would make another date of it.
 */
export function typedDate(text: string, before: string): string {
  const plain = text.normalize('NFKC').trim();
  const day = wholeYear.test(plain) ? typedDay(plain) : undefined;
  if (day !== undefined) return day;
  if (fromYear.test(plain) || !ofFigures.test(plain)) return text;
  const kept = plain.replace(/[-.\s]/g, '/');
  const digits = kept.replaceAll('/', '');
  const isNextKey = kept.length === shownDate(before).length + 1;
  const isPlain = /^\d+$/.test(kept) || /^\d\d\/\d+$/.test(kept);
  const spaced = isNextKey && isPlain ? [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)] : null;
  const shown = spaced ? spaced.filter((part) => part !== '').join('/') : kept;
  return (wholeYear.test(shown) ? typedDay(shown) : undefined) ?? shown;
}

/** The value once the field is left: nothing more comes, so that two figures of a year are the year. */
export function leftDate(value: string): string {
  return typedDay(value) ?? value;
}
