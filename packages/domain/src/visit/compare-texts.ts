/** A stretch of one text, and whether the other has it too at this place. */
export interface TextPart {
  readonly text: string;
  readonly same: boolean;
}

const wordsOf = (text: string) => text.match(/\s+|[^\s]+/g) ?? [];

/** Lengths of the longest common subsequences of the ends of both, by place. */
function commonEnds(a: readonly string[], b: readonly string[]): Uint16Array[] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const row = lengths[i];
      const below = lengths[i + 1];
      if (row && below)
        row[j] = a[i] === b[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  return lengths;
}

/** `text` in stretches: what `other` has too, and what only `text` has. Word by word; no word is left out. */
export function compareTexts(text: string, other: string): TextPart[] {
  const [a, b] = [wordsOf(text), wordsOf(other)];
  const lengths = commonEnds(a, b);
  const parts: { text: string; same: boolean }[] = [];
  let j = 0;
  for (const [i, word] of a.entries()) {
    while (j < b.length && b[j] !== word && (lengths[i]?.[j + 1] ?? 0) === (lengths[i]?.[j] ?? 0)) j += 1;
    const same = b[j] === word;
    if (same) j += 1;
    const last = parts.at(-1);
    if (last?.same === same) last.text += word;
    else parts.push({ text: word, same });
  }
  return parts;
}
