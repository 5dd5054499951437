import { mostColumns } from '@kycuong/domain/organisation/import-row.ts';
import { refuseMore } from '../refuse-more.ts';
import { type Background, cellText, type RawCell } from './cell-text.ts';
import { addText } from './kept-text.ts';
import { readXml } from './read-xml.ts';
import { withoutEmptyRows } from './without-empty-rows.ts';

/** A row of a sheet with something in it. Only filled cells are kept, by their place from 0. */
export interface SheetRow {
  readonly line: number;
  readonly hidden: boolean;
  readonly cells: ReadonlyMap<number, string>;
}

export interface Sheet {
  readonly rows: readonly SheetRow[];
  /** Ranges such as `A1:D1` whose cells are shown as one. */
  readonly merged: readonly string[];
}

const lastLine = 1_048_576;

/** `XFD` of `XFD12` is 16,383. */
function placeOf(address: string): number {
  const letters = /^([A-Z]{1,3})\d+$/.exec(address)?.[1];
  if (letters === undefined) throw new Error('an address that is none');
  let place = 0;
  for (const letter of letters) place = place * 26 + letter.charCodeAt(0) - 64;
  return place - 1;
}

const ascends = (next: number, last: number, most: number) =>
  Number.isInteger(next) && next > last && next <= most;

/**
 * The rows of a sheet that have any content, read as they come: neither formatted rows without any nor the distance
 * between two cells costs more than reading past it.
 * @throws DomainError `too-large` for rows or cells beyond measure; Error for what is no sheet
 */
export async function readSheet(pieces: AsyncIterable<string>, background: Background): Promise<Sheet> {
  const rows: SheetRow[] = [];
  const merged: string[] = [];
  let [line, hidden, cells] = [0, false, new Map<number, string>()];
  let [place, filled] = [-1, 0];
  let cell: RawCell | undefined;
  let into: 'value' | 'inline' | undefined;
  let inReading = false;

  const openRow = ({ r, hidden: isHidden }: Readonly<Record<string, string>>) => {
    const next = r === undefined ? line + 1 : Number(r);
    if (!ascends(next, line, lastLine)) throw new Error('rows out of order');
    [line, hidden, place] = [next, isHidden === '1' || isHidden === 'true', -1];
    if (cells.size > 0) cells = new Map();
  };
  const openCell = ({ r, t, s }: Readonly<Record<string, string>>) => {
    const next = r === undefined ? place + 1 : placeOf(r);
    if (!ascends(next, place, mostColumns - 1)) throw new Error('cells out of order');
    place = next;
    cell = { type: t, style: s, value: undefined, inline: '' };
  };
  const closeCell = (closed: RawCell) => {
    const text = cellText(closed, background);
    cell = undefined;
    if (text === '') return;
    cells.set(place, text);
    filled += 1;
  };
  const closeRow = () => {
    if (cells.size === 0) return;
    rows.push({ line, hidden, cells });
    refuseMore(rows.length, filled);
  };

  await readXml(withoutEmptyRows(pieces), {
    open: (name, attributes) => {
      if (name === 'row') openRow(attributes);
      else if (name === 'c') openCell(attributes);
      else if (name === 'mergeCell' && attributes.ref !== undefined) merged.push(attributes.ref);
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
  });
  return { rows, merged };
}
