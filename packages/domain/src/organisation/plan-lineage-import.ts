import { addDays, type PlainDate } from '../calendar/plain-date.ts';
import { shortened } from '../input/shortened.ts';
import { ladderOf } from './above-going-on.ts';
import { goingOn, type UnitPair } from './going-on.ts';
import {
  byLine,
  type LineageReport,
  type RowFault,
  type RowWarning,
  type UnmatchedUnit,
} from './import-report.ts';
import type { LineageRow } from './import-row.ts';
import { type Identity, joinedByLineage, pairsOf } from './joined-by-lineage.ts';
import { nameWarnings } from './name-warnings.ts';
import { readLineageRows, type StatedLineage } from './read-lineage-rows.ts';
import { isInForce, type Unit } from './unit.ts';
import { paddedCodes } from './unit-code.ts';
import { isTerritoryKind } from './unit-kind.ts';
import type { UnitLineage } from './unit-lineage.ts';
import { isSameName } from './unit-name.ts';

export type LineageImport = {
  readonly units: readonly Unit[];
  readonly existing: readonly UnitLineage[];
  readonly rows: readonly LineageRow[];
  /** First day of the successors. */
  readonly on: PlainDate;
  readonly decision: string;
  readonly newId: () => string;
};

export type LineageImportPlan = {
  readonly create: readonly UnitLineage[];
  /** Units that take the identity of an earlier interval, or one of their own again, with what follows them. */
  readonly identities: readonly Identity[];
  /** `unmatched`: units that end the day before, of the levels that the file speaks of, and that it does not name. */
  readonly report: LineageReport;
};

type FoundPair = UnitPair & { readonly line: number };

/**
 * What a lineage file of one day changes. The predecessor is the unit with the old code in force the day before,
 * the successor the one with the new code in force `on`. Any number of rows may share a unit on either side:
 * merges and splits. Which of them are one unit going on is derived from all links of the day anew. The same file again changes nothing.
 */
export function planLineageImport(input: LineageImport): LineageImportPlan {
  const { units, rows, on, decision, newId } = input;
  const existing = input.existing.filter((link) => link.onDate === on);
  const { stated, rejected, predecessorCodes } = readLineageRows(rows);
  const known = new Map(existing.map((link) => [keyOf(link.predecessorId, link.successorId), link]));
  const isKnown = ({ predecessor, successor }: UnitPair) => known.has(keyOf(predecessor.id, successor.id));
  const { pairs, faults, warnings } = findPairs(units, stated, { on, isKnown });
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const earlier = new Map(
    existing.map(({ predecessorId, successorId }) => [predecessorId, byId.get(successorId)]),
  );
  const linked = [...pairs, ...pairsOf(existing, units)];
  const { kinOf } = goingOn(linked);
  const { identities, joined, above } = joinedByLineage({ units, links: linked, on });
  const isOne = new Set(joined);

  const create: UnitLineage[] = [];
  const changed = new Set<number>();
  const otherDecisions = new Set<string>();
  for (const pair of pairs) {
    const { predecessor, successor, line } = pair;
    const kin = kinOf(pair);
    if (kin === 'unclear') {
      warnings.push(unclear(line, pair));
    }
    const link = known.get(keyOf(predecessor.id, successor.id));
    if (link && isOne.has(pair)) changed.add(line);
    if (!link) {
      const other = earlier.get(predecessor.id)?.name;
      if (other !== undefined) {
        const { code, name } = predecessor;
        const details = { code, name, other };
        warnings.push({ line, code, reason: 'organisation.second-successor', details });
      }
      const ids = { predecessorId: predecessor.id, successorId: successor.id };
      create.push({ id: newId(), ...ids, onDate: on, decision, continues: kin === 'same' });
    } else if (link.decision !== decision && !otherDecisions.has(link.decision)) {
      otherDecisions.add(link.decision);
      const details = { decision: link.decision };
      warnings.push({
        line,
        code: successor.code,
        reason: 'organisation.lineage-by-other-decision',
        details,
      });
    }
  }

  const lines = new Map<UnitPair, number>(pairs.map((pair) => [pair, pair.line]));
  const owners = new Set(linked.map(({ predecessor }) => predecessor));
  for (const one of above) {
    const line = one.pair && lines.get(one.pair);
    if (line === undefined) continue;
    if (one.kin === 'open' && !owners.has(one.predecessor)) {
      const { code, name } = one.predecessor;
      warnings.push({ line, code, reason: 'organisation.going-on-untold', details: { code, name } });
    }
    if (one.kin === 'unclear' && !owners.has(one.predecessor)) warnings.push(unclear(line, one));
    if (isOne.has(one) && create.length === 0) changed.add(line);
  }

  rejected.push(...faults);
  return {
    create,
    identities,
    report: {
      read: rows.length,
      created: create.length,
      updated: changed.size,
      unchanged: rows.length - rejected.length - create.length - changed.size,
      refused: rejected.length,
      waits: 0,
      rejected: rejected.sort(byLine),
      warnings: warnings.sort(byLine),
      asked: [],
      unmatched: endingUnnamed(units, pairs, {
        linked,
        named: predecessorCodes,
        lastDay: addDays(on, -1),
      }),
    },
  };
}

function unclear(line: number, { predecessor, successor }: UnitPair): RowWarning {
  const { code, name } = successor;
  const details = { code, before: predecessor.name, after: name };
  return { line, code, reason: 'organisation.same-unit-unclear', details };
}

/** The units that the rows mean. A row whose unit does not end, or goes on by itself, is right, but makes no link. */
function findPairs(
  units: readonly Unit[],
  stated: readonly StatedLineage[],
  { on, isKnown }: { readonly on: PlainDate; readonly isKnown: (pair: UnitPair) => boolean },
) {
  const dayBefore = addDays(on, -1);
  const before = inForceByCode(units, dayBefore);
  const after = inForceByCode(units, on);
  const pairs: FoundPair[] = [];
  const faults: RowFault[] = [];
  const warnings: RowWarning[] = [];
  const named = nameWarnings();
  const firstLines = new Map<string, number>();
  for (const row of stated) {
    const { line, oldCode, newCode, oldName, newName, numeric } = row;
    const predecessor = meantBy(oldCode, before, numeric.includes('old_code') ? oldName : undefined);
    const successor = meantBy(newCode, after, numeric.includes('new_code') ? newName : undefined);
    if (predecessor === 'unclear' || successor === 'unclear') {
      const details = { code: predecessor === 'unclear' ? oldCode : newCode };
      faults.push({ line, reason: 'organisation.code-a-number', details });
    } else if (!predecessor) {
      const details = { code: shortened(oldCode, 20), date: dayBefore };
      faults.push({ line, reason: 'organisation.predecessor-unknown', details });
    } else if (!successor) {
      const details = { code: shortened(newCode, 20), date: on };
      faults.push({ line, reason: 'organisation.successor-unknown', details });
    } else {
      warnings.push(...named(row, { predecessor, successor }));
      if (predecessor.id === successor.id) continue;
      const pair = keyOf(predecessor.id, successor.id);
      const first = firstLines.get(pair);
      if (first !== undefined) {
        faults.push({ line, reason: 'organisation.lineage-repeated', details: { first } });
        continue;
      }
      firstLines.set(pair, line);
      const goesOn = predecessor.identityId === successor.identityId;
      if (goesOn && !isKnown({ predecessor, successor })) continue;
      pairs.push({ predecessor, successor, line });
      if (isInForce(predecessor, on)) {
        const { code, name } = predecessor;
        const details = { code, name, date: on };
        warnings.push({ line, code, reason: 'organisation.predecessor-still-in-force', details });
      }
    }
  }
  return { pairs, faults, warnings };
}

/** A number has lost the zeros before it: of the units that it can mean, the only one, or the only one of the row's name. */
function meantBy(
  code: string,
  units: ReadonlyMap<string, Unit>,
  nameOfNumber: string | undefined,
): Unit | undefined | 'unclear' {
  if (nameOfNumber === undefined) return units.get(code);
  const choices = paddedCodes(code).flatMap((padded) => units.get(padded) ?? []);
  if (choices.length < 2) return choices[0];
  const named = choices.filter(({ name }) => isSameName(name, nameOfNumber));
  return named.length === 1 ? named[0] : 'unclear';
}

function keyOf(predecessorId: string, successorId: string): string {
  return `${predecessorId} ${successorId}`;
}

function inForceByCode(units: readonly Unit[], date: PlainDate): Map<string, Unit> {
  return new Map(units.filter((unit) => isInForce(unit, date)).map((unit) => [unit.code, unit]));
}

/** An agency's tier says little about it: agencies are told apart by kind, territories by level. */
function sortOf(unit: Unit): string {
  return isTerritoryKind(unit.kind) ? unit.level : unit.kind;
}

function endingUnnamed(
  units: readonly Unit[],
  pairs: readonly UnitPair[],
  {
    linked,
    named,
    lastDay,
  }: {
    /** By any link of the day. */
    readonly linked: readonly UnitPair[];
    readonly named: ReadonlySet<string>;
    readonly lastDay: PlainDate;
  },
): UnmatchedUnit[] {
  const sorts = new Set(pairs.map(({ predecessor }) => sortOf(predecessor)));
  const ladder = ladderOf(units, lastDay);
  // What passes on with what stood below it is told by that.
  const told = new Set(linked.flatMap(({ predecessor }) => [predecessor, ...ladder(predecessor)]));
  const goOn = new Set(units.filter(({ validFrom }) => validFrom > lastDay).map((unit) => unit.identityId));
  const names = new Map(units.map(({ id, name }) => [id, name]));
  return units
    .filter(
      (unit) =>
        unit.validUntil === lastDay &&
        !named.has(unit.code) &&
        sorts.has(sortOf(unit)) &&
        !told.has(unit) &&
        !goOn.has(unit.identityId),
    )
    .map(({ code, name, kind, parentId }) => ({
      code,
      name,
      kind,
      parentName: parentId === null ? null : (names.get(parentId) ?? null),
    }))
    .sort((one, other) => (one.code < other.code ? -1 : 1));
}
