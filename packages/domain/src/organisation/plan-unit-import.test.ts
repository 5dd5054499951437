import { describe, expect, it } from 'vitest';
import type { UnitRow } from './import-row.ts';
import { planUnitImport, type UnitImportPlan } from './plan-unit-import.ts';
import type { Unit } from './unit.ts';

let made = 0;
function newId() {
  made += 1;
  return `unit-${made}`;
}

function row(line: number, code: string, name: string, kind: string, parent_code = ''): UnitRow {
  return { line, values: { code, name, kind, parent_code } };
}

const before = [
  row(2, '36', 'Tỉnh Nam Định', 'tinh'),
  row(3, '363', 'Huyện Trực Ninh', 'huyen', '36'),
  row(4, '14053', 'Xã  Trực Nội ', 'xa', '363'),
];
const after = [row(2, '37', 'Tỉnh Ninh Bình', 'province'), row(3, '14053', 'Xã Trực Ninh', 'Xã', '37')];

function run(existing: readonly Unit[], rows: readonly UnitRow[], from: string, until: string | null = null) {
  return planUnitImport({ existing, rows, from, until, newId });
}
function applied(existing: readonly Unit[], plan: UnitImportPlan): Unit[] {
  const byId = new Map([...existing, ...plan.create, ...plan.update].map((unit) => [unit.id, unit]));
  return [...byId.values()];
}
function reasons(plan: UnitImportPlan) {
  return plan.report.rejected.map(({ line, reason }) => [line, reason]);
}

const old = run([], before, '2008-01-01', '2025-06-30');
const oldUnits = applied([], old);

describe('planUnitImport', () => {
  it('creates the units of a list, parents first, names tidied', () => {
    expect(old.report).toMatchObject({ read: 3, created: 3, updated: 0, unchanged: 0, rejected: [] });
    expect(old.create.map(({ code, name, kind, level }) => [code, name, kind, level])).toEqual([
      ['36', 'Tỉnh Nam Định', 'tinh', 'province'],
      ['363', 'Huyện Trực Ninh', 'huyen', 'district'],
      ['14053', 'Xã Trực Nội', 'xa', 'commune'],
    ]);
    expect(old.create[2]?.parentId).toBe(old.create[1]?.id);
  });

  it('changes nothing the second time', () => {
    const again = run(oldUnits, before, '2008-01-01', '2025-06-30');
    expect(again.report).toMatchObject({ read: 3, created: 0, updated: 0, unchanged: 3, warnings: [] });
  });

  it('takes a later interval of the same code for another unit', () => {
    const plan = run(oldUnits, after, '2025-07-01');
    expect(plan.report).toMatchObject({ created: 2, updated: 0, rejected: [] });
    const units = applied(oldUnits, plan).filter(({ code }) => code === '14053');
    expect(units.map(({ name, validUntil }) => [name, validUntil])).toEqual([
      ['Xã Trực Nội', '2025-06-30'],
      ['Xã Trực Ninh', null],
    ]);
    expect(new Set(units.map(({ identityId }) => identityId)).size).toBe(2);
  });

  it('refuses a list that begins before the unit of another name has ended', () => {
    expect(reasons(run(oldUnits, after, '2025-06-30'))).toEqual([[3, 'organisation.overlaps-ended-unit']]);
  });

  it('finds a parent among the units already there', () => {
    const plan = run(oldUnits, [row(2, '14054', 'Xã Mới', 'xa', '363')], '2010-01-01', '2025-06-30');
    expect(plan.create[0]?.parentId).toBe(old.create[1]?.id);
    expect(reasons(run(oldUnits, [row(2, '14054', 'Xã Mới', 'xa', '363')], '2025-07-01'))).toEqual([
      [2, 'organisation.parent-unknown'],
    ]);
  });

  it('refuses a code that meanwhile belonged to two units', () => {
    const both = applied(oldUnits, run(oldUnits, after, '2025-07-01'));
    expect(reasons(run(both, [row(2, '14053', 'Xã Trực Nội', 'xa', '37')], '2020-01-01'))).toEqual([
      [2, 'organisation.code-in-several-intervals'],
    ]);
  });

  it('names the line and the reason of every faulty row, and counts them all', () => {
    const plan = run(
      [],
      [
        row(2, '36', 'Tỉnh Nam Định', 'tinh'),
        row(3, '', 'Không mã', 'xa', '36'),
        row(4, '00001', ' ', 'xa', '36'),
        row(5, '00002', 'Xã B', 'làng', '36'),
        row(6, '36', 'Tỉnh Nam Định', 'tinh'),
        row(7, '00003', 'Xã C', 'xa', '99'),
        row(9, '04', 'Tỉnh D', 'tinh', '36'),
        row(10, '00005', 'Xã \u0000', 'xa', '36'),
        row(11, '00006', 'x'.repeat(201), 'xa', '36'),
        row(12, '00007', 'Xã thuộc dòng hỏng', 'xa', '00002'),
        { ...row(13, '00008', 'Xã E', 'xa', '36'), fault: 'file.cells-too-many' },
      ],
      '2020-01-01',
    );
    expect(reasons(plan)).toEqual([
      [3, 'organisation.code-missing'],
      [4, 'organisation.name-missing'],
      [5, 'organisation.kind-unknown'],
      [6, 'organisation.code-repeated'],
      [7, 'organisation.parent-unknown'],
      [9, 'organisation.parent-below'],
      [10, 'organisation.unreadable-characters'],
      [11, 'organisation.name-too-long'],
      [12, 'organisation.parent-unknown'],
      [13, 'file.cells-too-many'],
    ]);
    expect(plan.report).toMatchObject({ read: 11, created: 1, updated: 0, unchanged: 0 });
  });

  it('places agencies in the tier of their parent', () => {
    const plan = run(
      oldUnits,
      [
        row(2, 'TN.NV', 'Phòng Nội vụ', 'phòng', '363'),
        row(3, 'TN.MC', 'Bộ phận Một cửa', 'one-stop', '363'),
      ],
      '2020-01-01',
      '2025-06-30',
    );
    expect(plan.create).toMatchObject([
      { kind: 'office', level: 'district', codeScheme: 'own' },
      { kind: 'one-stop', level: 'district', codeScheme: 'own' },
    ]);
  });

  it('refuses a period that ends before it begins', () => {
    expect(() => run([], before, '2025-07-01', '2025-06-30')).toThrow('organisation.until-before-from');
  });
});
