import { dateInVietnam, type PlainDate } from '@kycuong/domain/calendar/plain-date.ts';
import { dayInFigures } from '@kycuong/domain/calendar/typed-day.ts';
import type { InputIssue } from '@kycuong/domain/error/domain-error.ts';
import { plainLabel } from './plain-label.ts';

export interface DayBounds {
  readonly min: PlainDate | undefined;
  readonly max: PlainDate | undefined;
}

/** Which bound a day is beyond, in the name of its own field; the bound that is today is called so. */
export function outsideBounds(
  day: PlainDate,
  label: string,
  { min, max }: DayBounds,
  today: PlainDate = dateInVietnam(new Date()),
): Omit<InputIssue, 'field'> | undefined {
  const name = plainLabel(label);
  if (max !== undefined && day > max)
    return max === today
      ? { key: 'input.day-in-future', details: { name } }
      : { key: 'input.day-too-late', details: { name, bound: dayInFigures(max) } };
  if (min !== undefined && day < min)
    return min === today
      ? { key: 'input.day-in-past', details: { name } }
      : { key: 'input.day-too-early', details: { name, bound: dayInFigures(min) } };
  return undefined;
}
