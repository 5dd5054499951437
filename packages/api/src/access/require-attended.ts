import { account, roleGrant } from '@kycuong/db/schema/access.ts';
import { unit, unitScope } from '@kycuong/db/schema/organisation.ts';
import { type Administered, unattended } from '@kycuong/domain/access/unattended.ts';
import { dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Transaction } from '../transaction.ts';

export type AdministratorGrant = Administered & { readonly id: string; readonly accountId: string };

/** Who administers, of the accounts with which somebody can sign in: not locked, and with a password. */
export function administrators(tx: Transaction): Promise<AdministratorGrant[]> {
  const { id, accountId, unitId, validFrom, validUntil } = roleGrant;
  return tx
    .select({ id, accountId, unitId, validFrom, validUntil })
    .from(roleGrant)
    .innerJoin(account, eq(account.id, accountId))
    .where(
      and(
        eq(roleGrant.role, 'administrator'),
        isNull(account.disabledAt),
        sql`has_credential(${account.id})`,
      ),
    );
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
 * The last administrator of a place cannot go, not today and not on a day to come. Ask it in one's turn (`takeTurn`).
 * @throws DomainError `conflict` with the day and, below the whole system, the unit
 */
export async function requireAttended(
  tx: Transaction,
  now: Date,
  change: (before: readonly AdministratorGrant[]) => readonly AdministratorGrant[],
): Promise<void> {
  const before = await administrators(tx);
  const left = unattended({
    before,
    after: change(before),
    today: dateInVietnam(now),
    covers: await coverage(tx, before),
  });
  if (left === undefined) return;
  if (left.unitId === null) throw new DomainError('conflict', 'access.last-administrator', { date: left.on });
  const [place] = await tx.select({ name: unit.name }).from(unit).where(eq(unit.id, left.unitId));
  throw new DomainError('conflict', 'access.last-administrator-of', { date: left.on, unit: place?.name });
}
