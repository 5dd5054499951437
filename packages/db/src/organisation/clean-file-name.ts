import { cleanCell } from './clean-cell.ts';

const longestName = 255;

/** The name of a file as it is kept and shown: without folders and what is not seen, no longer than file systems allow. */
export function cleanFileName(name: string): string {
  const [last = ''] = name
    .slice(-4 * longestName)
    .split(/[/\\]/)
    .slice(-1);
  const seen = cleanCell(last.replace(/\p{Cc}|\p{Cs}/gu, ' '));
  return [...seen].slice(-longestName).join('') || 'tep';
}
