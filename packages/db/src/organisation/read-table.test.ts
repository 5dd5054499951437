import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importShapes } from './import-shapes.ts';
import { readTable, readTableFile } from './read-table.ts';

const shape = importShapes.units;
const header = 'code,name,kind,parent_code';

async function read(content: string | Buffer, name = 'units.csv') {
  return (await readTable(Buffer.from(content), name, shape)).rows;
}
async function problemOf(reading: Promise<unknown>) {
  const error: unknown = await reading.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return error instanceof DomainError ? [error.key, error.details.line] : error;
}

describe('a table in CSV', () => {
  it('is read with or without byte order mark, CRLF or LF or both', async () => {
    for (const [mark, end] of [
      ['', '\n'],
      ['\ufeff', '\r\n'],
      ['\ufeff', '\r'],
    ] as const) {
      const rows = await read(`${mark}${header}${end}37,Tỉnh Ninh Bình,province,${end}`);
      expect(rows).toEqual([
        { line: 2, values: { code: '37', name: 'Tỉnh Ninh Bình', kind: 'province', parent_code: '' } },
      ]);
    }
    expect(await read(`${header}\r\n1,A,xa,\n2,B,xa,`)).toHaveLength(2);
  });

  it('counts physical lines, through quoted line breaks and empty lines', async () => {
    const rows = await read(`${header}\r\n1,"Xã\r\nMột",xa,\r\n\r\n,,,\r\n2,"Xã ""Hai""",xa\n3,Xã,xa,,\n`);
    expect(rows.map(({ line, values }) => [line, values.code, values.name])).toEqual([
      [2, '1', 'Xã Một'],
      [6, '2', 'Xã "Hai"'],
      [7, '3', 'Xã'],
    ]);
  });

  it('finds columns by name in any order and leaves out what every office adds', async () => {
    const [row] = await read('Kind, PARENT_CODE ,note,name,code\nxa,37,x,Xã Trực Ninh,14053');
    expect(row?.values).toEqual({ code: '14053', name: 'Xã Trực Ninh', kind: 'xa', parent_code: '37' });
  });

  it('has no more columns than a sheet', async () => {
    const wide = `${header}${',a'.repeat(200_000)}\n1,A,xa,`;
    expect(await problemOf(read(wide))).toEqual(['file.too-many-columns', 1]);
    const [row] = await read(`${header}${','.repeat(200_000)}\n1,A,xa,`);
    expect(row?.values.code).toBe('1');
  });

  it('knows the headings that offices write', async () => {
    const content = 'STT,Mã  đơn vị (*),TÊN ĐƠN VỊ,loai,Mã cấp trên:,Ghi chú\n1,14053,Xã Trực Ninh,Xã,37,x';
    const { rows, source } = await readTable(Buffer.from(content), 'units.csv', shape);
    expect(rows).toEqual([
      { line: 2, values: { code: '14053', name: 'Xã Trực Ninh', kind: 'Xã', parent_code: '37' } },
    ]);
    expect(source.ignoredColumns).toEqual(['STT', 'Ghi chú']);
  });

  it('refuses a column of unknown use, and each of them can be ignored', async () => {
    const content = Buffer.from('code,name,parentCode,ghi_chu,rỗng\n1,A,37,x,');
    const error: unknown = await readTable(content, 'units.csv', shape).catch((reason: unknown) => reason);
    expect(error).toMatchObject({
      key: 'file.columns-unknown',
      details: { columns: 'parentCode, ghi_chu', line: 1, field: 'file' },
      issues: [
        { field: 'ignore', key: 'file.column-unknown', details: { column: 'parentCode' } },
        { field: 'ignore', key: 'file.column-unknown', details: { column: 'ghi_chu' } },
      ],
    });
    const ignore = ['PARENTCODE', 'ghi_chu'];
    const { rows, source } = await readTable(content, 'units.csv', shape, { ignore });
    expect(rows).toEqual([{ line: 2, values: { code: '1', name: 'A' } }]);
    expect(source.ignoredColumns).toEqual(['parentCode', 'ghi_chu', 'rỗng']);
  });

  it('passes over the columns of a template that help to read it', async () => {
    const content = Buffer.from(
      'old_code,old_name,old_district,old_province,new_code,new_name,new_province\n1,A,B,C,2,D,E',
    );
    const { rows, source } = await readTable(content, 'lineage.csv', importShapes.lineage);
    expect(rows[0]?.values).toEqual({ old_code: '1', old_name: 'A', new_code: '2', new_name: 'D' });
    expect(source.ignoredColumns).toEqual([]);
  });

  it('marks a row with more cells than the header', async () => {
    expect(await read(`${header}\n1,Xã A, B,xa,37`)).toMatchObject([
      { line: 2, fault: 'file.cells-too-many' },
    ]);
  });

  it('marks a row with a cell beyond measure', async () => {
    const rows = await read(`${header}\n1,${'x'.repeat(100_000)},xa,37\n2,B,xa,37`);
    expect(rows.map(({ fault }) => fault)).toEqual(['file.cell-too-long', undefined]);
  });

  it.each([
    ['nothing', '', 'file.empty', undefined],
    ['a header alone', `${header}\n`, 'file.no-rows', 1],
    ['another table', 'old_code,new_code\n1,2', 'file.columns-missing', 1],
    ['a column twice', `${header},code\n1,A,xa,,2`, 'file.column-repeated', 1],
    ['an open quotation mark', `${header}\n1,A,xa,\n2,"B,xa,\n3,C,xa,\n`, 'file.broken-quotes', 3],
  ])('refuses %s', async (_, content, key, line) => {
    expect(await problemOf(read(content))).toEqual([key, line]);
  });

  it('is read below titles, and several lines are no heading together', async () => {
    const title = 'ỦY BAN NHÂN DÂN TỈNH,,,\n"Danh sách, cập nhật",,,\n\n';
    const { rows, source } = await readTable(Buffer.from(`${title}${header}\n1,A,xa,37`), 'units.csv', shape);
    expect([rows[0]?.line, source.titleRows]).toEqual([5, 2]);
    const halves = 'Mã,,Loại\n,Tên,\n1,A,xa';
    expect(await problemOf(read(halves))).toEqual(['file.two-heading-rows', 1]);
    expect(await problemOf(read(`${header}\nMã,Tên,Loại,Mã cha\n1,A,xa,37`))).toEqual([
      'file.two-heading-rows',
      2,
    ]);
    const late = `${'x\n'.repeat(20)}${header}\n1,A,xa,37`;
    expect(await problemOf(read(late))).toEqual(['file.columns-missing', 1]);
  });

  it('has a total, and numbers of rows with nothing beside them, and no rows of those', async () => {
    const content = 'STT,code,name\n1,1,A\n2,,\n,Tổng số:,1';
    const { rows, source } = await readTable(Buffer.from(content), 'units.csv', shape);
    expect(rows).toEqual([{ line: 2, values: { code: '1', name: 'A' } }]);
    expect(source.totalRows).toEqual([4]);
  });

  it('is read of the wide lists of the statistics office', async () => {
    const before =
      'Tỉnh Thành Phố,Mã TP,Quận Huyện,Mã QH,Phường Xã,Mã PX,Cấp,Tên Tiếng Anh\nTỉnh Nam Định,36,Huyện Trực Ninh,363,Xã Trực Nội,14053,Xã,\n';
    const rows = await read(before);
    expect(rows.map(({ values }) => [values.code, values.name, values.parent_code])).toEqual([
      ['36', 'Tỉnh Nam Định', ''],
      ['363', 'Huyện Trực Ninh', '36'],
      ['14053', 'Xã Trực Nội', '363'],
    ]);
    const since =
      'DANH MỤC HÀNH CHÍNH\nMã,Tên,Tên Tiếng Anh,Cấp,Nghị định,Mã TP,Tỉnh / Thành Phố\n14053,Xã Trực Ninh,,Xã,1675/NQ-UBTVQH15,37,Tỉnh Ninh Bình\n';
    expect(
      (await read(since)).map(({ line, values }) => [
        line,
        values.code,
        values.name,
        values.kind,
        values.parent_code,
      ]),
    ).toEqual([
      [3, '37', 'Tỉnh Ninh Bình', '', ''],
      [3, '14053', 'Xã Trực Ninh', 'Xã', '37'],
    ]);
  });

  it('does not swallow rows between two quotation marks that are astray', async () => {
    const swallowed = `${header}\n1,Xã "Thử",xa,37\n2,"B,xa,37\n3,"C",xa,37`;
    expect(await problemOf(read(swallowed))).toEqual(['file.broken-quotes', 3]);
  });

  it('is read of UTF-16 without its mark', async () => {
    const bytes = Buffer.from(`${header}\n1,Xã Thử Một,xã,37\n`, 'utf16le');
    expect((await read(bytes))[0]?.values.name).toBe('Xã Thử Một');
    expect((await read(bytes.swap16()))[0]?.values.name).toBe('Xã Thử Một');
  });

  it('refuses by line letters of an old font among others, and lost ones', async () => {
    const rows = await read(
      `${header}\n1,Xã Thử,xa,37\n2,Ph­êng §«ng Hßa,xa,37\n3,Xã Th? M?t,xa,37\n4,Xã Ninh Hòa,xa,37`,
    );
    expect(rows.map(({ fault }) => fault)).toEqual([
      undefined,
      'file.cell-garbled',
      'file.cell-garbled',
      undefined,
    ]);
  });

  it('takes a soft hyphen for a letter of an old font where the file shows other signs of one', async () => {
    const rows = '1,Xã Thử,xa,37\n2,Xã H\u00adng,xa,37\n3,An T\u00ad,xa,37\n4,Xã Cổ\u00adLễ,xa,37';
    const faultsOf = async (content: string) => (await read(content)).map(({ fault }) => fault);
    expect(await faultsOf(`${header}\n${rows}`)).toEqual([undefined, undefined, undefined, undefined]);
    expect(await faultsOf(`${header}\n${rows}\n5,X· Ninh Hßa,xa,37`)).toEqual([
      ...[undefined, 'file.cell-garbled', 'file.cell-garbled', undefined],
      'file.cell-garbled',
    ]);
  });

  it('takes a day with its month first for doubtful, and with it every other that could be one', async () => {
    const list = 'username,full_name,unit_code,role,valid_from\n';
    const rowsOf = async (days: readonly string[]) => {
      const lines = days.map((day) => `a,A,37,inspector,${day}`);
      const content = Buffer.from(`${list}${lines.join('\n')}`);
      return (await readTable(content, 'users.csv', importShapes.users)).rows.map(
        ({ values }) => values.valid_from,
      );
    };
    expect(await rowsOf(['03/04/2026', '31/01/2026'])).toEqual(['2026-04-03', '2026-01-31']);
    expect(await rowsOf(['03/04/2026', '1/31/2026', '05/05/2026'])).toEqual([
      '03/04/2026',
      '1/31/2026',
      '2026-05-05',
    ]);
  });

  it('refuses what is not UTF-8 text', async () => {
    const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
    expect(await problemOf(read(png))).toEqual(['file.not-a-table', undefined]);
    const latin = Buffer.from(`${header}\n1,Xã,xa,`, 'latin1');
    expect(await problemOf(read(latin))).toEqual(['file.not-utf8', undefined]);
  });
});

describe('a table in XLSX', () => {
  const path = new URL('units.fixture.xlsx', import.meta.url);

  it('gives numbers as written and the row of the sheet', async () => {
    const rows = await read(await readFile(path), 'units.xlsx');
    expect(rows.map(({ line, values }) => [line, values.code, values.name, values.parent_code])).toEqual([
      [2, '37', 'Tỉnh Ninh Bình', ''],
      [4, '14053', 'Xã Trực Ninh', '37'],
    ]);
  });

  it('is known by what it holds, whatever its name says', async () => {
    expect(await read(`${header}\n1,A,xa,`, 'units.xlsx')).toHaveLength(1);
    expect(await read(await readFile(path), 'units.csv')).toHaveLength(2);
    const torn = (await readFile(path)).subarray(0, 700);
    expect(await problemOf(read(torn, 'units.xlsx'))).toEqual(['file.not-a-table', undefined]);
    const empty = Buffer.concat([Buffer.from('PK\u0003\u0004PK\u0005\u0006', 'latin1'), Buffer.alloc(18)]);
    expect(await problemOf(read(empty, 'units.xlsx'))).toEqual(['file.not-a-table', undefined]);
  });
});

describe('a table on disk', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'table-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('is refused by its size before it is read', async () => {
    const path = join(folder, 'large.csv');
    await writeFile(path, header);
    await truncate(path, 100 * 1024 * 1024);
    expect(await problemOf(readTableFile(path, shape))).toEqual(['file.too-large', undefined]);
  });

  it('must be a file', async () => {
    expect(await problemOf(readTableFile(join(folder, 'none.csv'), shape))).toEqual([
      'file.not-found',
      undefined,
    ]);
    expect(await problemOf(readTableFile(folder, shape))).toEqual(['file.not-found', undefined]);
  });
});
