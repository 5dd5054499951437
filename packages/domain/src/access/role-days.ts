import type { PlainDate } from '../calendar/plain-date.ts';
import { DomainError } from '../error/domain-error.ts';
import { roleEnd } from './end-role.ts';
import type { Fault } from './user-import.ts';

export interface Days {
  readonly validFrom: PlainDate;
  readonly validUntil: PlainDate | null;
}

/** Days that have passed stay as they were, as where a role is ended by itself. */
export function faultOfDays(before: Days | undefined, after: Days, today: PlainDate): Fault | undefined {
  if (before === undefined) return undefined;
  const { validFrom, validUntil } = after;
  if (validFrom > before.validFrom && before.validFrom < today)
    return { reason: 'access.role-begun', details: { date: before.validFrom } };
  if (validUntil === null || !endsAfter(before.validUntil, validUntil)) return undefined;
  try {
    roleEnd(before, validUntil, today);
    return undefined;
  } catch (error) {
    if (error instanceof DomainError) return { reason: error.key, details: error.details };
    throw error;
  }
}

/** Whether somebody holds a role on a day on which they did not. */
export function givesMore(before: Days | undefined, { validFrom, validUntil }: Days): boolean {
  return before === undefined || validFrom < before.validFrom || endsAfter(validUntil, before.validUntil);
}

/** Of two last days, null where there is none. */
export function endsAfter(one: PlainDate | null, other: PlainDate | null): boolean {
  return other !== null && (one === null || one > other);
}

/** The first day of theirs that is not past. */
export function firstFrom(today: PlainDate, { validFrom }: Pick<Days, 'validFrom'>): PlainDate {
  return validFrom < today ? today : validFrom;
}
