import type { PlainDate } from '../calendar/plain-date.ts';
import type { ErrorKey } from '../error/catalogue.ts';
import { DomainError, type ErrorDetails } from '../error/domain-error.ts';
import { byLine, type ImportReport, type RowWarning } from './import-report.ts';
import type { UnitRow } from './import-row.ts';
import { readUnitRows, type StatedUnit } from './read-unit-rows.ts';
import { isInForce, officialCodeScheme, overlaps, ownCodeScheme, type Unit } from './unit.ts';
import { codeDigitsOf, isTerritoryKind, levelOf, rankOf } from './unit-kind.ts';
import { isSameName } from './unit-name.ts';

export type UnitImport = {
  readonly existing: readonly Unit[];
  readonly rows: readonly UnitRow[];
  /** First and last day on which the list holds; `until` null where it still does. */
  readonly from: PlainDate;
  readonly until: PlainDate | null;
  readonly newId: () => string;
};

export type UnitImportPlan = {
  /** Parents before children. */
  readonly create: readonly Unit[];
  /** Each unit as it shall be. */
  readonly update: readonly Unit[];
  readonly report: ImportReport;
};

type Fault = { readonly reason: ErrorKey; readonly details: ErrorDetails };

/**
 * What a list of units in force `from`…`until` changes. A row means the unit with its code whose interval
 * shares a day with the list's; a later interval with the same code is another unit. That unit takes the row's
 * name, kind, parent and end, and begins no later than the list does. A parent is looked up in the file first,
 * then among the units of those days. The same list again changes nothing.
 * @throws DomainError `invalid` when `until` is before `from`.
 */
export function planUnitImport({ existing, rows, from, until, newId }: UnitImport): UnitImportPlan {
  if (until !== null && until < from) {
    throw new DomainError('invalid', 'organisation.until-before-from', { field: 'until' });
  }
  const { stated, rejected } = readUnitRows(rows);
  stated.sort((one, other) => rankOf(one.kind) - rankOf(other.kind) || byLine(one, other));
  const known = byCode(existing.filter((unit) => overlaps(unit, { validFrom: from, validUntil: until })));
  const inFile = new Set(stated.map(({ code }) => code));
  const settled = new Map<string, Unit>();
  const parentOf = (code: string): Unit | undefined => {
    if (inFile.has(code)) return settled.get(code);
    const choices = known.get(code) ?? [];
    return choices.find((unit) => isInForce(unit, from)) ?? choices[0];
  };

  const create: Unit[] = [];
  const update: Unit[] = [];
  const warnings: RowWarning[] = [];
  let unchanged = 0;
  for (const row of stated) {
    const { line, code, name, kind } = row;
    const parent = parentOf(row.parentCode);
    const matches = known.get(code) ?? [];
    const fault = faultOfPlace(row, parent) ?? faultOfInterval(row, matches, until);
    if (fault) {
      rejected.push({ line, ...fault });
      continue;
    }
    const [match] = matches;
    const id = match?.id ?? newId();
    const unit: Unit = {
      id,
      code,
      codeScheme: isTerritoryKind(kind) ? officialCodeScheme : ownCodeScheme,
      name,
      kind,
      level: levelOf(kind, parent?.level ?? null),
      parentId: parent?.id ?? null,
      validFrom: match && match.validFrom < from ? match.validFrom : from,
      validUntil: until,
      identityId: match?.identityId ?? id,
    };
    settled.set(code, unit);
    if (!match) create.push(unit);
    else if (isUnchanged(match, unit)) unchanged += 1;
    else update.push(unit);
    warnings.push(...oddities(row, match).map((oddity) => ({ line, code, ...oddity })));
  }

  const counts = { created: create.length, updated: update.length, unchanged };
  rejected.sort(byLine);
  warnings.sort(byLine);
  return { create, update, report: { read: rows.length, ...counts, rejected, warnings, asked: [] } };
}

function byCode(units: readonly Unit[]): Map<string, Unit[]> {
  const found = new Map<string, Unit[]>();
  for (const unit of units) {
    const others = found.get(unit.code);
    if (others) others.push(unit);
    else found.set(unit.code, [unit]);
  }
  return found;
}

function faultOfPlace({ code, kind, parentCode }: StatedUnit, parent: Unit | undefined): Fault | undefined {
  if (parentCode === '') return undefined;
  if (!parent) return { reason: 'organisation.parent-unknown', details: { code, parentCode } };
  if (rankOf(parent.kind) < rankOf(kind)) return undefined;
  return { reason: 'organisation.parent-below', details: { code, parentCode, parent: parent.name } };
}

function faultOfInterval(
  row: StatedUnit,
  matches: readonly Unit[],
  until: PlainDate | null,
): Fault | undefined {
  const { code, name } = row;
  if (matches.length > 1) return { reason: 'organisation.code-in-several-intervals', details: { code } };
  const [match] = matches;
  // A list that begins a day too early would otherwise turn the unit that has just ended into its successor.
  if (!match?.validUntil || isSameName(match.name, name)) return undefined;
  if (until !== null && until <= match.validUntil) return undefined;
  const details = { code, name: match.name, ended: match.validUntil };
  return { reason: 'organisation.overlaps-ended-unit', details };
}

function oddities({ code, name, kind, parentCode }: StatedUnit, match: Unit | undefined): Fault[] {
  const found: Fault[] = [];
  const digits = codeDigitsOf(kind);
  if (digits !== null && !(code.length === digits && /^\d+$/.test(code))) {
    found.push({ reason: 'organisation.code-of-odd-length', details: { code, digits } });
  }
  if (parentCode === '' && rankOf(kind) > 1) {
    found.push({ reason: 'organisation.parent-missing', details: { code } });
  }
  if (match && match.name !== name) {
    found.push({ reason: 'organisation.unit-renamed', details: { code, before: match.name, after: name } });
  }
  return found;
}

function isUnchanged(before: Unit, after: Unit): boolean {
  return (
    before.name === after.name &&
    before.kind === after.kind &&
    before.parentId === after.parentId &&
    before.level === after.level &&
    before.validFrom === after.validFrom &&
    before.validUntil === after.validUntil
  );
}
