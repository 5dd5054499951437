import { shortened } from '../input/shortened.ts';
import type { RowWarning } from './import-report.ts';
import type { StatedLineage } from './read-lineage-rows.ts';
import type { Unit } from './unit.ts';
import { isSameName } from './unit-name.ts';

/**
 * Warns where a lineage file calls a unit otherwise than the unit list does; the code decides all the same. A
 * successor stands in many rows, so the same difference is told once.
 */
export function nameWarnings() {
  const told = new Set<string>();
  const differing = (line: number, unit: Unit, inFile: string): RowWarning[] => {
    const { code, name } = unit;
    const key = `${unit.id} ${inFile}`;
    if (inFile === '' || inFile === name || told.has(key)) return [];
    told.add(key);
    const reason = isSameName(inFile, name)
      ? 'organisation.name-spelled-otherwise'
      : 'organisation.name-differs';
    return [{ line, code, reason, details: { code, inFile: shortened(inFile, 200), name } }];
  };
  return (row: StatedLineage, units: { predecessor: Unit; successor: Unit }): RowWarning[] => [
    ...differing(row.line, units.predecessor, row.oldName),
    ...differing(row.line, units.successor, row.newName),
  ];
}
