import type { ErrorKey } from '@kycuong/domain/error/catalogue.ts';

/** A row with something in it; `line` is its first physical line, from 1. */
export interface GridRow {
  readonly line: number;
  /** Those that are filled, by their place from 0: a stray one far to the right brings no others with it. */
  readonly cells: ReadonlyMap<number, string>;
  /** Places that a line of text has, filled or not; what stands beyond those of the heading was torn from its place. */
  readonly width?: number;
  readonly hidden?: boolean;
  /** Places whose cell holds a number, shown as it is. */
  readonly numeric?: ReadonlySet<number> | undefined;
  /** Places whose cell holds what cannot be read as text. */
  readonly faults?: ReadonlyMap<number, ErrorKey> | undefined;
}

/** The rows of one table as they stand in the file, empty ones left out. */
export interface Grid {
  readonly rows: readonly GridRow[];
  /** Null where the file has none, as CSV. */
  readonly sheet: string | null;
  readonly otherSheets: readonly string[];
  /** Ranges such as `A1:D1` whose cells are shown as one. */
  readonly merged: readonly string[];
}

/** Filled rows in which a heading is looked for: below them no title goes on. */
export const mostHeadRows = 20;

/** Whether rows from the top of a sheet or of a text, read in some way, hold the heading that is looked for. */
export type HoldsHeading = (head: readonly GridRow[]) => boolean;

/** From 0: `XFD` is 16,383. */
export function placeOf(letters: string): number {
  let place = 0;
  for (const letter of letters) place = place * 26 + letter.charCodeAt(0) - 64;
  return place - 1;
}

/** As people call a column: by letters in a workbook, by number in a text. */
export function placeName(place: number, sheet: string | null): string {
  if (sheet === null) return String(place + 1);
  let [name, rest] = ['', place + 1];
  while (rest > 0) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
    rest = Math.floor((rest - 1) / 26);
  }
  return name;
}
