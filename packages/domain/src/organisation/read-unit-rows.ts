import { shortened } from '../input/shortened.ts';
import { textLength } from '../input/storable-text.ts';
import type { Reason, RowFault } from './import-report.ts';
import type { UnitRow } from './import-row.ts';
import { readUnitKind } from './read-unit-kind.ts';
import type { Unit } from './unit.ts';
import { readUnitCode } from './unit-code.ts';
import type { UnitKind } from './unit-kind.ts';
import { isReadable, tidyName } from './unit-name.ts';

/** A row that makes sense by itself; its parent is not looked up yet. */
export type StatedUnit = {
  readonly line: number;
  readonly code: string;
  readonly name: string;
  readonly kind: UnitKind;
  /** "" at the top of the tree; undefined where the file does not say: what stands over the unit stays. */
  readonly parentCode: string | undefined;
  /** The cell of the parent's code held a number. */
  readonly parentIsNumber: boolean;
  /** Of its code, where a person should look at it. */
  readonly odd?: Reason;
};

const longestCode = 20;
const longestName = 200;

function faultOf(row: UnitRow, code: string, name: string): Reason | undefined {
  if (row.fault) return { reason: row.fault, details: { column: row.faultColumn } };
  if (code === '') return { reason: 'organisation.code-missing', details: {} };
  if (name === '') {
    return { reason: 'organisation.name-missing', details: { code: shortened(code, longestCode) } };
  }
  if (!isReadable(code) || !isReadable(name)) {
    return { reason: 'organisation.unreadable-characters', details: {} };
  }
  if (code.length > longestCode) {
    return { reason: 'organisation.code-too-long', details: { maximum: longestCode } };
  }
  if (textLength(name) > longestName) {
    return { reason: 'organisation.name-too-long', details: { code, maximum: longestName } };
  }
  return undefined;
}

/** What one row says, as far as it makes sense without the others. `standing`: the unit that has its code now. */
function readRow(row: UnitRow, standing: (code: string) => Unit | undefined): StatedUnit | Reason {
  const { line, values, numeric = [] } = row;
  const cell = tidyName(values.code);
  const name = tidyName(values.name);
  const fault = faultOf(row, cell, name);
  if (fault) return fault;
  const parentCode = values.parent_code === undefined ? undefined : tidyName(values.parent_code);
  const word = tidyName(values.kind ?? '');
  const before = word === '' ? standing(cell) : undefined;
  // Where the file has no parents, a code of two digits tells a city of the top from one below a province.
  const hasParent = parentCode === undefined ? cell.length > 2 : parentCode !== '';
  const kind = before?.name === name ? before.kind : (readUnitKind(word, name, hasParent) ?? before?.kind);
  if (!kind)
    return { reason: 'organisation.kind-unknown', details: { code: cell, kind: shortened(word, 40) } };
  const read = readUnitCode(cell, kind, numeric.includes('code'));
  if ('reason' in read) return read;
  return { line, ...read, name, kind, parentCode, parentIsNumber: numeric.includes('parent_code') };
}

/** The rows of a unit list that can be understood, in the order of the file, and why the others cannot. */
export function readUnitRows(
  rows: readonly UnitRow[],
  standing: (code: string) => Unit | undefined,
): { stated: StatedUnit[]; rejected: RowFault[] } {
  const stated: StatedUnit[] = [];
  const rejected: RowFault[] = [];
  const firstLines = new Map<string, number>();
  for (const row of rows) {
    const { line } = row;
    const read = readRow(row, standing);
    const first = 'reason' in read ? undefined : firstLines.get(read.code);
    if ('reason' in read) {
      rejected.push({ line, ...read });
    } else if (first !== undefined) {
      rejected.push({ line, reason: 'organisation.code-repeated', details: { code: read.code, first } });
    } else {
      firstLines.set(read.code, line);
      stated.push(read);
    }
  }
  return { stated, rejected };
}
