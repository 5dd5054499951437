import { addDays } from '../calendar/plain-date.ts';
import type { Unit } from './unit.ts';

type Interval = Pick<Unit, 'validFrom' | 'validUntil'>;

/** Of the intervals of a unit the one that ended because another began. */
export function formerInterval<T extends Interval>(
  intervals: readonly T[],
  { validFrom }: Interval,
): T | undefined {
  const lastDay = addDays(validFrom, -1);
  return intervals.find(({ validUntil }) => validUntil === lastDay);
}
