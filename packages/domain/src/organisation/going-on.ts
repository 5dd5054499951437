import type { Fan } from './read-lineage-rows.ts';
import type { Unit } from './unit.ts';
import type { UnitLineage } from './unit-lineage.ts';
import { isSameName } from './unit-name.ts';

export type UnitPair = { readonly predecessor: Unit; readonly successor: Unit };

/**
 * Tells which pairs are one unit going on: a predecessor that passes whole into a successor which comes from
 * nothing else, with the same code and the same name. `fan` also counts what the file names in rows that were
 * refused.
 */
export function goingOn(
  pairs: readonly UnitPair[],
  fan: Fan,
  existing: readonly UnitLineage[],
): (pair: UnitPair) => boolean {
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

  return ({ predecessor, successor }) =>
    predecessor.code === successor.code &&
    isSameName(predecessor.name, successor.name) &&
    isOnly(predecessors.get(successor.id)) &&
    fan.predecessorsOf.get(successor.code)?.size === 1 &&
    isOnly(successors.get(predecessor.id)) &&
    fan.successorsOf.get(predecessor.code)?.size === 1;
}
