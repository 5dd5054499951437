import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { optionalUnitColumns, unitColumns } from '@kycuong/domain/organisation/import-row.ts';
import { describe, expect, it } from 'vitest';
import {
  farCorner,
  makeWorkbook,
  millionRows,
  swollen,
  textRow,
  unitWorkbook,
} from '../testing/make-workbook.ts';
import { readTable, readTableFile } from './read-table.ts';

const shape = { required: unitColumns, optional: optionalUnitColumns };
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
      { line: 2, values: { code: '99001', name: 'Xã Thử Một', kind: '', parent_code: 'true' } },
    ]);
  });
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
    expect(await keyOf(makeWorkbook({ rows }))).toBe('file.too-many-cells');
    expect(await keyOf(makeWorkbook({ rows: '', strings: '<si/>'.repeat(2_000_001) }))).toBe(
      'file.too-many-cells',
    );
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
      expect(await keyOf(makeWorkbook({ rows }))).toBe('file.not-a-table');
  });
});

const cases = new URL('../../../../../shared/cases/imports/', import.meta.url);
it.runIf(existsSync(cases))('reads the files that were tried', async () => {
  const rowsOf = async (name: string) =>
    (await readTableFile(fileURLToPath(new URL(name, cases)), shape)).rows;
  const stray = await rowsOf('current-stray-far-column.xlsx');
  expect([stray.length, stray.at(-1)?.values.code]).toEqual([3_355, '32248']);
  expect(await rowsOf('far-corner.xlsx')).toMatchObject([{ values: commune }, { line: 1_048_576 }]);
});
