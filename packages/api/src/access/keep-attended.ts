import { account, roleGrant } from '@kycuong/db/schema/access.ts';
import { unit, unitScope } from '@kycuong/db/schema/organisation.ts';
import { type Administered, unattended } from '@kycuong/domain/access/unattended.ts';
import { dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import type { Transaction } from '../transaction.ts';
import type { Work } from '../work.ts';

/** That somebody can come in with an account: an administrator who cannot is none. */
export function canComeIn(accountId: AnyPgColumn, now: Date): SQL<boolean> {
  return sql<boolean>`can_come_in(${accountId}, ${now.toISOString()})`;
}

/** Who administers, of those who are there. */
function administrators(tx: Transaction, now: Date): Promise<Administered[]> {
  const { unitId, validFrom, validUntil } = roleGrant;
  return tx
    .select({ unitId, validFrom, validUntil })
    .from(roleGrant)
    .innerJoin(account, eq(account.id, roleGrant.accountId))
    .where(and(eq(roleGrant.role, 'administrator'), canComeIn(account.id, now)));
}

/** Tells whether a role over the first place reaches the second, which is one of the grants'; null: the whole system. */
export async function coverage(tx: Transaction, grants: readonly Administered[]) {
  const units = [...new Set(grants.flatMap(({ unitId }) => unitId ?? []))];
  const rows =
    units.length === 0 ? [] : await tx.select().from(unitScope).where(inArray(unitScope.unitId, units));
  const pairs = new Set(rows.map(({ ancestorId, unitId }) => `${ancestorId} ${unitId}`));
  return (over: string | null, place: string | null) =>
    over === null || (place !== null && pairs.has(`${over} ${place}`));
}

/**
 * Makes a change that leaves every place the administrator that it has, today and on each day to come. Judged by what then
 * stands in the database, so that also what triggers take away counts (a slip that was given for less). Ask it in one's
 * turn (`takeTurn`).
 * @throws DomainError `conflict` with the day and, below the whole system, the unit; what was written must not stay
 */
export async function keepAttended<Result>(
  { tx, now }: Pick<Work<unknown>, 'tx' | 'now'>,
  change: () => Promise<Result>,
): Promise<Result> {
  const before = await administrators(tx, now);
  const result = await change();
  const left = unattended({
    before,
    after: await administrators(tx, now),
    today: dateInVietnam(now),
    covers: await coverage(tx, before),
  });
  if (left === undefined) return result;
  if (left.unitId === null) throw new DomainError('conflict', 'access.last-administrator', { date: left.on });
  const [place] = await tx.select({ name: unit.name }).from(unit).where(eq(unit.id, left.unitId));
  throw new DomainError('conflict', 'access.last-administrator-of', { date: left.on, unit: place?.name });
}
