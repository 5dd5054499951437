import { longestCell } from '@kycuong/domain/organisation/import-row.ts';

/** One more than what a cell may have, so that a longer one is still known for one. */
const keptLength = longestCell + 1;

/** What is kept of a text that comes in pieces: no cell is longer than what is judged of it. */
export function addText(kept: string, more: string): string {
  return kept.length >= keptLength ? kept : (kept + more).slice(0, keptLength);
}

/** `_x000D_` and the like: how workbooks write characters that XML has not (ECMA-376 part 1, 22.9.2.19). */
export function unescapeText(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
