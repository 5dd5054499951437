import { unitScope } from '@kycuong/db/schema/organisation.ts';
import { type Actor, unitsUnder } from '@kycuong/domain/access/actor.ts';
import type { Resource } from '@kycuong/domain/access/resource.ts';
import type { Role } from '@kycuong/domain/access/role.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { inArray } from 'drizzle-orm';
import { coveredBy } from '../organisation/covered-by.ts';
import type { Transaction } from '../transaction.ts';

/** Stands over everything: no unit has it, so only a role over the whole system covers what it covers. */
export const wholeSystem = 'whole-system';

/** Ids of the units that stand over all the given places (null: the whole system). Never empty. */
export async function coveredByAll(
  tx: Transaction,
  places: readonly (string | null)[],
): Promise<readonly string[]> {
  let common: readonly string[] | undefined;
  for (const place of new Set(places)) {
    const over = place === null ? [] : await coveredBy(tx, place);
    common = common === undefined ? over : common.filter((id) => over.includes(id));
  }
  return common === undefined || common.length === 0 ? [wholeSystem] : common;
}

/** A list that is judged row by row, each by its own place: whoever holds the role somewhere may bring one. */
export function withinReach(actor: Actor, role: Role): Resource {
  return { coveredBy: unitsUnder(actor, role) };
}

/**
 * The same, where the actor holds it at all.
 * @throws DomainError `forbidden` for whoever holds it over nothing.
 */
export async function requireReach(tx: Transaction, actor: Actor, role: Role) {
  if (!actor.grants.some((grant) => grant.role === role))
    throw new DomainError('forbidden', 'access.forbidden');
  return reachOf(tx, actor, role);
}

/** Tells whether one role of the kind that the actor holds stands over all the places; null: the whole system. */
export async function reachOf(
  tx: Transaction,
  actor: Actor,
  role: Role,
): Promise<(...places: readonly (string | null)[]) => boolean> {
  const held = actor.grants.filter((grant) => grant.role === role).map(({ unitId }) => unitId);
  if (held.includes(null)) return () => true;
  const over = unitsUnder(actor, role);
  if (over.length === 0) return () => false;
  const rows = await tx.select().from(unitScope).where(inArray(unitScope.ancestorId, over));
  const reached = [...Map.groupBy(rows, ({ ancestorId }) => ancestorId).values()].map(
    (below) => new Set(below.map(({ unitId }) => unitId)),
  );
  return (...places) =>
    reached.some((below) => places.every((unitId) => unitId !== null && below.has(unitId)));
}
