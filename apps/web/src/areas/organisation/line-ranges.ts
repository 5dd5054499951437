export interface LineRange {
  /** `7` or `12–15`. */
  readonly text: string;
  readonly count: number;
}

/** Lines that follow each other, as people write them. */
export function lineRanges(lines: readonly number[]): LineRange[] {
  const found: { from: number; to: number }[] = [];
  for (const line of lines.toSorted((one, other) => one - other)) {
    const last = found.at(-1);
    if (last && line <= last.to + 1) last.to = line;
    else found.push({ from: line, to: line });
  }
  return found.map(({ from, to }) => ({
    text: from === to ? String(from) : `${from}–${to}`,
    count: to - from + 1,
  }));
}
