import { DomainError } from '@kycuong/domain/error/domain-error.ts';

/** Bytes that are looked at for what tells UTF-16 without a mark: a zero in every second place. */
const looked = 4_000;

/** NUL, Ctrl-Z and what stands between lines. */
const ended: ReadonlySet<string> = new Set(['\0', '\u001a', '\n', '\r', ' ']);

function encodingOf(bytes: Buffer): 'utf-8' | 'utf-16le' | 'utf-16be' {
  const mark = bytes.subarray(0, 2).toString('hex');
  if (mark === 'fffe') return 'utf-16le';
  if (mark === 'feff') return 'utf-16be';
  const zeros = [0, 0];
  const head = bytes.subarray(0, looked);
  for (const [place, byte] of head.entries()) if (byte === 0) zeros[place % 2] = (zeros[place % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  // Vietnamese has many letters beyond the first 256, and still more spaces, digits and commas.
  if (head.length < 8 || Math.max(even, odd) < head.length / 5 || Math.min(even, odd) > head.length / 50)
    return 'utf-8';
  return odd > even ? 'utf-16le' : 'utf-16be';
}

/**
 * The text of a file in Unicode, its lines ended by `\n`. What old programs put at the end (Ctrl-Z, NUL) is not part of it.
 * @throws DomainError `invalid` where it is no text, or in an encoding that says nothing of itself
 */
export function decodeText(bytes: Buffer): string {
  let text: string;
  try {
    text = new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch {
    // A NUL is in nearly every binary file, and in no table.
    throw new DomainError('invalid', bytes.includes(0) ? 'file.not-a-table' : 'file.not-utf8');
  }
  let end = text.length;
  while (end > 0 && ended.has(text.charAt(end - 1))) end -= 1;
  const kept = text.slice(0, end);
  if (kept.includes('\0')) throw new DomainError('invalid', 'file.not-a-table');
  return kept.replace(/\r\n?/g, '\n');
}
