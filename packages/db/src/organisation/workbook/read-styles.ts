import { addText } from './kept-text.ts';
import { readXml } from './read-xml.ts';

/** The number format of each style, by the style's number: its id, and its code where the file defines one. */
export interface NumberFormat {
  readonly id: number;
  readonly code: string | undefined;
}

/** Cells name their style by its place among `cellXfs`. */
export async function readStyles(pieces: AsyncIterable<string>): Promise<NumberFormat[]> {
  const codes = new Map<number, string>();
  const ids: number[] = [];
  let inCells = false;
  await readXml(pieces, {
    open: (name, { numFmtId, formatCode }) => {
      if (name === 'numFmt' && formatCode !== undefined) codes.set(Number(numFmtId), addText('', formatCode));
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) ids.push(Number(numFmtId ?? 0));
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return ids.map((id) => ({ id, code: codes.get(id) }));
}

/** Days without a code in the file; 27 to 31 and 50 to 58 in East Asia, 71 to 75 in Thailand. */
const builtInDays = [
  [14, 16],
  [22, 22],
  [27, 31],
  [50, 58],
  [71, 75],
] as const;
const dateTokens = /^(?:[ehs]{1,2}|e{4}|d{1,4}|m{1,5}|a{3,5}|y|yy|yyyy|am|pm|[ap])$/;
/** Ids below are those that every program knows; what a file says of them counts for nothing. */
const firstOwnId = 100;

/** Places that a format such as `00000` fills with zeros; 0 for any other. */
export function shownZeros({ id, code }: NumberFormat): number {
  return code !== undefined && id >= firstOwnId && /^0+$/.test(code) ? code.length : 0;
}

/** Whether a number of this format is shown as a day: not as a month or a time alone, which leave open which day. */
export function showsDay({ id, code }: NumberFormat): boolean {
  if (builtInDays.some(([first, last]) => first <= id && id <= last)) return true;
  if (code === undefined || id < firstOwnId) return false;
  const plain = code
    .toLowerCase()
    .replace(/\\./g, ' ')
    .replace(/"[^"]*"/g, ' ');
  return plain.split(';').some((part) => {
    const shown = part
      .replace(/(\[?[smhd]{1,2}\]?)[.,]00?0?/g, '$1')
      .replace(/\[([smhd]{1,2})\]/g, '$1')
      .replace(/\[[^\]]*\]/g, '');
    const tokens = shown.split(/[^a-z0#?%]+/).filter((token) => token !== '');
    return tokens.includes('d') || tokens.includes('dd')
      ? tokens.every((token) => dateTokens.test(token))
      : false;
  });
}
