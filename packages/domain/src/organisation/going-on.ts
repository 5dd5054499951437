import type { Unit } from './unit.ts';
import type { UnitLineage } from './unit-lineage.ts';
import { isSameName } from './unit-name.ts';

export type UnitPair = { readonly predecessor: Unit; readonly successor: Unit };

/**
 * Tells which pairs are one unit going on: a predecessor that passes whole into a successor which comes from
 * nothing else, with the same code and the same name. `unclear`: only the spelling of the name differs, which a
 * person has to settle. Refused rows do not count.
 */
export function goingOn(
  pairs: readonly UnitPair[],
  existing: readonly UnitLineage[],
): (pair: UnitPair) => 'same' | 'unclear' | 'other' {
  const links = [
    ...existing,
    ...pairs.map(({ predecessor, successor }) => ({
      predecessorId: predecessor.id,
      successorId: successor.id,
    })),
  ];
  const successors = Map.groupBy(links, ({ predecessorId }) => predecessorId);
  const predecessors = Map.groupBy(links, ({ successorId }) => successorId);
  const isOnly = (linksOfUnit: typeof links | undefined) =>
    new Set(linksOfUnit?.map(({ predecessorId, successorId }) => `${predecessorId} ${successorId}`)).size ===
    1;
  return ({ predecessor, successor }) => {
    const isLone = isOnly(predecessors.get(successor.id));
    const isWhole = isOnly(successors.get(predecessor.id));
    if (predecessor.code !== successor.code || !isLone || !isWhole) return 'other';
    if (predecessor.name === successor.name) return 'same';
    return isSameName(predecessor.name, successor.name) ? 'unclear' : 'other';
  };
}
