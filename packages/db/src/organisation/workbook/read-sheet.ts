import type { ErrorKey } from '@kycuong/domain/error/catalogue.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { mostColumns } from '@kycuong/domain/organisation/import-row.ts';
import { type GridRow, type HoldsHeading, mostHeadRows, placeOf } from '../grid.ts';
import { refuseMore } from '../refuse-more.ts';
import { addText } from './kept-text.ts';
import { type Background, type RawCell, readCell } from './read-cell.ts';
import { readXml } from './read-xml.ts';
import { withoutEmptyRows } from './without-empty-rows.ts';

interface Sheet {
  readonly rows: readonly GridRow[];
  /** Ranges such as `A1:D1` whose cells are shown as one. */
  readonly merged: readonly string[];
  /** False: it was read no further than its head, which is not the one that is looked for. */
  readonly isWanted: boolean;
}

const lastLine = 1_048_576;
/** More than a sheet has that a person merged. */
const mostMerged = 200_000;

function placeOfCell(address: string): number {
  const letters = /^([A-Z]{1,3})\d+$/.exec(address)?.[1];
  if (letters === undefined) throw new Error('an address that is none');
  return placeOf(letters);
}

const ascends = (next: number, last: number, most: number) =>
  Number.isInteger(next) && next > last && next <= most;

/**
 * The rows of a sheet that have any content, read as they come: neither formatted rows without any nor the distance
 * between two cells costs more than reading past it.
 * @throws DomainError `too-large` for rows or cells beyond measure; Error for what is no sheet
 */
export async function readSheet(
  pieces: AsyncIterable<string>,
  background: Background,
  isWanted: HoldsHeading,
): Promise<Sheet> {
  const rows: GridRow[] = [];
  let wanted: boolean | undefined;
  const merged: string[] = [];
  let [line, hidden, cells] = [0, false, new Map<number, string>()];
  let numeric: Set<number> | undefined;
  let faults: Map<number, ErrorKey> | undefined;
  let [place, filled] = [-1, 0];
  let cell: RawCell | undefined;
  let into: 'value' | 'inline' | undefined;
  let inReading = false;

  const openRow = ({ r, hidden: isHidden }: Readonly<Record<string, string>>) => {
    const next = r === undefined ? line + 1 : Number(r);
    if (!ascends(next, line, lastLine)) throw new Error('rows out of order');
    [line, hidden, place] = [next, isHidden === '1' || isHidden === 'true', -1];
    if (cells.size > 0) cells = new Map();
    [numeric, faults] = [undefined, undefined];
  };
  const openCell = ({ r, t, s }: Readonly<Record<string, string>>) => {
    const next = r === undefined ? place + 1 : placeOfCell(r);
    if (!ascends(next, place, mostColumns - 1)) throw new Error('cells out of order');
    place = next;
    cell = { type: t, style: s, value: undefined, inline: '', isFormula: false };
  };
  const closeCell = (closed: RawCell) => {
    const { text, isNumber, fault } = readCell(closed, background);
    cell = undefined;
    if (text === '') return;
    cells.set(place, text);
    if (isNumber) numeric = (numeric ?? new Set()).add(place);
    if (fault !== undefined) faults = (faults ?? new Map()).set(place, fault);
    filled += 1;
  };
  const closeRow = () => {
    if (cells.size === 0) return;
    rows.push({ line, hidden, cells, numeric, faults });
    if (rows.length === mostHeadRows) wanted = isWanted(rows);
    refuseMore(rows.length, filled);
  };

  const openMerge = ({ ref }: Readonly<Record<string, string>>) => {
    if (ref !== undefined && merged.push(ref) > mostMerged)
      throw new DomainError('too-large', 'file.too-many-cells', { maximum: mostMerged });
  };

  await readXml(withoutEmptyRows(pieces), {
    open: (name, attributes) => {
      if (name === 'row') openRow(attributes);
      else if (name === 'c') openCell(attributes);
      else if (name === 'mergeCell') openMerge(attributes);
      else if (cell !== undefined && name === 'f') cell = { ...cell, isFormula: true };
      else if (name === 'rPh') inReading = true;
      else if (cell !== undefined && name === 'v') {
        cell = { ...cell, value: '' };
        into = 'value';
      } else if (cell !== undefined && name === 't' && !inReading) into = 'inline';
    },
    text: (text) => {
      if (cell !== undefined && into !== undefined)
        cell = { ...cell, [into]: addText(cell[into] ?? '', text) };
    },
    close: (name) => {
      if (name === 'row') closeRow();
      else if (name === 'c' && cell !== undefined) closeCell(cell);
      else if (name === 'rPh') inReading = false;
      else if (name === 'v' || name === 't') into = undefined;
    },
    isDone: () => wanted === false,
  });
  return { rows, merged, isWanted: wanted ?? isWanted(rows) };
}
