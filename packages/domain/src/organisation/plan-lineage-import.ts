import { addDays, type PlainDate } from '../calendar/plain-date.ts';
import { goingOn, type UnitPair } from './going-on.ts';
import {
  byLine,
  type LineageReport,
  type RowFault,
  type RowWarning,
  type UnmatchedUnit,
} from './import-report.ts';
import type { LineageRow } from './import-row.ts';
import { nameWarnings } from './name-warnings.ts';
import { readLineageRows, type StatedLineage } from './read-lineage-rows.ts';
import { isInForce, type Unit } from './unit.ts';
import { isTerritoryKind } from './unit-kind.ts';
import type { UnitLineage } from './unit-lineage.ts';

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
  /** Units that take the identity of an earlier interval: the successors that go on, and what follows them. */
  readonly identities: readonly { readonly unitId: string; readonly identityId: string }[];
  /** `unmatched`: units that end the day before, of the levels that the file speaks of, and that it does not name. */
  readonly report: LineageReport;
};

type FoundPair = UnitPair & { readonly line: number };

/**
 * What a lineage file of one day changes. The predecessor is the unit with the old code in force the day before,
 * the successor the one with the new code in force `on`. Any number of rows may share a unit on either side:
 * merges and splits. A predecessor that passes whole into a successor which comes from nothing else, with the same
 * code and name is the same unit going on. The same file again changes nothing.
 */
export function planLineageImport(input: LineageImport): LineageImportPlan {
  const { units, rows, on, decision, newId } = input;
  const existing = input.existing.filter((link) => link.onDate === on);
  const { stated, rejected, predecessorCodes } = readLineageRows(rows);
  const { pairs, faults, warnings } = findPairs(units, stated, on);
  const known = new Map(existing.map((link) => [keyOf(link.predecessorId, link.successorId), link]));
  const kinship = goingOn(pairs, existing);

  const create: UnitLineage[] = [];
  const identities = new Map<string, string>();
  const otherDecisions = new Set<string>();
  for (const pair of pairs) {
    const { predecessor, successor, line } = pair;
    const kin = kinship(pair);
    const continues = kin === 'same';
    if (kin === 'unclear') {
      const details = { code: successor.code, before: predecessor.name, after: successor.name };
      warnings.push({ line, code: successor.code, reason: 'organisation.same-unit-unclear', details });
    }
    if (continues && successor.identityId !== predecessor.identityId) {
      identities.set(successor.identityId, predecessor.identityId);
    }
    const link = known.get(keyOf(predecessor.id, successor.id));
    if (!link) {
      const ids = { predecessorId: predecessor.id, successorId: successor.id };
      create.push({ id: newId(), ...ids, onDate: on, decision, continues });
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

  rejected.push(...faults);
  return {
    create,
    identities: units.flatMap((unit) => {
      const identityId = identities.get(unit.identityId);
      return identityId === undefined ? [] : [{ unitId: unit.id, identityId }];
    }),
    report: {
      read: rows.length,
      created: create.length,
      updated: 0,
      unchanged: rows.length - rejected.length - create.length,
      rejected: rejected.sort(byLine),
      warnings: warnings.sort(byLine),
      asked: [],
      unmatched: endingUnnamed(units, pairs, predecessorCodes, existing, addDays(on, -1)),
    },
  };
}

/** The units that the rows mean. A row whose unit does not end is right, but makes no link. */
function findPairs(units: readonly Unit[], stated: readonly StatedLineage[], on: PlainDate) {
  const dayBefore = addDays(on, -1);
  const before = inForceByCode(units, dayBefore);
  const after = inForceByCode(units, on);
  const pairs: FoundPair[] = [];
  const faults: RowFault[] = [];
  const warnings: RowWarning[] = [];
  const named = nameWarnings();
  for (const row of stated) {
    const { line, oldCode, newCode } = row;
    const predecessor = before.get(oldCode);
    const successor = after.get(newCode);
    if (!predecessor) {
      const details = { code: oldCode.slice(0, 20), date: dayBefore };
      faults.push({ line, reason: 'organisation.predecessor-unknown', details });
    } else if (!successor) {
      const details = { code: newCode.slice(0, 20), date: on };
      faults.push({ line, reason: 'organisation.successor-unknown', details });
    } else {
      warnings.push(...named(row, { predecessor, successor }));
      if (predecessor.id === successor.id) continue;
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
  named: ReadonlySet<string>,
  existing: readonly UnitLineage[],
  lastDay: PlainDate,
): UnmatchedUnit[] {
  const sorts = new Set(pairs.map(({ predecessor }) => sortOf(predecessor)));
  const linked = new Set(existing.map(({ predecessorId }) => predecessorId));
  const names = new Map(units.map(({ id, name }) => [id, name]));
  return units
    .filter(
      (unit) =>
        unit.validUntil === lastDay &&
        sorts.has(sortOf(unit)) &&
        !linked.has(unit.id) &&
        !named.has(unit.code),
    )
    .map(({ code, name, kind, parentId }) => ({
      code,
      name,
      kind,
      parentName: parentId === null ? null : (names.get(parentId) ?? null),
    }))
    .sort((one, other) => (one.code < other.code ? -1 : 1));
}
