/** One whose number is not said moves those after it, and stays. */
const emptyRow = /<row r="\d+"[^<>]*\/>/g;
/** Of a tag; what is longer is no row. */
const longestTag = 65_536;

/**
 * A sheet's text without the rows that end where they begin. There may be a million of them, formatted and empty, and to
 * parse them takes longer than all the rest.
 */
export async function* withoutEmptyRows(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of pieces) {
    const text = rest + piece;
    const tag = text.lastIndexOf('<');
    const isCut = tag >= 0 && text.length - tag < longestTag && !text.includes('>', tag);
    const end = isCut ? tag : text.length;
    rest = text.slice(end);
    yield text.slice(0, end).replace(emptyRow, '');
  }
  yield rest;
}
