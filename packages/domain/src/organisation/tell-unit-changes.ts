import { firstOf } from '../access/tell-user-changes.ts';
import type { ErrorKey } from '../error/catalogue.ts';
import type { ErrorDetails } from '../error/domain-error.ts';
import { byLine, type RowWarning } from './import-report.ts';
import type { UnitRow } from './import-row.ts';
import type { UnitImportPlan } from './plan-unit-import.ts';
import type { Unit } from './unit.ts';
import { tidyName } from './unit-name.ts';

type Told = readonly [ErrorKey, ErrorDetails];
type Find = (id: string | null) => Unit | undefined;

/** What a list of units makes of them, as a person reads it before and after the import; in the order of the file. */
export function tellUnitChanges(
  { create, update }: Pick<UnitImportPlan, 'create' | 'update'>,
  existing: readonly Unit[],
  rows: readonly UnitRow[],
): readonly RowWarning[] {
  const before = new Map(existing.map((unit) => [unit.id, unit]));
  const after = new Map([...update, ...create].map((unit) => [unit.id, unit]));
  const unitOf: Find = (id) => (id === null ? undefined : (after.get(id) ?? before.get(id)));
  const lines = new Map(rows.map(({ line, values }) => [tidyName(values.code), line]));
  const goingOn = new Map(create.map((unit) => [unit.identityId, unit]));
  const told = (unit: Unit, told: readonly Told[]): RowWarning[] => {
    const { code, name } = unit;
    // The cell may have held a number.
    const line = lines.get(code) ?? lines.get(code.replace(/^0+/, '')) ?? 0;
    return told.map(([reason, details]) => ({ line, code, reason, details: { code, name, ...details } }));
  };
  const added = create.flatMap((unit) =>
    unit.identityId === unit.id ? told(unit, [addedTold(unit, unitOf)]) : [],
  );
  const changed = update.flatMap((unit) => {
    const was = before.get(unit.id);
    const next = goingOn.get(unit.identityId);
    if (was === undefined) return [];
    return told(next ?? unit, next ? contentTold(was, next, unitOf) : changeTold(was, unit, unitOf));
  });
  return firstOf([...added, ...changed].sort(byLine));
}

function addedTold({ parentId, validFrom: from, validUntil }: Unit, unitOf: Find): Told {
  const over = unitOf(parentId)?.name;
  if (validUntil === null)
    return [
      over === undefined ? 'organisation.unit-added-at-top' : 'organisation.unit-added',
      { over, from },
    ];
  const key = over === undefined ? 'organisation.unit-added-at-top-until' : 'organisation.unit-added-until';
  return [key, { over, from, until: validUntil }];
}

function changeTold(was: Unit, unit: Unit, unitOf: Find): Told[] {
  const told = contentTold(was, unit, unitOf);
  const [from, until] = [unit.validFrom, unit.validUntil ?? undefined];
  if (was.validFrom !== from) told.push(['organisation.unit-begins', { from, before: was.validFrom }]);
  if (was.validUntil !== unit.validUntil) {
    const before = was.validUntil ?? undefined;
    if (until === undefined) told.push(['organisation.unit-opened', { before }]);
    else told.push(['organisation.unit-ends', { until }]);
  }
  return told;
}

function contentTold(was: Unit, unit: Unit, unitOf: Find): Told[] {
  const told: Told[] = [];
  const { name, validFrom: date } = unit;
  if (was.name !== name) {
    const key = was.id === unit.id ? 'organisation.unit-corrected' : 'organisation.unit-renamed';
    told.push([key, { before: was.name, after: name, date }]);
  } else if (was.kind !== unit.kind) told.push(['organisation.unit-kind-changed', { date }]);
  const [wasOver, over] = [unitOf(was.parentId), unitOf(unit.parentId)];
  if (wasOver?.identityId !== over?.identityId)
    told.push(['organisation.unit-moved', { before: wasOver?.name, after: over?.name, date }]);
  return told;
}
