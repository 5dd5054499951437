import { holdsOver } from '@kycuong/domain/access/actor.ts';
import type { Role } from '@kycuong/domain/access/role.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { coveredBy } from '../organisation/covered-by.ts';
import type { Work } from '../work.ts';

/**
 * Figures over an area are only for those who see all of its rows: the fence of rows would make them too small for
 * anyone else, without a word.
 * @returns ids of all units that stand over the area, itself included.
 * @throws DomainError `not-found` for an unknown unit, `forbidden` without one of the roles over it.
 */
export async function requireOversight(
  { tx, actor }: Pick<Work<unknown>, 'tx' | 'actor'>,
  unitId: string,
  roles: readonly Role[],
): Promise<readonly string[]> {
  const covered = await coveredBy(tx, unitId);
  if (covered.length === 0) throw new DomainError('not-found', 'record.not-found');
  if (!holdsOver(actor, roles, covered)) throw new DomainError('forbidden', 'access.forbidden');
  return covered;
}
