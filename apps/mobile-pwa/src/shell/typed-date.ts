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
const longest = 10;

/**
 * The value for what is typed or pasted: `26102026`, `26/10/2026` and `2026-10-26` become 2026-10-26; anything short of a date
 * stays as typed, with its slashes put in while typing forward.
 */
export function typedDate(text: string, before: string): string {
  const plain = text.normalize('NFKC').trim();
  const day = wholeYear.test(plain) ? typedDay(plain) : undefined;
  if (day !== undefined) return day;
  if (fromYear.test(plain)) return plain.slice(0, longest);
  const kept = plain
    .replace(/[-.]/g, '/')
    .replace(/[^\d/]/g, '')
    .slice(0, longest);
  const digits = kept.replaceAll('/', '');
  const forward = kept.length > shownDate(before).length;
  const isPlain = /^\d+$/.test(kept) || /^\d\d\/\d+$/.test(kept);
  const spaced = forward && isPlain ? [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4, 8)] : null;
  const shown = spaced ? spaced.filter((part) => part !== '').join('/') : kept;
  return (wholeYear.test(shown) ? typedDay(shown) : undefined) ?? shown;
}
