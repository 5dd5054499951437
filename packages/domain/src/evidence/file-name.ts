import { isBlank, storableLine } from '../input/storable-text.ts';

/** In characters: file systems allow no more. */
export const longestFileName = 255;

/**
 * The name of a file as it is kept. One that is too long, as after its ending was changed, keeps beginning and ending,
 * with "…" between them.
 */
export function fileNameToKeep(name: string): string {
  const kept = storableLine(name).trim();
  if (isBlank(kept)) return 'tep';
  const letters = [...kept];
  if (letters.length <= longestFileName) return kept;
  const ending = letters.slice(-40);
  return [...letters.slice(0, longestFileName - ending.length - 1), '…', ...ending].join('');
}
