import { addMonths, type PlainDate } from '../calendar/plain-date.ts';

export type FoundItem = {
  readonly id: string;
  readonly itemCode: string | null;
  readonly unitId: string;
  readonly foundOn: PlainDate;
};

/** A finding repeats an earlier one on the same item within this many months (provincial practice). */
export const repeatMonths = 24;

/**
 * Earlier findings that a finding repeats, the latest first: same item, same unit or one of its predecessors, not more
 * than 24 months before. A finding without an item repeats nothing.
 * `predecessorIds`: all units that the unit came from, through any number of reforms.
 */
export function repeatedFindings<Found extends FoundItem>(
  finding: FoundItem,
  earlier: readonly Found[],
  predecessorIds: readonly string[],
): Found[] {
  if (finding.itemCode === null) return [];
  const units = new Set([finding.unitId, ...predecessorIds]);
  const since = addMonths(finding.foundOn, -repeatMonths);
  return earlier
    .filter(
      (other) =>
        other.id !== finding.id &&
        other.itemCode === finding.itemCode &&
        units.has(other.unitId) &&
        other.foundOn >= since &&
        other.foundOn < finding.foundOn,
    )
    .toSorted((a, b) => b.foundOn.localeCompare(a.foundOn));
}
