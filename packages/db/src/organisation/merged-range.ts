import { placeOf } from './grid.ts';

/** Cells that are shown as one; places from 0, lines from 1, ends included. */
interface MergedRange {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** `A1:D1`; none of what is no such range. */
export function mergedRanges(texts: readonly string[]): MergedRange[] {
  return texts.flatMap((text) => {
    const [, left, top, right, bottom] = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(text) ?? [];
    if (left === undefined || right === undefined) return [];
    return [{ left: placeOf(left), right: placeOf(right), top: Number(top), bottom: Number(bottom) }];
  });
}
