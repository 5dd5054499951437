import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { PlainDate } from '@kycuong/domain/calendar/plain-date.ts';
import { planUnitImport } from '@kycuong/domain/organisation/plan-unit-import.ts';
import type { Unit } from '@kycuong/domain/organisation/unit.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { importShapes } from './import-shapes.ts';
import { readTableFile } from './read-table.ts';

const newId = () => uuidV7();
const caseUrl = (name: string) => new URL(`../testing/import-files/${name}`, import.meta.url);
let register: readonly Unit[];

async function planOf(
  url: URL,
  existing: readonly Unit[] = register,
  from: PlainDate = '2025-07-01',
  until: PlainDate | null = null,
) {
  const { rows } = await readTableFile(fileURLToPath(url), importShapes.units);
  return planUnitImport({ existing, rows, from, until, newId });
}
const caseOf = (name: string, from?: PlainDate, until?: PlainDate | null) =>
  planOf(caseUrl(name), register, from, until);
const reasons = ({ report }: Awaited<ReturnType<typeof planOf>>) =>
  report.rejected.map(({ line, reason }) => `${line} ${reason.replace('organisation.', '')}`);
const made = ({ create }: Awaited<ReturnType<typeof planOf>>) =>
  create.map(({ code, kind }) => `${code} ${kind}`);

beforeAll(async () => {
  register = (await planOf(new URL('../../demo/units-2025.csv', import.meta.url), [])).create;
});

describe('a list of units', () => {
  it.each(['zero-width.csv', 'csv/nfd.csv', 'csv/nbsp.csv'])(
    '%s means the units that stand',
    async (name) => {
      const { report, create } = await caseOf(name);
      expect(report).toMatchObject({ rejected: [], updated: 0, warnings: [] });
      expect(create.filter(({ code }) => !code.startsWith('99'))).toEqual([]);
      expect(create.every((unit) => unit.name === unit.name.normalize('NFC'))).toBe(true);
    },
  );

  it('gets back the zeros that a workbook has lost', async () => {
    expect(made(await caseOf('num-codes.xlsx'))).toEqual(['04 tinh', '00101 xa', '13714 xa']);
    const hanoi = await caseOf('hanoi-6-excel-numbers.xlsx');
    expect(hanoi.report.rejected).toEqual([]);
    expect(made(hanoi)).toContain('00004 phuong');
    expect(made(hanoi)).toContain('01 thanh-pho-tw');
  });

  it.each(['apostrophe', 'excel-formula-text', 'excel-formula-text2'])(
    'csv/%s.csv has plain digits',
    async (name) => {
      expect(made(await caseOf(`csv/${name}.csv`))).toEqual(['00991 xa']);
    },
  );

  it('is refused by line where a code is in disguise, short or of another level', async () => {
    expect(reasons(await caseOf('csv/sci.csv'))).toEqual([
      '2 file.code-calculated',
      '3 file.code-calculated',
    ]);
    expect(reasons(await caseOf('csv/short-row.csv'))).toEqual(['2 parent-missing']);
    const ward = await caseOf('province-becomes-ward.csv');
    expect(reasons(ward)).toEqual(['2 code-lost-zeros', '3 code-lost-zeros']);
    expect(ward).toMatchObject({ create: [], update: [] });
  });

  it('says kinds in short, or leaves them to the name', async () => {
    const short = await caseOf('csv/kind-abbr.csv');
    expect(made(short).toSorted()).toEqual([
      '99001 xa',
      '99002 phuong',
      '99003 thi-tran',
      '99004 dac-khu',
      '99005 thanh-pho',
      '99006 department',
      '99007 thanh-pho-tw',
    ]);
    expect(reasons(short)).toEqual([]);
    expect(short.report.warnings.map(({ line }) => line)).toEqual([6, 8]);
    const named = await caseOf('csv/kind-from-name.csv');
    expect(made(named).toSorted()).toEqual([
      '99001 xa',
      '99002 thanh-pho',
      '99003 thanh-pho-tw',
      '99004 tinh',
      '99005 xa',
    ]);
    expect(reasons(named)).toEqual([]);
    expect(named.report.warnings.map(({ line }) => line)).toEqual([3, 4, 5]);
  });

  it('renames from a day on, and cuts nothing', async () => {
    const { create, update, report } = await caseOf('rename-catthanh.csv', '2026-12-15');
    const [before] = update;
    expect(report).toMatchObject({ created: 0, updated: 1, rejected: [] });
    expect(before).toMatchObject({ name: 'Xã Cát Thành', validUntil: '2026-12-14' });
    expect(create).toMatchObject([
      { name: 'Xã Cát Thành Đông', validFrom: '2026-12-15', identityId: before?.id },
    ]);
    const cut = await caseOf('current-with-end.csv', '2025-07-01', '2025-12-31');
    expect(cut).toMatchObject({ create: [], update: [], report: { asked: [{ id: 'ends:14026' }] } });
  });
});

const shared = new URL('../../../../../shared/', import.meta.url);
const isThere = existsSync(shared);

it.runIf(!isThere)('the national list is not there: its workbook of numbers is not read', () => {
  expect(isThere).toBe(false);
});

it.runIf(isThere)(
  'a workbook that has made numbers of all codes of the country changes nothing',
  async () => {
    const national = (await planOf(new URL('data/units-current.csv', shared), [])).create;
    const { report } = await planOf(new URL('cases/imports/current-excel-numbers.xlsx', shared), national);
    expect(report).toMatchObject({ created: 0, updated: 0, unchanged: 3355, rejected: [], warnings: [] });
  },
);
