import { isPlainDate } from '@kycuong/domain/calendar/plain-date.ts';
import { formatDate } from '@kycuong/ui/format.ts';

/** What stands in the field for a value: a date as people write it, or what is typed so far. */
export function shownDate(value: string): string {
  return isPlainDate(value) ? formatDate(value) : value;
}

/**
 * The value for what is typed: `26102026` and `26/10/2026` become 2026-10-26; anything short of a date stays as typed,
 * with its slashes put in while typing forward.
 */
export function typedDate(text: string, before: string): string {
  const kept = text.replace(/[^\d/]/g, '').slice(0, 10);
  const digits = kept.replaceAll('/', '');
  const forward = kept.length > shownDate(before).length;
  const plain = /^\d+$/.test(kept) || /^\d\d\/\d+$/.test(kept);
  const spaced = forward && plain ? [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4, 8)] : null;
  const shown = spaced ? spaced.filter((part) => part !== '').join('/') : kept;
  const [day = '', month = '', year = ''] = shown.split('/');
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return year.length === 4 && isPlainDate(date) ? date : shown;
}
