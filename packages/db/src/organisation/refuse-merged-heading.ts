import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { type Grid, type GridRow, placeName } from './grid.ts';

interface Range {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function placeOf(letters: string): number {
  let place = 0;
  for (const letter of letters) place = place * 26 + letter.charCodeAt(0) - 64;
  return place - 1;
}

function rangeOf(text: string): Range[] {
  const [, left, top, right, bottom] = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(text) ?? [];
  if (left === undefined || right === undefined) return [];
  return [{ left: placeOf(left), right: placeOf(right), top: Number(top), bottom: Number(bottom) }];
}

/**
 * A heading cell over several columns leaves open which of them it names, and one with others above or below it is a heading of
 * two rows. A title may be merged as it likes.
 * @throws DomainError `invalid`
 */
export function refuseMergedHeading(
  { rows, merged, sheet: tab }: Grid,
  { row, at }: { readonly row: GridRow; readonly at: number },
  sheet: string,
): void {
  const places = [...row.cells.keys()];
  const [first, last] = [Math.min(...places), Math.max(...places)];
  const refuse = (
    key: 'file.merged-heading' | 'file.two-heading-rows',
    line: number,
    place: number,
  ): never => {
    throw new DomainError('invalid', key, { sheet, line, column: placeName(place, tab) });
  };
  const [above, below] = [rows[at - 1], rows[at + 1]];
  for (const { left, right, top, bottom } of merged.flatMap(rangeOf)) {
    if (left > last || right < first) continue;
    if (top <= row.line && row.line <= bottom && right > left) refuse('file.merged-heading', row.line, left);
    // Merged down: some columns have one name, the others a second one below.
    if (top === row.line && bottom > top && below !== undefined && below.line <= bottom)
      refuse('file.two-heading-rows', row.line, left);
    const isGroup = bottom === row.line - 1 && (left > first || right < last);
    if (isGroup && above !== undefined && above.line === row.line - 1 && above.cells.size > 1)
      refuse('file.two-heading-rows', above.line, left);
  }
}
