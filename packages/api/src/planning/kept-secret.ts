import { type Actor, holdsOver } from '@kycuong/domain/access/actor.ts';
import type { TeamRole } from '@kycuong/domain/access/role.ts';

interface SecretFacts {
  readonly keptSecret: boolean;
  readonly checkedInAt: Date | null;
  readonly createdBy: string;
  readonly teamRole: TeamRole | undefined;
  /** Ids of all units that stand over the round's lead unit. */
  readonly leadCoveredBy: readonly string[];
}

/**
 * Whether the unit of a visit may be named to a person: until the team has checked in, an unannounced visit is known
 * to the team, to who prepared it and to the leadership over the lead unit, which decides. Of the others the programme
 * office over the lead unit is told that there is a visit, without its unit; nobody else is told that.
 */
export function mayNameUnit(
  actor: Actor,
  { keptSecret, checkedInAt, createdBy, teamRole, leadCoveredBy }: SecretFacts,
): boolean {
  return (
    !keptSecret ||
    checkedInAt !== null ||
    teamRole !== undefined ||
    createdBy === actor.accountId ||
    holdsOver(actor, ['leadership'], leadCoveredBy)
  );
}

/** Whether a person may know that there is such a visit at all. */
export function mayKnowOf(actor: Actor, facts: SecretFacts): boolean {
  return mayNameUnit(actor, facts) || holdsOver(actor, ['programme-office'], facts.leadCoveredBy);
}
