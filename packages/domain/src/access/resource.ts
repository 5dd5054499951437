import type { TeamRole } from './role.ts';

/** The facts of a thing on which permission depends. */
export interface Resource {
  /** Ids of all units that stand over the thing's unit on any date, itself included; empty: belongs to no unit. */
  readonly coveredBy: readonly string[];
  /** The actor's place in the round to which the thing belongs. */
  readonly teamRole?: TeamRole | undefined;
  /** Account that handed in what is now judged. */
  readonly submittedBy?: string | undefined;
}

/** A thing that belongs to no unit: the calendar, the checklists, one's own account. */
export const nowhere: Resource = { coveredBy: [] };
