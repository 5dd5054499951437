import type { Actor } from '@kycuong/domain/access/actor.ts';
import { dateInVietnam, type PlainDate } from '@kycuong/domain/calendar/plain-date.ts';

/** Today, where the actor administers the whole only by standing over all that is at the top. */
export function wholeByTops({ grants }: Actor, now: Date): PlainDate | undefined {
  const isBound = !grants.some(({ role, unitId }) => role === 'administrator' && unitId === null);
  return isBound ? dateInVietnam(now) : undefined;
}
