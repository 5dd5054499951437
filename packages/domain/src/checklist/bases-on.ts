import type { PlainDate } from '../calendar/plain-date.ts';
import { inForce } from './in-force.ts';
import type { LegalBasis } from './legal-basis.ts';

/**
 * The provisions that a line rests on as of a day, of all that are known: those that it names where they are in force,
 * else what came in their place or was there before them. A line keeps its names; which law they mean follows the day.
 */
export function basesOn(ids: readonly string[], known: readonly LegalBasis[], day: PlainDate): LegalBasis[] {
  const holding = new Set<LegalBasis>();
  for (const id of ids) for (const basis of holdingFor(id, known, day)) holding.add(basis);
  return [...holding];
}

/** A text may be split among several, and several merged into one: each branch is followed to the first in force. */
function holdingFor(id: string, known: readonly LegalBasis[], day: PlainDate): LegalBasis[] {
  const named = known.find((basis) => basis.id === id);
  if (named === undefined) return [];
  // The way is settled by the text that is named: one that turned would come, over a gap, to law that is none of its kin.
  const back = day < named.effectiveFrom;
  const kin = [named];
  const holding: LegalBasis[] = [];
  // Grows while it is walked.
  for (const at of kin) {
    if (inForce(at, day)) holding.push(at);
    else if (day < at.effectiveFrom === back)
      kin.push(...stepFrom(at, known, back).filter((one) => !kin.includes(one)));
  }
  return holding;
}

function stepFrom(
  { id, replacedBy = [] }: LegalBasis,
  known: readonly LegalBasis[],
  back: boolean,
): LegalBasis[] {
  return known.filter((other) => (back ? other.replacedBy?.includes(id) : replacedBy.includes(other.id)));
}
