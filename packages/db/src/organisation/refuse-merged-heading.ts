import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { type Grid, type GridRow, placeName } from './grid.ts';
import { mergedRanges } from './merged-range.ts';

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
  // They stand in their order.
  const places = [...row.cells.keys()];
  const [first = 0, last = 0] = [places[0], places.at(-1)];
  const refuse = (
    key: 'file.merged-heading' | 'file.two-heading-rows',
    line: number,
    place: number,
  ): never => {
    throw new DomainError('invalid', key, { sheet, line, column: placeName(place, tab) });
  };
  const [above, below] = [rows[at - 1], rows[at + 1]];
  for (const { left, right, top, bottom } of mergedRanges(merged)) {
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
