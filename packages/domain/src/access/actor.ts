import type { Role } from './role.ts';

export interface Grant {
  readonly role: Role;
  /** Id of the unit over which the role is held; null for the system, and for an administrator of the whole system. */
  readonly unitId: string | null;
  /** Held over the whole system: over nothing in particular, or over every unit that has none above it. */
  readonly whole?: boolean | undefined;
}

/** Who acts: a signed-in person, or the system itself (jobs, the command line without `--as`). */
export interface Actor {
  /** Account id; null for the system. */
  readonly accountId: string | null;
  readonly name: string;
  /** Unit the person works for; null for the system. */
  readonly unitId: string | null;
  readonly grants: readonly Grant[];
}

/** Whether a role is held over a thing; `coveredBy` names all units that stand over it. */
export function holdsOver(actor: Actor, roles: readonly Role[], coveredBy: readonly string[]): boolean {
  return actor.grants.some(
    ({ role, unitId }) => roles.includes(role) && (unitId === null || coveredBy.includes(unitId)),
  );
}

export function holdsOverWhole(actor: Actor, roles: readonly Role[]): boolean {
  return actor.grants.some(
    ({ role, unitId, whole }) => roles.includes(role) && (unitId === null || whole === true),
  );
}

/** The units over which a role is held; a role over the whole system has none of them. */
export function unitsUnder(actor: Actor, role: Role): string[] {
  return actor.grants.flatMap((grant) => (grant.role === role && grant.unitId !== null ? grant.unitId : []));
}
