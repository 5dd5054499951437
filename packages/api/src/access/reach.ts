import { unitScope } from '@kycuong/db/schema/organisation.ts';
import type { Actor } from '@kycuong/domain/access/actor.ts';
import type { Role } from '@kycuong/domain/access/role.ts';
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

/** Tells over which units the actor holds a role; null: over the whole system. */
export async function reachOf(
  tx: Transaction,
  actor: Actor,
  role: Role,
): Promise<(unitId: string | null) => boolean> {
  const held = actor.grants.filter((grant) => grant.role === role).map(({ unitId }) => unitId);
  if (held.includes(null)) return () => true;
  const over = held.flatMap((unitId) => unitId ?? []);
  if (over.length === 0) return () => false;
  const rows = await tx
    .selectDistinct({ id: unitScope.unitId })
    .from(unitScope)
    .where(inArray(unitScope.ancestorId, over));
  const reached = new Set(rows.map(({ id }) => id));
  return (unitId) => unitId !== null && reached.has(unitId);
}
