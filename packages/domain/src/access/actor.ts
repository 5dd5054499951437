import type { Role } from './role.ts';

export interface Grant {
  readonly role: Role;
  /** Id of the unit over which the role is held; null for the system, and for an administrator of the whole system. */
  readonly unitId: string | null;
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

export function holds(actor: Actor, role: Role): boolean {
  return actor.grants.some((grant) => grant.role === role);
}
