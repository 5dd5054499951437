import { addDays, forever, type PlainDate } from '../calendar/plain-date.ts';

/** Days on which somebody administers a unit and all below it; null: the whole system. */
export interface Administered {
  readonly unitId: string | null;
  readonly validFrom: PlainDate;
  readonly validUntil: PlainDate | null;
}

interface Change {
  readonly before: readonly Administered[];
  readonly after: readonly Administered[];
  readonly today: PlainDate;
  /** Does a role over the first place reach the second? */
  readonly covers: (over: string | null, place: string | null) => boolean;
}

const lastDayOf = ({ validUntil }: Administered) => validUntil ?? forever;

/**
 * The first place, and the day, that a change would leave without any administrator although it has one now; undefined
 * where none. Every day counts that is still to come: a successor whose own role ends next year is none after that.
 */
export function unattended({
  before,
  after,
  today,
  covers,
}: Change): { readonly unitId: string | null; readonly on: PlainDate } | undefined {
  for (const lost of before) {
    const over = after.filter(({ unitId }) => covers(unitId, lost.unitId));
    let day = lost.validFrom > today ? lost.validFrom : today;
    while (day <= lastDayOf(lost)) {
      const until = over
        .filter((held) => held.validFrom <= day && lastDayOf(held) >= day)
        .map(lastDayOf)
        .sort()
        .at(-1);
      if (until === undefined) return { unitId: lost.unitId, on: day };
      if (until === forever) break;
      day = addDays(until, 1);
    }
  }
  return undefined;
}
