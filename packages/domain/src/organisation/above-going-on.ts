import { addDays, type PlainDate } from '../calendar/plain-date.ts';
import type { UnitPair } from './going-on.ts';
import { isInForce, type Unit } from './unit.ts';
import { isTerritoryKind } from './unit-kind.ts';
import { isSameName } from './unit-name.ts';

/** The territories over a unit on a day, itself first. A parent is stated as one interval and means the unit. */
export function ladderOf(units: readonly Unit[], date: PlainDate): (unit: Unit) => Unit[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const onDay = new Map(units.filter((unit) => isInForce(unit, date)).map((unit) => [unit.identityId, unit]));
  return (unit) => {
    const ladder = [unit];
    for (let step = unit; step.parentId !== null && ladder.length < 10; ) {
      const stated = byId.get(step.parentId);
      const above = stated && (onDay.get(stated.identityId) ?? stated);
      if (!above) break;
      ladder.push(above);
      step = above;
    }
    return ladder.filter(({ kind }) => isTerritoryKind(kind));
  };
}

export type AbovePair = UnitPair & { readonly pair: UnitPair; readonly kin: 'same' | 'unclear' };

/**
 * The units above that go on by themselves: all that stood below one passed, by the links of the day, into one of the same
 * level, code, name and kind, into which nothing else came. `unclear`: only the spelling of the name differs. `pair`: the first
 * link that tells it. A unit with a link of its own is told by that.
 */
export function aboveGoingOn(
  units: readonly Unit[],
  pairs: readonly UnitPair[],
  on: PlainDate,
): readonly AbovePair[] {
  const lastDay = addDays(on, -1);
  const [ladderBefore, ladderAfter] = [ladderOf(units, lastDay), ladderOf(units, on)];
  const into = new Map<Unit, Map<Unit, UnitPair>>();
  const outOf = new Map<Unit, Set<Unit>>();
  for (const pair of pairs) {
    for (const before of ladderBefore(pair.predecessor)) {
      const after = ladderAfter(pair.successor).find(({ level }) => level === before.level);
      if (!after) continue;
      const targets = into.get(before) ?? new Map<Unit, UnitPair>();
      const sources = outOf.get(after) ?? new Set<Unit>();
      if (!targets.has(after)) targets.set(after, pair);
      into.set(before, targets);
      outOf.set(after, sources.add(before));
    }
  }
  return [...into].flatMap(([predecessor, targets]): AbovePair[] => {
    const [[successor, pair] = []] = targets;
    if (!(successor && pair) || targets.size > 1 || outOf.get(successor)?.size !== 1) return [];
    if (pair.predecessor === predecessor || predecessor.identityId === successor.identityId) return [];
    if (predecessor.validUntil !== lastDay || successor.validFrom !== on) return [];
    if (predecessor.code !== successor.code || predecessor.kind !== successor.kind) return [];
    if (predecessor.name === successor.name) return [{ predecessor, successor, pair, kin: 'same' }];
    const isSpelling = isSameName(predecessor.name, successor.name);
    return isSpelling ? [{ predecessor, successor, pair, kin: 'unclear' }] : [];
  });
}
