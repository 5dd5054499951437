import { forever, type PlainDate } from '../calendar/plain-date.ts';
import { DomainError } from '../error/domain-error.ts';
import {
  byLine,
  type ImportReport,
  type Reason,
  type RowQuestion,
  type RowWarning,
} from './import-report.ts';
import type { UnitRow } from './import-row.ts';
import { readUnitRows, type StatedUnit } from './read-unit-rows.ts';
import { type Settlement, settleUnit } from './settle-unit.ts';
import { isInForce, officialCodeScheme, overlaps, ownCodeScheme, type Unit } from './unit.ts';
import { paddedCodes } from './unit-code.ts';
import { codeDigitsOf, isTerritoryKind, levelOf, rankOf } from './unit-kind.ts';

export type UnitImport = {
  readonly existing: readonly Unit[];
  readonly rows: readonly UnitRow[];
  /** First and last day on which the list holds; `until` null where it still does. */
  readonly from: PlainDate;
  readonly until: PlainDate | null;
  /** Ids of questions of the report to which a person said yes. */
  readonly confirmed?: readonly string[];
  /**
   * Today, where whoever asks administers the whole by standing over all that is at the top: a further unit there would end
   * that, and with it that they can take the list back.
   */
  readonly wholeByTops?: PlainDate | undefined;
  readonly newId: () => string;
};

export type UnitImportPlan = {
  /** Intervals that are new, parents before children. */
  readonly create: readonly Unit[];
  /** Each interval as it shall be. */
  readonly update: readonly Unit[];
  readonly report: ImportReport;
};

/**
 * What a list of units in force `from`…`until` changes. A row means the unit with its code whose interval shares a day
 * with the list's; a later interval of another identity is another unit. A parent is looked up in the file first, then among
 * the units of those days. The same list again changes nothing.
 * @throws DomainError `invalid` when `until` is before `from`.
 */
export function planUnitImport(input: UnitImport): UnitImportPlan {
  const { existing, rows, from, until, newId } = input;
  if (until !== null && until < from) {
    throw new DomainError('invalid', 'organisation.until-before-from', { field: 'until' });
  }
  const days = { validFrom: from, validUntil: until };
  const known = Map.groupBy(
    existing.filter((unit) => overlaps(unit, days)).sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1)),
    ({ code }) => code,
  );
  const { stated, rejected } = readUnitRows(rows, (code) => known.get(code)?.at(-1));
  stated.sort((one, other) => rankOf(one.kind) - rankOf(other.kind) || byLine(one, other));
  const byId = new Map(existing.map((unit) => [unit.id, unit]));
  const inFile = new Set(stated.map(({ code }) => code));
  const settled = new Map<string, Unit>();
  const confirmed = new Set(input.confirmed);
  const register = {
    newId,
    isConfirmed: (id: string) => confirmed.has(id),
    unitOf: (id: string) => byId.get(id),
  };
  const unitWith = (code: string): Unit | undefined => {
    const units = known.get(code) ?? [];
    const standing = units.find((unit) => isInForce(unit, from)) ?? units[0];
    // A row that is refused leaves the unit that stands, and what is below it, unless it ends before the list does.
    const lasts = endOf(units.at(-1)) >= (until ?? forever);
    return settled.get(code) ?? (lasts || !inFile.has(code) ? standing : undefined);
  };

  const create: Unit[] = [];
  const update: Unit[] = [];
  const warnings: RowWarning[] = [];
  const asked: RowQuestion[] = [];
  const counts = { created: 0, updated: 0, unchanged: 0, waits: 0 };
  const isTop = (unit: Unit) => unit.parentId === null && endOf(unit) >= (input.wholeByTops ?? forever);
  for (const row of stated) {
    const { line, code } = row;
    const matches = known.get(code) ?? [];
    const found = settle(row, matches);
    const id = `another-top:${code}`;
    if (input.wholeByTops && !('reason' in found) && !confirmed.has(id)) {
      if (isTop(found.unit) && found.outcome !== 'waits' && !matches.some(isTop)) {
        counts.waits += 1;
        const details = { code, name: row.name };
        asked.push({ line, code, id, reason: 'organisation.another-top', details, waits: true });
        continue;
      }
    }
    if ('reason' in found) {
      rejected.push({ line, ...found });
      continue;
    }
    counts[found.outcome] += 1;
    if (found.outcome !== 'waits') settled.set(code, found.unit);
    byId.set(found.unit.id, found.unit);
    if (found.create) create.push(found.create);
    if (found.update) update.push(found.update);
    const doubts = row.odd ? [row.odd, ...found.warnings] : found.warnings;
    warnings.push(...doubts.map((doubt) => ({ line, code, ...doubt })));
    if (found.asked) asked.push({ line, code, ...found.asked, waits: found.outcome === 'waits' });
  }

  function settle(row: StatedUnit, matches: readonly Unit[]): Settlement | Reason {
    const parent = parentOf(row, matches.at(-1), { unitWith, unitOf: register.unitOf });
    if (parent !== null && 'reason' in parent) return parent;
    const { code, name, kind } = row;
    const codeScheme = isTerritoryKind(kind) ? officialCodeScheme : ownCodeScheme;
    const level = levelOf(kind, parent?.level ?? null);
    const content = { code, codeScheme, name, kind, level, parentId: parent?.id ?? null };
    return settleUnit(content, matches, { from, until }, register);
  }

  return {
    create,
    update,
    report: {
      read: rows.length,
      ...counts,
      refused: rejected.length,
      rejected: rejected.sort(byLine),
      warnings: warnings.sort(byLine),
      asked: asked.sort(byLine),
    },
  };
}

function endOf(unit: Unit | undefined): PlainDate {
  return unit === undefined ? '' : (unit.validUntil ?? forever);
}

type Lookup = {
  readonly unitWith: (code: string) => Unit | undefined;
  readonly unitOf: (id: string) => Unit | undefined;
};

/** What the row puts the unit under: null at the top, and there only what belongs there. */
function parentOf(row: StatedUnit, match: Unit | undefined, lookup: Lookup): Unit | null | Reason {
  const { code, kind, parentCode } = row;
  const stays = parentCode === undefined && match ? match.parentId : null;
  if (stays !== null) return lookup.unitOf(stays) ?? null;
  if (parentCode === undefined || parentCode === '') {
    return rankOf(kind) === 1 ? null : { reason: 'organisation.parent-missing', details: { code } };
  }
  const choices = row.parentIsNumber
    ? paddedCodes(parentCode, kind).flatMap((padded) => {
        const unit = lookup.unitWith(padded);
        return unit && codeDigitsOf(unit.kind) === padded.length ? [unit] : [];
      })
    : [lookup.unitWith(parentCode)];
  const [parent, other] = choices;
  if (other) return { reason: 'organisation.parent-code-unclear', details: { code, parentCode } };
  if (!parent) return { reason: 'organisation.parent-unknown', details: { code, parentCode } };
  if (rankOf(parent.kind) < rankOf(kind)) return parent;
  return { reason: 'organisation.parent-below', details: { code, parentCode, parent: parent.name } };
}
