import { addDays, type PlainDate } from '../calendar/plain-date.ts';
import type { UnitPair } from './going-on.ts';
import { isInForce, type Unit } from './unit.ts';
import { isTerritoryKind, rankOf } from './unit-kind.ts';
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

export type AbovePair = UnitPair & {
  /** Some link says something of one of them, or of what is below. */
  readonly pair: UnitPair | undefined;
  /** `open`: of something below nothing is said yet. `unclear`: only the spelling of the name differs. */
  readonly kin: 'same' | 'unclear' | 'open' | 'other';
};

/**
 * The units above that end the day before and begin again with the same code, name and kind, under the same: whether they go on
 * by themselves. That is so where of each territory now below it is said that it came from below the one before, by the links of
 * the day or as it is, and none before went elsewhere. Old lists hold communes that had ended already, of which no link ever
 * speaks: they keep nothing apart. `said`: links that say something of the day, those that hold no more included; only of what they speak of it is told.
 */
export function aboveGoingOn(
  units: readonly Unit[],
  {
    links,
    said,
    on,
  }: { readonly links: readonly UnitPair[]; readonly said: readonly UnitPair[]; readonly on: PlainDate },
): readonly AbovePair[] {
  const lastDay = addDays(on, -1);
  const before = sideOf(units, lastDay);
  const after = sideOf(units, on);
  const successors = Map.groupBy(links, ({ predecessor }) => predecessor);
  const predecessors = Map.groupBy(links, ({ successor }) => successor);
  const into = (unit: Unit) => [
    ...(successors.get(unit) ?? []).map(({ successor }) => successor),
    ...after.same(unit),
  ];
  const from = (unit: Unit) => [
    ...(predecessors.get(unit) ?? []).map(({ predecessor }) => predecessor),
    ...before.same(unit),
  ];
  const beginning = new Map(
    units.filter(({ validFrom }) => validFrom === on).map((unit) => [unit.code, unit]),
  );
  const told = new Map<Unit, AbovePair>();
  const ending = units.filter(({ validUntil, kind }) => validUntil === lastDay && isTerritoryKind(kind));
  for (const predecessor of ending.toSorted((one, other) => rankOf(one.kind) - rankOf(other.kind))) {
    const successor = beginning.get(predecessor.code);
    if (!successor || predecessor.kind !== successor.kind) continue;
    if (!isSameName(predecessor.name, successor.name)) continue;
    const [below, belowNow] = [before.below(predecessor), after.below(successor)];
    if (below.length + belowNow.length === 0) continue;
    const [left, right] = [new Set([predecessor, ...below]), new Set([successor, ...belowNow])];
    const pair = said.find((link) => left.has(link.predecessor) || right.has(link.successor));
    const [over, overNow] = [before.over(predecessor), after.over(successor)];
    const kinOver =
      over && overNow ? kinAbove(told.get(over), over, overNow) : over === overNow ? 'same' : undefined;
    if (kinOver === undefined) continue;
    const whole = judge(
      left,
      (unit) => into(unit).map((one) => after.at(one, predecessor.level, successor)),
      { mustBeSaid: () => false, wanted: successor },
    );
    const alone = judge(
      right,
      (unit) => from(unit).map((one) => before.at(one, predecessor.level, predecessor)),
      {
        mustBeSaid: (unit) => after.isLowest(unit) && (unit !== successor || belowNow.length === 0),
        wanted: predecessor,
      },
    );
    const verdicts = [whole, alone, kinOver];
    const spelled = predecessor.name === successor.name ? 'same' : 'unclear';
    const kin = verdicts.includes('other') ? 'other' : verdicts.includes('open') ? 'open' : spelled;
    told.set(predecessor, { predecessor, successor, pair, kin });
  }
  return [...told.values()].filter(({ pair }) => pair !== undefined);
}

type Verdict = 'same' | 'open' | 'other';

function kinAbove(told: AbovePair | undefined, over: Unit, overNow: Unit): Verdict | undefined {
  if (told?.successor === overNow) return told.kin === 'same' ? 'same' : 'other';
  return over.identityId === overNow.identityId ? 'same' : undefined;
}

/** Whether all that these became, or came from, is under the wanted one. */
function judge(
  units: ReadonlySet<Unit>,
  overOthers: (unit: Unit) => readonly (Unit | undefined)[],
  { mustBeSaid, wanted }: { readonly mustBeSaid: (unit: Unit) => boolean; readonly wanted: Unit },
): Verdict {
  let verdict: Verdict = 'same';
  for (const unit of units) {
    const over = overOthers(unit);
    if (over.some((one) => one !== wanted)) return 'other';
    if (over.length === 0 && mustBeSaid(unit)) verdict = 'open';
  }
  return verdict;
}

/** The tree of territories on a day. */
function sideOf(units: readonly Unit[], date: PlainDate) {
  const ladder = ladderOf(units, date);
  const standing = units.filter((unit) => isInForce(unit, date) && isTerritoryKind(unit.kind));
  const ladders = new Map(standing.map((unit) => [unit, ladder(unit)]));
  const belowOf = new Map<Unit, Unit[]>();
  for (const [unit, [, ...above]] of ladders) {
    for (const one of above) {
      const below = belowOf.get(one) ?? [];
      below.push(unit);
      belowOf.set(one, below);
    }
  }
  const byId = new Map(standing.map((unit) => [unit.id, unit]));
  return {
    below: (unit: Unit) => belowOf.get(unit) ?? [],
    over: (unit: Unit) => ladders.get(unit)?.[1],
    isLowest: (unit: Unit) => !belowOf.has(unit),
    /** The same interval where it holds on this day too. */
    same: ({ id }: Unit) => [byId.get(id) ?? []].flat(),
    /** What is over a unit at a level. A parent that is stated and does not stand on the day means whoever takes its place. */
    at: (unit: Unit, level: Unit['level'], instead: Unit) => {
      const over = (ladders.get(unit) ?? ladder(unit)).find((one) => one.level === level);
      return over && !isInForce(over, date) && over.code === instead.code ? instead : over;
    },
  };
}
