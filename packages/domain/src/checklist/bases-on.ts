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

function holdingFor(id: string, known: readonly LegalBasis[], day: PlainDate): LegalBasis[] {
  const kin = [id];
  // Grows while it is walked: towards the later ones, or the earlier ones, never back.
  for (const at of kin) {
    const basis = known.find((other) => other.id === at);
    if (basis === undefined) continue;
    if (inForce(basis, day)) return [basis];
    const next =
      day < basis.effectiveFrom
        ? known.filter(({ replacedBy }) => replacedBy?.includes(at)).map((earlier) => earlier.id)
        : (basis.replacedBy ?? []);
    kin.push(...next.filter((one) => !kin.includes(one)));
  }
  return [];
}
