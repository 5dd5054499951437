import { makeArchive } from './make-archive.ts';

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

interface Contents {
  /** What stands in `sheetData`. */
  readonly rows: string;
  /** What stands in the table of shared strings. */
  readonly strings?: string;
  /** Ranges of merged cells. */
  readonly merges?: string;
  /** What stands in `styleSheet`. */
  readonly styles?: string;
  /** What the archive says of the sheet's size. */
  readonly said?: number;
}

/** A workbook of one sheet, its rows as they are given. */
export function makeWorkbook({ rows, strings = '', merges = '', styles = '', said }: Contents): Buffer {
  const ranges = merges.split(' ').filter((range) => range !== '');
  const merged = ranges.map((range) => `<mergeCell ref="${range}"/>`).join('');
  const content = `<worksheet ${main}><sheetData>${rows}</sheetData><mergeCells>${merged}</mergeCells></worksheet>`;
  return makeArchive({
    'xl/workbook.xml': `<workbook ${main} xmlns:r="${relation}"><sheets><sheet name="DS" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relation}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${relation}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="r3" Type="${relation}/styles" Target="styles.xml"/></Relationships>`,
    'xl/sharedStrings.xml': `<sst ${main}>${strings}</sst>`,
    'xl/styles.xml': `<styleSheet ${main}>${styles}</styleSheet>`,
    'xl/worksheets/sheet1.xml': said === undefined ? { content } : { content, said },
  });
}

const cell = (address: string, text: string) => `<c r="${address}" t="str"><v>${text}</v></c>`;

/** A row of cells from column A on. */
export function textRow(line: number, texts: readonly string[]): string {
  const cells = texts.map((text, place) => cell(`${String.fromCharCode(65 + place)}${line}`, text));
  return `<row r="${line}">${cells.join('')}</row>`;
}

const unitHeader = textRow(1, ['code', 'name', 'kind', 'parent_code']);
const unitRow = textRow(2, ['99001', 'Xã Thử Một', 'xa', '37']);

/** A list of one commune, and what else its sheet holds. */
export function unitWorkbook(rows = '', said?: number): Buffer {
  const all = `${unitHeader}${unitRow}${rows}`;
  return makeWorkbook(said === undefined ? { rows: all } : { rows: all, said });
}

/** One cell with an x at the far end of the sheet. */
export const farCorner = () => unitWorkbook(`<row r="1048576">${cell('XFD1048576', 'x')}</row>`);

/** Every row that a sheet can have, formatted, and nothing in them. */
export function millionRows(): Buffer {
  const empty = Array.from(
    { length: 1_048_574 },
    (_, index) => `<row r="${index + 3}" spans="1:4" s="1" customFormat="1" ht="15"/>`,
  );
  return unitWorkbook(empty.join(''));
}

/** Blanks between two rows, so many megabytes of them unpacked. */
export const swollen = (megabytes: number, said?: number) =>
  unitWorkbook(' '.repeat(megabytes * 1024 * 1024), said);
