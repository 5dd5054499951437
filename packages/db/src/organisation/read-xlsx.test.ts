import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { longestCell } from '@kycuong/domain/organisation/import-row.ts';
import { describe, expect, it } from 'vitest';
import {
  farCorner,
  makeWorkbook,
  millionRows,
  swollen,
  textRow,
  unitWorkbook,
} from '../testing/make-workbook.ts';
import { importShapes } from './import-shapes.ts';
import { readTable } from './read-table.ts';
import { readStyles } from './workbook/read-styles.ts';

const shape = importShapes.units;
const commune = { code: '99001', name: 'Xã Thử Một', kind: 'xa', parent_code: '37' };
const read = async (workbook: Buffer) => (await readTable(workbook, 'units.xlsx', shape)).rows;

async function keyOf(workbook: Buffer): Promise<unknown> {
  const error: unknown = await read(workbook).catch((reason: unknown) => reason);
  return error instanceof DomainError ? error.key : error;
}

describe('a workbook is read by what it holds', () => {
  it('with a stray cell in the farthest corner', async () => {
    const nothing = { code: '', name: '', kind: '', parent_code: '' };
    expect(await read(farCorner())).toEqual([
      { line: 2, values: commune },
      { line: 1_048_576, values: nothing },
    ]);
  });

  it('with every row of the sheet formatted and empty', async () => {
    expect(await read(millionRows())).toEqual([{ line: 2, values: commune }]);
  });

  it('with rows and cells that are not numbered, shared, inline and rich texts, days, errors, prefixes', async () => {
    const rows = `<row><c t="str"><v>code</v></c><c t="s"><v>0</v></c><c t="inlineStr"><is><t>kind</t></is></c><c t="s"><v>1</v></c></row>
      <x:row xmlns:x="urn:x"><x:c><x:v>99001</x:v></x:c><c t="inlineStr"><is><r><t>Xã </t></r><r><t>Thử_x0020_Một</t></r></is></c><c t="e"><v>#N/A</v></c><c t="b"><v>1</v></c></x:row>`;
    const strings = '<si><t>name</t></si><si><r><t>parent</t></r><r><t>_code</t></r><rPh><t>x</t></rPh></si>';
    expect(await read(makeWorkbook({ rows, strings }))).toEqual([
      {
        line: 2,
        values: { code: '99001', name: 'Xã Thử Một', kind: '#N/A', parent_code: '1' },
        numeric: ['code'],
        fault: 'file.cell-error',
        faultColumn: 'kind',
      },
    ]);
  });
});

describe('which row of a sheet names its columns', () => {
  const names = ['code', 'name', 'kind', 'parent_code'];
  const data = textRow(4, ['99001', 'Xã Thử Một', 'xa', '37']);
  const detailsOf = async (rows: string, merges: string) => {
    const error: unknown = await read(makeWorkbook({ rows, merges })).catch((reason: unknown) => reason);
    return error instanceof DomainError ? [error.key, error.details] : error;
  };

  it('is plain below merged titles', async () => {
    const rows = `${textRow(1, ['TỈNH', '', 'CỘNG HÒA'])}${textRow(3, names)}${data}`;
    expect(await read(makeWorkbook({ rows, merges: 'A1:B1 C1:D1 A2:D2' }))).toEqual([
      { line: 4, values: commune },
    ]);
  });

  it('is not where a heading is merged over columns, or goes on in the next row', async () => {
    const wide = `${textRow(3, [...names.slice(0, 3), '', 'parent_code'])}${data}`;
    expect(await detailsOf(wide, 'C3:D3')).toEqual([
      'file.merged-heading',
      { sheet: 'DS', line: 3, column: 'C' },
    ]);
    const tall = `${textRow(2, names)}${textRow(3, ['', '', 'x', ''])}${data}`;
    expect(await detailsOf(tall, 'A2:A3 B2:B3')).toEqual([
      'file.two-heading-rows',
      { sheet: 'DS', line: 2, column: 'A' },
    ]);
    const halves = `${textRow(2, ['Mã', '', '', 'Cấp trên'])}${textRow(3, ['', 'Tên', 'Loại', 'Mã cha'])}${data}`;
    expect(await detailsOf(halves, 'A2:A3 B2:C2')).toEqual([
      'file.two-heading-rows',
      { sheet: 'DS', line: 2, column: 'A' },
    ]);
  });
});

it('says in each row what a cell that is merged over several of them says', async () => {
  const names = textRow(1, ['code', 'name', 'kind', 'parent_code']);
  const rows = [
    names,
    textRow(2, ['99001', 'Xã Một', 'Xã', '37']),
    '<row r="3"><c r="A3" t="str"><v>99002</v></c><c r="B3" t="str"><v>Xã Hai</v></c></row>',
    '<row r="4"><c r="A4" t="str"><v>99003</v></c><c r="B4" t="str"><v>Xã Ba</v></c></row>',
  ];
  const read3 = await read(makeWorkbook({ rows: rows.join(''), merges: 'C2:C4 D2:D3 D2:D4' }));
  expect(read3.map(({ values }) => [values.code, values.kind, values.parent_code])).toEqual([
    ['99001', 'Xã', '37'],
    ['99002', 'Xã', '37'],
    ['99003', 'Xã', ''],
  ]);
});

describe('a cell says what it shows', () => {
  it('with the zeros of its format, and a month alone is no day', async () => {
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="00000"/><numFmt numFmtId="165" formatCode="mm/yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>';
    const rows = `${textRow(1, ['code', 'name', 'kind', 'parent_code'])}<row r="2"><c s="1"><v>4</v></c><c s="2"><v>46053</v></c><c t="b"><v>0</v></c></row>`;
    expect(await read(makeWorkbook({ rows, styles }))).toEqual([
      {
        line: 2,
        values: { code: '00004', name: '46053', kind: '0', parent_code: '' },
        numeric: ['name'],
        fault: 'file.cell-boolean',
        faultColumn: 'kind',
      },
    ]);
  });
});

describe('a cell that shows no day that anybody means', () => {
  it('is refused by itself, and not the workbook', async () => {
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>';
    const cells = ['s="1"><v>123456789', 's="1"><v>2958466', 's="1"><v>-1', 's="1"><v>1e999', 't="d"><v>x'];
    const days = cells.map(
      (cell, index) => `<row r="${index + 2}"><c t="str"><v>1</v></c><c ${cell}</v></c></row>`,
    );
    const last = '<row r="9"><c t="str"><v>1</v></c><c s="1"><v>2958465</v></c></row>';
    const rows = `${textRow(1, ['code', 'name'])}${days.join('')}${last}`;
    const found = await read(makeWorkbook({ rows, styles }));
    expect(found.map(({ line, fault, faultColumn }) => [line, fault, faultColumn])).toEqual([
      ...[2, 3, 4, 5, 6].map((line) => [line, 'file.day-doubtful', 'name']),
      [9, undefined, undefined],
    ]);
    expect(found.at(-1)?.values.name).toBe('9999-12-31');
  });
});

it('a format fills no cell with zeros beyond measure', async () => {
  const styles = `<numFmts><numFmt numFmtId="164" formatCode="${'0'.repeat(500_000)}"/></numFmts><cellXfs><xf numFmtId="164"/></cellXfs>`;
  const rows = `${textRow(1, ['code', 'name'])}<row r="2"><c s="0"><v>4</v></c><c s="0"><v>4</v></c></row>`;
  const [row] = await read(makeWorkbook({ rows, styles }));
  expect([row?.fault, row?.faultColumn]).toEqual(['file.cell-too-long', 'code']);
  async function* pieces() {
    yield `<styleSheet>${styles}</styleSheet>`;
  }
  const [format] = await readStyles(pieces());
  expect(format?.code).toHaveLength(longestCell + 1);
});

describe('a workbook is read no further than anybody needs', () => {
  it('where it says less of its size than is true', async () => {
    expect(await keyOf(swollen(50, 100))).toBe('file.sizes-wrong');
  });

  it('where it unpacks beyond measure, whatever it says', async () => {
    expect(await keyOf(swollen(201))).toBe('file.unpacked-too-large');
  });

  it('where it has more rows than are taken', async () => {
    const rows = Array.from({ length: 100_001 }, (_, index) =>
      textRow(index + 3, ['99001', 'x', 'xa', '37']),
    );
    expect(await keyOf(unitWorkbook(rows.join('')))).toBe('file.too-many-rows');
  });

  it('where it has more cells than are taken', async () => {
    const cells = '<c><v>1</v></c>'.repeat(16_000);
    const rows = `<row>${cells}</row>`.repeat(126);
    expect(await keyOf(unitWorkbook(rows))).toBe('file.too-many-cells');
    expect(await keyOf(makeWorkbook({ rows: '', strings: '<si/>'.repeat(2_000_001) }))).toBe(
      'file.too-many-cells',
    );
  });

  it('where its heading names columns without end', async () => {
    const wide = Array.from({ length: 5_000 }, (_, index) => `<c t="str"><v>cột ${index}</v></c>`);
    const names = '<c t="str"><v>code</v></c><c t="str"><v>name</v></c>';
    const rows = `<row>${names}${wide.join('')}</row><row>${'<c><v>1</v></c>'.repeat(5_002)}</row>`;
    const error: unknown = await read(makeWorkbook({ rows })).catch((reason: unknown) => reason);
    expect(error instanceof DomainError && [error.key, error.issues.length]).toEqual([
      'file.columns-unknown',
      100,
    ]);
  });

  it('where it is no sheet: entities, depth, places out of order', async () => {
    for (const rows of [
      '&x;',
      `${'<a>'.repeat(1_000)}${'</a>'.repeat(1_000)}`,
      '<row r="2"></row><row r="1"></row>',
      '<row r="1048577"></row>',
      '<row><c r="B1"/><c r="A1"/></row>',
      '<row><c r="XFE1"/></row>',
      '<row><c t="s"><v>7</v></c></row>',
      '<row><c t="s"><v>constructor</v></c></row>',
    ])
      expect(await keyOf(unitWorkbook(rows))).toBe('file.not-a-table');
  });
});
