const mostShown = 20;

/** A title with its number, the first of a list below it, and how many more there are. */
export function listed(title: string, items: readonly string[], noun: string): string[] {
  if (items.length === 0) return [];
  const more = items.length - mostShown;
  return [
    `${title} (${items.length}):`,
    ...items.slice(0, mostShown).map((item) => `  ${item}`),
    ...(more > 0 ? [`  … và ${more} ${noun} nữa (--json in đủ)`] : []),
  ];
}

/** The same of lines of a file, each once with all that was found of it. */
export function listedLines(
  title: string,
  faults: readonly { readonly line: number; readonly reason: string }[],
): string[] {
  const lines = [...Map.groupBy(faults, ({ line }) => line)];
  const words = lines.map(([line, found]) => `dòng ${line}: ${found.map(({ reason }) => reason).join(' ')}`);
  return listed(title, words, 'dòng');
}
