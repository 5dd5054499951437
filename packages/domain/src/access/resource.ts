import type { TeamRole } from './role.ts';

/** The facts of a thing on which permission depends. */
export interface Resource {
  /** Ids of all units that stand over the thing's unit on any date, itself included. */
  readonly coveredBy: readonly string[];
  /** The thing belongs to no unit and concerns them all: only a role over the whole system reaches it. */
  readonly whole?: true | undefined;
  /** The actor's place in the round to which the thing belongs. */
  readonly teamRole?: TeamRole | undefined;
  /** Account that handed in what is now judged. */
  readonly submittedBy?: string | undefined;
}

/** The calendar, the checklists, the register of units, the change feed: what concerns every unit. */
export const wholeSystem: Resource = { coveredBy: [], whole: true };

/** The asker's own account, session or device. Only what anyone may do is done to it. */
export const ownThing: Resource = { coveredBy: [] };
