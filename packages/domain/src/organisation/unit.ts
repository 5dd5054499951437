import { forever, type PlainDate } from '../calendar/plain-date.ts';
import type { UnitKind, UnitLevel } from './unit-kind.ts';

/**
 * One dated interval of a unit. A code alone never identifies a unit: 14053 was Xã Trực Nội until
 * 30 June 2025 and is Xã Trực Ninh since.
 */
export type Unit = {
  readonly id: string;
  /** Official code (General Statistics Office) or, for agencies, the province's own. */
  readonly code: string;
  readonly codeScheme: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly level: UnitLevel;
  readonly parentId: string | null;
  readonly validFrom: PlainDate;
  /** Last day in force; null while it goes on. */
  readonly validUntil: PlainDate | null;
  /** Id of the first interval of the same unit: its own id unless lineage says that it goes on. */
  readonly identityId: string;
};

/** The code scheme of the General Statistics Office (decision 19/2025/QĐ-TTg and its predecessors). */
export const officialCodeScheme = 'gso';
/** Codes that the province gives its agencies itself. */
export const ownCodeScheme = 'own';

type Interval = Pick<Unit, 'validFrom' | 'validUntil'>;

/** True when the unit is in force on `date`, its last day included. */
export function isInForce(unit: Interval, date: PlainDate): boolean {
  return unit.validFrom <= date && date <= (unit.validUntil ?? forever);
}

/** True when two intervals share at least one day. */
export function overlaps(one: Interval, other: Interval): boolean {
  return one.validFrom <= (other.validUntil ?? forever) && other.validFrom <= (one.validUntil ?? forever);
}
