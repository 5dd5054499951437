import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { describe, expect, it } from 'vitest';
import { importShapes } from './import-shapes.ts';
import { type ReadOptions, readTable } from './read-table.ts';

const folder = new URL('../testing/import-files/', import.meta.url);
const units = importShapes.units;

async function read(name: string, options?: ReadOptions, from = folder) {
  return readTable(await readFile(new URL(name, from)), name, units, options);
}
async function problemOf(name: string, options?: ReadOptions) {
  const error: unknown = await read(name, options).catch((reason: unknown) => reason);
  return error instanceof DomainError ? [error.key, error.details] : error;
}

const commune = (code: string, name: string, kind = 'Xã') => ({ code, name, kind, parent_code: '37' });
const both = [commune('99001', 'Xã Thử Một'), commune('99002', 'Phường Đông Hòa', 'Phường')];
const one = [commune('99001', 'Xã Thử Một', 'xa')];

describe('the same table in other clothes', () => {
  it.each(
    'utf8 bom crlf cr no-final-newline trailing-blank trailing-commas header-upper tab pipe semicolon sep-comma sep-semi ctrl-z nul-at-end nbsp nfd utf-16 utf16le utf16be'
      .split(' ')
      .map((name) => `csv/${name}.csv`)
      .concat('csv/utf16-tab.txt'),
  )('is read of %s', async (name) => {
    const { rows, source } = await read(name);
    expect(rows.map(({ values }) => values)).toEqual(both);
    expect(rows.map(({ line }) => line)).toEqual(name.includes('sep-') ? [3, 4] : [2, 3]);
    expect(source).toMatchObject({ sheet: null, titleRows: 0, ignoredColumns: [] });
  });

  it.each([
    ['csv/bom-quoted-header.csv', [commune('99001', 'Xã Thử Một')]],
    ['csv/inner-quotes.csv', [commune('99001', 'Xã "Thử" Một')]],
    ['csv/typographic.csv', [commune('99001', 'Xã “Thử”, Một')]],
    ['csv/u-horn.csv', [commune('99001', 'Phường Ư Minh', 'Phường')]],
    ['csv/linebreak.csv', [commune('99001', 'Xã Thử Một'), commune('99002', 'Xã Hai')]],
    ['csv/apostrophe.csv', [commune('00991', 'Xã Thử Một')]],
    ['csv/excel-formula-text.csv', [commune('00991', 'Xã Thử Một')]],
    ['csv/excel-formula-text2.csv', [commune('00991', 'Xã Thử Một')]],
    ['csv/fullwidth.csv', [commune('99001', 'Xã Thử')]],
    ['csv/arabic-digits.csv', [commune('99001', 'Xã Thử')]],
    ['zero-width.csv', [commune('14026', 'Xã Cổ Lễ', 'xa')]],
    ['ok.csv', [commune('99001', 'Xã Thử', 'xa')]],
    ['viet-header.xlsx', [commune('99001', 'Xã Thử Một')]],
  ])('is read of %s', async (name, values) => {
    const { rows } = await read(name);
    expect(rows.map((row) => row.values)).toEqual(values);
    expect(rows.every(({ fault }) => fault === undefined)).toBe(true);
  });

  it.each(['xlsx-renamed.csv', 'sheetjs.xlsx', 'inlinestr.xlsx', 'populate.xlsx', 'wide-note.xlsx'])(
    'is read of %s',
    async (name) => {
      expect((await read(name)).rows).toEqual([{ line: 2, values: one[0] }]);
    },
  );
});

describe('a sheet is read as a person reads it', () => {
  it('below its title', async () => {
    const { rows, source } = await read('title-merged.xlsx');
    expect(rows).toEqual([{ line: 4, values: one[0] }]);
    expect(source).toMatchObject({ sheet: 'DS', titleRows: 1 });
  });

  it('where it is not the first, and the others are said', async () => {
    const { rows, source } = await read('second-sheet.xlsx');
    expect(rows).toEqual([{ line: 2, values: one[0] }]);
    expect(source).toMatchObject({ sheet: 'DS', otherSheets: ['Hướng dẫn'] });
    expect((await read('second-sheet.xlsx', { sheet: ' ds ' })).source.sheet).toBe('DS');
    expect(await problemOf('second-sheet.xlsx', { sheet: 'Hướng dẫn' })).toEqual([
      'file.columns-missing',
      { sheet: 'Hướng dẫn', line: 1, columns: 'Mã đơn vị (code), Tên đơn vị (name)' },
    ]);
    expect(await problemOf('second-sheet.xlsx', { sheet: 'Khác' })).toEqual([
      'file.sheet-unknown',
      { sheet: 'Khác', sheets: 'Hướng dẫn, DS', field: 'sheet' },
    ]);
  });

  it('with its hidden rows, which are said', async () => {
    const { rows, source } = await read('hidden-rows-cols.xlsx');
    expect(rows.map(({ values }) => values.code)).toEqual(['99001', '99002']);
    expect(source.hiddenRows).toEqual([3]);
  });

  it('without the row that counts the others', async () => {
    const { rows, source } = await read('table-total.xlsx');
    expect(rows).toEqual([{ line: 2, values: one[0] }]);
    expect(source.totalRows).toEqual([3]);
  });

  it('without a heading far away under which there is nothing', async () => {
    const { rows, source } = await read('wide.xlsx');
    expect(rows).toEqual([{ line: 2, values: one[0] }]);
    expect(source.ignoredColumns).toEqual(['x']);
  });

  it('down to its last row', async () => {
    const { rows } = await read('deep.xlsx');
    expect(rows).toMatchObject([{ values: one[0] }, { line: 1_048_576, values: { code: 'x', name: '' } }]);
    expect((await read('far-corner.xlsx')).rows).toMatchObject([{ values: one[0] }, { line: 1_048_576 }]);
  });

  it('with its rich texts and what its formulas came to; an error or nothing refuses the row', async () => {
    const rich = await read('rich-text.xlsx');
    expect(rich.rows.map(({ values }) => values.name)).toEqual(['Xã Thử Một', 'Xã Thử Hai']);
    const { rows } = await read('formulas.xlsx');
    expect(
      rows.map(({ values, fault, faultColumn }) => [values.code, values.name, fault, faultColumn]),
    ).toEqual([
      ['99001', 'Xã Thử Một', undefined, undefined],
      ['99002', 'Xã Thử Hai', undefined, undefined],
      ['99003', '#N/A', 'file.cell-error', 'name'],
      ['99004', '=', 'file.cell-not-computed', 'name'],
    ]);
  });

  it('and says which codes are numbers', async () => {
    const { rows } = await read('num-codes.xlsx');
    expect(rows.map(({ values, numeric }) => [values.code, numeric])).toEqual([
      ['4', ['code']],
      ['101', ['code', 'parent_code']],
      ['13714', ['code', 'parent_code']],
    ]);
    const six = await read('hanoi-6-excel-numbers.xlsx');
    expect(six.rows.filter(({ numeric }) => numeric?.includes('code'))).toHaveLength(6);
  });
});

describe('a day is the one that a person sees', () => {
  const daysOf = async (name: string) => {
    const { rows } = await readTable(await readFile(new URL(name, folder)), name, importShapes.users);
    return rows.map(({ values, fault, faultColumn }) =>
      fault === undefined ? values.valid_from : [fault, faultColumn],
    );
  };
  const doubtful = ['file.day-doubtful', 'valid_from'];

  it('in cells of any format that shows a day', async () => {
    const day = '2026-01-31';
    expect(await daysOf('users-date.xlsx')).toEqual([day]);
    expect(await daysOf('users-date-formats.xlsx')).toEqual([
      ...[day, day, day, day, day],
      ...[doubtful, doubtful, doubtful],
      ...[day, day],
    ]);
  });

  it('in text that leaves no doubt', async () => {
    const day = '2026-01-31';
    expect(await daysOf('users-date-text.xlsx')).toEqual([
      ...[day, day, day, day],
      ...[doubtful, doubtful],
      ...[day, day, day, day],
    ]);
  });
});

describe('what is not one table', () => {
  it.each([
    ['csv/binary.csv', 'file.not-a-table', {}],
    ['csv/bom-only.csv', 'file.empty', {}],
    ['csv/empty.csv', 'file.empty', {}],
    ['empty-sheet.xlsx', 'file.empty', {}],
    ['csv/header-only.csv', 'file.no-rows', { line: 1 }],
    ['csv/two-tables.csv', 'file.several-tables', { sheet: 'two-tables.csv', line: 5, column: '1' }],
    ['csv/header-parentcode.csv', 'file.columns-unknown', { columns: 'parentCode', line: 1, field: 'file' }],
    ['csv/header-extra.csv', 'file.columns-unknown', { columns: 'ghi_chu', line: 1, field: 'file' }],
    ['two-header.xlsx', 'file.two-heading-rows', { sheet: 'DS', line: 1, column: 'A' }],
  ])('is refused: %s', async (name, key, details) => {
    expect(await problemOf(name)).toEqual([key, details]);
  });

  it('is refused by line where a comma without quotation marks tears a row', async () => {
    expect((await read('csv/unquoted-comma.csv')).rows).toMatchObject([
      { line: 2, fault: 'file.cells-too-many', faultColumn: '5' },
    ]);
  });
});

describe('letters that are not those that were written', () => {
  it.each([
    ['csv/windows-1252.csv', 'file.not-utf8', {}],
    ['csv/windows-1258.csv', 'file.not-utf8', {}],
    ['csv/tcvn5712-1.csv', 'file.not-utf8', {}],
    ['csv/tcvn3-as-utf8.csv', 'file.garbled', { line: 2, column: '2' }],
    ['csv/vni-as-utf8.csv', 'file.garbled', { line: 2, column: '2' }],
    ['csv/mojibake.csv', 'file.garbled', { line: 2, column: '2' }],
  ])('are refused: %s', async (name, key, details) => {
    expect(await problemOf(name)).toEqual([key, details]);
  });

  it('are refused by line among others', async () => {
    expect((await read('csv/html-entity.csv')).rows).toMatchObject([
      { line: 2, fault: 'file.cell-garbled', faultColumn: 'name' },
    ]);
  });

  it('are refused by line where a spreadsheet made a number of a code', async () => {
    expect((await read('csv/sci.csv')).rows).toMatchObject([
      { line: 2, fault: 'file.code-calculated', faultColumn: 'code' },
      { line: 3, fault: 'file.code-calculated', faultColumn: 'code' },
    ]);
  });
});

describe('a file of another program', () => {
  it.each([
    ['password.xlsx', 'file.has-password'],
    ['xls-renamed.xlsx', 'file.is-xls'],
    ['real.xls', 'file.is-xls'],
    ['xlsb-renamed.xlsx', 'file.is-xlsb'],
    ['real.xlsb', 'file.is-xlsb'],
    ['xlsm-renamed.xlsx', 'file.has-macros'],
    ['macro.xlsm', 'file.has-macros'],
    ['ods-renamed.xlsx', 'file.is-ods'],
    ['real.ods', 'file.is-ods'],
    ['html-renamed.xlsx', 'file.is-html'],
    ['html.xls', 'file.is-html'],
  ])('is refused for what it is: %s', async (name, key) => {
    expect(await problemOf(name)).toEqual([key, {}]);
  });
});

const large = new URL('../../../../../shared/cases/imports/', import.meta.url);
describe.skipIf(!existsSync(large))('the larger files that were tried, where they are there', () => {
  it('are read as a person reads them', async () => {
    const stray = await read('current-stray-far-column.xlsx', {}, large);
    expect([stray.rows.length, stray.rows.at(-1)?.values.code]).toEqual([3_355, '32248']);
    expect(stray.source.ignoredColumns).toEqual(['x']);
    const numbers = await read('current-excel-numbers.xlsx', {}, large);
    expect(numbers.rows).toHaveLength(3_355);
    expect(numbers.rows[0]).toMatchObject({ values: { code: '1' }, numeric: ['code'] });
    expect((await read('trailing-blank.xlsx', {}, large)).rows).toEqual([{ line: 2, values: one[0] }]);
  });
});
