import { firstOf } from '../access/tell-user-changes.ts';
import { byLine, type RowWarning } from './import-report.ts';
import type { LineageRow } from './import-row.ts';
import type { Unit } from './unit.ts';
import type { UnitLineage } from './unit-lineage.ts';
import { tidyName } from './unit-name.ts';

/** Which unit goes into which, as a person reads it before and after the import; in the order of the file. */
export function tellLineageChanges(
  create: readonly UnitLineage[],
  units: readonly Unit[],
  rows: readonly LineageRow[],
): readonly RowWarning[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const lines = new Map(
    rows.map(({ line, values }) => [`${bare(values.old_code)} ${bare(values.new_code)}`, line]),
  );
  const placeOf = ({ code, parentId }: Unit) => {
    const over = parentId === null ? undefined : byId.get(parentId);
    return over === undefined ? code : `${code}, ${over.name}`;
  };
  const told = create.flatMap(({ predecessorId, successorId, continues }): RowWarning[] => {
    const [old, now] = [byId.get(predecessorId), byId.get(successorId)];
    if (!(old && now)) return [];
    const line = lines.get(`${bare(old.code)} ${bare(now.code)}`) ?? 0;
    const details = { before: old.name, oldPlace: placeOf(old), after: now.name, newPlace: placeOf(now) };
    const reason = continues ? 'organisation.link-goes-on' : 'organisation.link-added';
    return [{ line, code: old.code, reason, details }];
  });
  return firstOf(told.sort(byLine));
}

/** A cell that held a number has lost the zeros in front. */
function bare(code: string): string {
  return tidyName(code).replace(/^0+/, '');
}
