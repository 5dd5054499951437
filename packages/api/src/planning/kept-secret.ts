import { type Actor, holds } from '@kycuong/domain/access/actor.ts';
import type { TeamRole } from '@kycuong/domain/access/role.ts';

interface SecretFacts {
  readonly keptSecret: boolean;
  readonly checkedInAt: Date | null;
  readonly createdBy: string;
  readonly teamRole: TeamRole | undefined;
}

/**
 * Whether the unit of a visit may be named to a person: until the team has checked in, an unannounced visit is known
 * to the team, to who prepared it and to the leadership that decides. Others get the visit without its unit.
 */
export function mayNameUnit(
  actor: Actor,
  { keptSecret, checkedInAt, createdBy, teamRole }: SecretFacts,
): boolean {
  return (
    !keptSecret ||
    checkedInAt !== null ||
    teamRole !== undefined ||
    createdBy === actor.accountId ||
    holds(actor, 'leadership')
  );
}
