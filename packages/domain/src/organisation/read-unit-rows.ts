import type { ErrorKey } from '../error/catalogue.ts';
import type { ErrorDetails } from '../error/domain-error.ts';
import type { RowFault } from './import-report.ts';
import type { UnitRow } from './import-row.ts';
import { readUnitKind } from './read-unit-kind.ts';
import type { UnitKind } from './unit-kind.ts';
import { tidyName } from './unit-name.ts';

/** A row that makes sense by itself; its parent is not looked up yet. */
export type StatedUnit = {
  readonly line: number;
  readonly code: string;
  readonly name: string;
  readonly kind: UnitKind;
  /** "" at the top of the tree. */
  readonly parentCode: string;
};

const longestCode = 20;
const longestName = 200;
// PostgreSQL text cannot hold a NUL or half a character, and no name holds a control character.
const unreadable = /\p{Cc}|\p{Cs}/u;

function faultOf(row: UnitRow, code: string, name: string): [ErrorKey, ErrorDetails?] | undefined {
  if (row.fault) return [row.fault, { column: row.faultColumn }];
  if (code === '') return ['organisation.code-missing'];
  if (name === '') return ['organisation.name-missing', { code: code.slice(0, longestCode) }];
  if (unreadable.test(code) || unreadable.test(name)) return ['organisation.unreadable-characters'];
  if (code.length > longestCode) return ['organisation.code-too-long', { maximum: longestCode }];
  if (name.length > longestName) return ['organisation.name-too-long', { code, maximum: longestName }];
  return undefined;
}

/** The rows of a unit list that can be understood, in the order of the file, and why the others cannot. */
export function readUnitRows(rows: readonly UnitRow[]): { stated: StatedUnit[]; rejected: RowFault[] } {
  const stated: StatedUnit[] = [];
  const rejected: RowFault[] = [];
  const firstLines = new Map<string, number>();
  for (const row of rows) {
    const { line, values } = row;
    const code = values.code.trim();
    const name = tidyName(values.name);
    const parentCode = (values.parent_code ?? '').trim();
    const kind = readUnitKind(values.kind ?? '', name, parentCode !== '');
    const fault = faultOf(row, code, name);
    const first = firstLines.get(code);
    if (fault) {
      rejected.push({ line, reason: fault[0], details: fault[1] ?? {} });
    } else if (!kind) {
      const details = { code, kind: (values.kind ?? '').trim().slice(0, 40) };
      rejected.push({ line, reason: 'organisation.kind-unknown', details });
    } else if (first !== undefined) {
      rejected.push({ line, reason: 'organisation.code-repeated', details: { code, first } });
    } else {
      firstLines.set(code, line);
      stated.push({ line, code, name, kind, parentCode });
    }
  }
  return { stated, rejected };
}
