/** A table as CSV that spreadsheets set to Vietnamese open as one: a byte order mark, semicolons, every cell quoted. */
export function csvOf(rows: readonly (readonly (string | number)[])[]): string {
  // A leading sign would be taken for a formula.
  const safe = (cell: string) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);
  const line = (row: readonly (string | number)[]) =>
    row.map((cell) => `"${safe(String(cell)).replaceAll('"', '""')}"`).join(';');
  return `\ufeff${rows.map(line).join('\r\n')}\r\n`;
}

/** Lets the browser save a text as a file. */
export function saveText(name: string, text: string): void {
  saveFile(name, new Blob([text], { type: 'text/csv;charset=utf-8' }));
}

export function saveFile(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
