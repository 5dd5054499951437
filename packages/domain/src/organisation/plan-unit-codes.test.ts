import { describe, expect, it } from 'vitest';
import type { UnitRow } from './import-row.ts';
import { planUnitImport } from './plan-unit-import.ts';

let made = 0;
function newId() {
  made += 1;
  return `unit-${made}`;
}

type Cells = { code: string; name: string; kind?: string; parent_code?: string };
function row(line: number, values: Cells, numeric?: string[]): UnitRow {
  return { line, values, numeric };
}
const numbers = ['code', 'parent_code'];

function run(rows: readonly UnitRow[], existing = standing) {
  return planUnitImport({ existing, rows, from: '2025-07-01', until: null, confirmed: [], newId });
}
const standing = planUnitImport({
  existing: [],
  rows: [
    row(2, { code: '01', name: 'Thành phố Hà Nội', kind: 'province', parent_code: '' }),
    row(3, { code: '37', name: 'Tỉnh Ninh Bình', kind: 'province', parent_code: '' }),
    row(4, { code: '00037', name: 'Phường Phúc Tân', kind: 'Phường', parent_code: '01' }),
    row(5, { code: '14026', name: 'Xã Cổ Lễ', kind: 'xa', parent_code: '37' }),
    row(6, { code: 'SNV', name: 'Sở Nội vụ', kind: 'so', parent_code: '37' }),
  ],
  from: '2025-07-01',
  until: null,
  confirmed: [],
  newId,
}).create;

const reasons = ({ report }: ReturnType<typeof run>) =>
  report.rejected.map(({ line, reason }) => [line, reason]);

describe('a code', () => {
  it('that a workbook holds as a number gets back its zeros where its level fixes them', () => {
    const plan = run([
      row(2, { code: '1', name: 'Thành phố Hà Nội', kind: 'province', parent_code: '' }, numbers),
      row(3, { code: '37', name: 'Phường Phúc Tân', kind: 'Phường', parent_code: '1' }, numbers),
      row(4, { code: '70', name: 'Phường Hoàn Kiếm', kind: 'Phường', parent_code: '1' }, numbers),
    ]);
    expect(plan.report).toMatchObject({ created: 1, updated: 0, unchanged: 2, rejected: [], warnings: [] });
    expect(plan.create).toMatchObject([{ code: '00070', parentId: standing[0]?.id }]);
  });

  it('that is a number is refused where no level fixes its width', () => {
    const plan = run([
      row(2, { code: '71', name: 'Sở Nội vụ', kind: 'so', parent_code: '37' }, ['code']),
      row(3, { code: '123456', name: 'Xã A', kind: 'xa', parent_code: '37' }, ['code']),
    ]);
    expect(reasons(plan)).toEqual([
      [2, 'organisation.code-a-number'],
      [3, 'organisation.code-of-odd-length'],
    ]);
  });

  it('of a parent is refused where a number means two units, or none', () => {
    const before = [
      row(2, { code: '01', name: 'Thành phố Hà Nội', kind: 'tinh', parent_code: '' }),
      row(3, { code: '001', name: 'Quận Ba Đình', kind: 'quan', parent_code: '01' }),
      row(4, { code: '1', name: 'Phường Phúc Xá', kind: 'phuong', parent_code: '1' }, numbers),
      row(5, { code: '4', name: 'Phường Trúc Bạch', kind: 'phuong', parent_code: '9' }, numbers),
      row(6, { code: '2', name: 'Quận Hoàn Kiếm', kind: 'quan', parent_code: '1' }, numbers),
    ];
    const plan = run(before, []);
    expect(reasons(plan)).toEqual([
      [4, 'organisation.parent-code-unclear'],
      [5, 'organisation.parent-unknown'],
    ]);
    expect(plan.create.map(({ code }) => code)).toEqual(['01', '001', '002']);
  });

  it('that has lost its zeros as text is refused, and says which it probably was', () => {
    const plan = run([
      row(2, { code: '1', name: 'Thành phố Hà Nội', kind: 'tinh', parent_code: '' }),
      row(3, { code: '37', name: 'Phường Phúc Tân', kind: 'Phường', parent_code: '1' }),
      row(4, { code: '9.9E+04', name: 'Xã Một', kind: 'Xã', parent_code: '37' }),
      row(5, { code: '99002.0', name: 'Xã Hai', kind: 'Xã', parent_code: '37.0' }),
      row(6, { code: '9.9E+04', name: 'Sở Ba', kind: 'Sở', parent_code: '37' }),
      row(7, { code: '99002.0', name: 'Sở Bốn', kind: 'Sở', parent_code: '37' }),
    ]);
    expect(plan.report.rejected).toMatchObject([
      { line: 2, reason: 'organisation.code-lost-zeros', details: { code: '1', probably: '01' } },
      { line: 3, reason: 'organisation.code-lost-zeros', details: { code: '37', probably: '00037' } },
      { line: 4, reason: 'organisation.code-of-odd-length' },
      { line: 5, reason: 'organisation.code-of-odd-length' },
      { line: 6, reason: 'organisation.code-a-number' },
      { line: 7, reason: 'organisation.code-a-number' },
    ]);
    expect(plan).toMatchObject({ create: [], update: [] });
  });

  it('of more digits than its level has is taken, and looked at', () => {
    const plan = run([row(2, { code: '140266', name: 'Xã A', kind: 'xa', parent_code: '37' })]);
    expect(plan.report).toMatchObject({
      created: 1,
      warnings: [{ line: 2, reason: 'organisation.code-of-odd-length', details: { digits: 5 } }],
    });
  });

  it('means the same unit whatever is invisible in it or in the name', () => {
    const plan = run([
      row(2, {
        code: '\u200b14026\ufeff',
        name: 'Xã\u00a0Cổ\u200d Lễ\u200b'.normalize('NFD'),
        kind: 'xa',
        parent_code: ' 37\u2060',
      }),
      row(3, { code: '14\u00ad026', name: 'Xã Cổ Lễ', kind: 'xa', parent_code: '37' }),
    ]);
    expect(plan.report).toMatchObject({ created: 0, updated: 0, unchanged: 1 });
    expect(reasons(plan)).toEqual([[3, 'organisation.code-repeated']]);
  });
});

describe('a row', () => {
  it('changes no level', () => {
    const plan = run([
      row(2, { code: 'SNV', name: 'Sở Nội vụ', kind: 'tinh', parent_code: '' }),
      row(3, { code: '14026', name: 'Chi cục', kind: 'chi-cuc', parent_code: '37' }),
    ]);
    expect(reasons(plan)).toEqual([
      [2, 'organisation.code-of-odd-length'],
      [3, 'organisation.level-changes'],
    ]);
  });

  it('below the top lands nowhere without its parent', () => {
    const plan = run([
      row(2, { code: '14026', name: 'Xã Cổ Lễ', kind: 'xa', parent_code: '' }),
      row(3, { code: '99001', name: 'Xã Thử Một', kind: 'Xã', parent_code: '' }),
      row(4, { code: 'STP', name: 'Sở Tư pháp', kind: 'so', parent_code: '' }),
    ]);
    expect(reasons(plan)).toEqual([
      [2, 'organisation.parent-missing'],
      [3, 'organisation.parent-missing'],
      [4, 'organisation.parent-missing'],
    ]);
  });

  it('whose file says no parent leaves the one that stands', () => {
    const plan = run([
      row(2, { code: '14026', name: 'Xã Cổ Lễ', kind: 'xa' }),
      row(3, { code: 'SNV', name: 'Sở Nội vụ', kind: 'so' }),
      row(4, { code: '01', name: 'Thành phố Hà Nội', kind: 'Thành phố' }),
      row(5, { code: '99001', name: 'Xã Thử Một', kind: 'Xã' }),
      row(6, { code: '99', name: 'Tỉnh Thử', kind: 'Tỉnh' }),
    ]);
    expect(plan.report).toMatchObject({ created: 1, updated: 0, unchanged: 3 });
    expect(reasons(plan)).toEqual([[5, 'organisation.parent-missing']]);
  });

  it('whose kind is empty or not said takes it from the name, else leaves the one that stands', () => {
    const plan = run([
      row(2, { code: '99001', name: 'Xã Thử', kind: '', parent_code: '37' }),
      row(3, { code: '98', name: 'Thành phố Thử', parent_code: '' }),
      row(4, { code: '901', name: 'Thành phố Thử', parent_code: '37' }),
      row(5, { code: '99002', name: 'Đặc khu Thử', parent_code: '37' }),
      row(6, { code: 'SNV', name: 'Sở Nội vụ', parent_code: '37' }),
      row(7, { code: 'X', name: 'Ban Thử', parent_code: '37' }),
    ]);
    expect(plan.create.map(({ code, kind }) => [code, kind])).toEqual([
      ['98', 'thanh-pho-tw'],
      ['901', 'thanh-pho'],
      ['99001', 'xa'],
      ['99002', 'dac-khu'],
    ]);
    expect(plan.report).toMatchObject({ unchanged: 1 });
    expect(reasons(plan)).toEqual([[7, 'organisation.kind-unknown']]);
  });
});
