import * as z from 'zod/mini';
import { addDays } from '../calendar/plain-date.ts';
import { PlainDate } from '../calendar/plain-date-schema.ts';
import { DomainError } from '../error/domain-error.ts';
import { Id } from '../input/id.ts';

/** The last day on which a role is held; yesterday: it ends at once. */
export const EndRole = z.object({ grantId: Id, lastDay: PlainDate });
export type EndRole = z.infer<typeof EndRole>;

interface HeldRole {
  readonly validFrom: PlainDate;
  readonly validUntil: PlainDate | null;
}

/**
 * What becomes of a role that ends: a last day, or `never-begun`, where it would end before it begins. What was held on
 * a day that has passed stays held on that day: figures and rights of that day rest on it.
 * @throws DomainError `invalid` at `lastDay`
 */
export function roleEnd(held: HeldRole, lastDay: PlainDate, today: PlainDate): PlainDate | 'never-begun' {
  const refuse = (key: 'access.end-in-past' | 'access.role-ended' | 'access.end-too-late'): never => {
    throw new DomainError('invalid', key, { field: 'lastDay', until: held.validUntil ?? undefined });
  };
  const yesterday = addDays(today, -1);
  if (held.validUntil !== null && held.validUntil <= yesterday) return refuse('access.role-ended');
  if (lastDay < yesterday) return refuse('access.end-in-past');
  if (held.validUntil !== null && lastDay > held.validUntil) return refuse('access.end-too-late');
  return lastDay < held.validFrom ? 'never-begun' : lastDay;
}
