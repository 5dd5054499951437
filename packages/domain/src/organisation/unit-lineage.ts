import type { PlainDate } from '../calendar/plain-date.ts';

/** One arrow of a reorganisation: all or a part of one unit went into another. Many to many. */
export type UnitLineage = {
  readonly id: string;
  readonly predecessorId: string;
  readonly successorId: string;
  /** First day of the successor. */
  readonly onDate: PlainDate;
  /** The decision, as cited. */
  readonly decision: string;
  /** The successor was the same unit going on, as far as was known when the link was recorded. */
  readonly continues: boolean;
};
