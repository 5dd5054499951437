import type { PlainDate } from '../calendar/plain-date.ts';
import { type AbovePair, aboveGoingOn } from './above-going-on.ts';
import { goingOn, type UnitPair } from './going-on.ts';
import type { Unit } from './unit.ts';

export type Identity = { readonly unitId: string; readonly identityId: string };

/**
 * Which units are one before and after a day, by all links of that day and all units alone: the same whatever the order in which the
 * links came. `gone`: links that were there and are no more. A unit that a list says to go on is no matter of links.
 */
export function joinedByLineage({
  units,
  links,
  gone = [],
  on,
}: {
  readonly units: readonly Unit[];
  readonly links: readonly UnitPair[];
  readonly gone?: readonly UnitPair[];
  readonly on: PlainDate;
}): {
  readonly identities: readonly Identity[];
  /** The pairs that are one by now and were not. */
  readonly joined: readonly UnitPair[];
  readonly above: readonly AbovePair[];
} {
  const { kinOf, isAlone } = goingOn(links);
  const above = aboveGoingOn(units, { links, said: [...links, ...gone], on });
  const refused = new Set(above.filter(({ kin }) => kin === 'other').map(({ predecessor }) => predecessor));
  const same = [
    ...links.filter((pair) => kinOf(pair) === 'same' && !refused.has(pair.predecessor)),
    ...above.filter(({ kin }) => kin === 'same'),
  ];
  const keyOf = ({ predecessor, successor }: UnitPair) => `${predecessor.id} ${successor.id}`;
  const stays = new Set(same.map(keyOf));
  const apart = [
    ...gone,
    ...links.filter((pair) => !isAlone(pair)),
    // Of another spelling it is a list that has joined them; and what a link of their own says holds until those below say otherwise.
    ...above.filter(({ predecessor, successor }) => predecessor.name === successor.name),
  ].filter((pair) => isOne(pair) && !stays.has(keyOf(pair)));
  const joined = same.filter((pair) => !isOne(pair));

  const byIdentity = Map.groupBy(units, ({ identityId }) => identityId);
  const taken = new Map<string, string>();
  for (const { successor } of apart) {
    for (const { id, validFrom } of byIdentity.get(successor.identityId) ?? []) {
      if (validFrom >= successor.validFrom) taken.set(id, successor.id);
    }
  }
  for (const { predecessor, successor } of joined) {
    for (const { id } of byIdentity.get(successor.identityId) ?? []) taken.set(id, predecessor.identityId);
  }
  return {
    identities: [...taken].map(([unitId, identityId]) => ({ unitId, identityId })),
    joined,
    above,
  };
}

function isOne({ predecessor, successor }: UnitPair): boolean {
  return predecessor.id !== successor.id && predecessor.identityId === successor.identityId;
}

/** The links of a day with their units. */
export function pairsOf(
  links: readonly { readonly predecessorId: string; readonly successorId: string }[],
  units: readonly Unit[],
): UnitPair[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  return links.flatMap(({ predecessorId, successorId }) => {
    const [predecessor, successor] = [byId.get(predecessorId), byId.get(successorId)];
    return predecessor && successor ? [{ predecessor, successor }] : [];
  });
}
