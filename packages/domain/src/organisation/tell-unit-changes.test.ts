import { expect, it } from 'vitest';
import { errorText } from '../error/catalogue.ts';
import type { RowWarning } from './import-report.ts';
import type { LineageRow, UnitRow } from './import-row.ts';
import { planLineageImport } from './plan-lineage-import.ts';
import { planUnitImport } from './plan-unit-import.ts';
import { tellLineageChanges } from './tell-lineage-changes.ts';
import { tellUnitChanges } from './tell-unit-changes.ts';
import type { Unit } from './unit.ts';

let made = 0;
const newId = () => {
  made += 1;
  return `id-${made}`;
};
const row = (line: number, code: string, name: string, parent_code = ''): UnitRow => ({
  line,
  values: { code, name, kind: '', parent_code },
});
const texts = (told: readonly RowWarning[]) =>
  told.map(({ line, reason, details }) => `${line} ${errorText(reason, 'vi', details)}`);

interface Period {
  readonly from: string;
  readonly until: string | null;
  readonly confirmed?: readonly string[];
}
function bring(existing: readonly Unit[], rows: readonly UnitRow[], period: Period) {
  const plan = planUnitImport({ existing, rows, ...period, newId });
  const all = new Map([...existing, ...plan.create, ...plan.update].map((unit) => [unit.id, unit]));
  return { told: texts(tellUnitChanges(plan, existing, rows)), units: [...all.values()] };
}
const lowlands = row(2, '36', 'Tỉnh Nam Định');
const one = row(3, '14053', 'Xã Trực Nội', '36');
const old = bring([], [one, lowlands], { from: '2008-01-01', until: null });

it('tells of each new unit what it is, where and since when, in the order of the file', () => {
  expect(old.told).toEqual([
    '2 Thêm Tỉnh Nam Định (mã 36), từ ngày 01/01/2008.',
    '3 Thêm Xã Trực Nội (mã 14053), thuộc Tỉnh Nam Định, từ ngày 01/01/2008.',
  ]);
  const ended = bring([], [lowlands], { from: '2008-01-01', until: '2025-06-30' });
  expect(ended.told).toEqual(['2 Thêm Tỉnh Nam Định (mã 36), từ ngày 01/01/2008 đến hết ngày 30/06/2025.']);
});

it('tells what is renamed, moved, ended and begins earlier, and nothing of what stays', () => {
  const renamed = bring(old.units, [lowlands, row(7, '14053', 'Xã Trực Ninh', '36')], {
    ...{ from: '2020-01-01', until: null },
  });
  expect(renamed.told).toEqual([
    '7 Mã 14053 đổi tên từ “Xã Trực Nội” thành “Xã Trực Ninh” kể từ ngày 01/01/2020; trước ngày đó giữ tên cũ.',
  ]);
  const confirmed = ['ends:14053'];
  const ends = bring(old.units, [one], { from: '2008-01-01', until: '2025-06-30', confirmed });
  expect(ends.told).toEqual(['3 Xã Trực Nội (mã 14053) có hiệu lực đến hết ngày 30/06/2025.']);
  const yes = ['begins:36', 'begins:14053'];
  const earlier = bring(old.units, [one, lowlands], { from: '2001-01-01', until: null, confirmed: yes });
  expect(earlier.told).toEqual([
    '2 Tỉnh Nam Định (mã 36) có hiệu lực từ ngày 01/01/2001 thay vì 01/01/2008.',
    '3 Xã Trực Nội (mã 14053) có hiệu lực từ ngày 01/01/2001 thay vì 01/01/2008.',
  ]);
  expect(bring(old.units, [one, lowlands], { from: '2008-01-01', until: null }).told).toEqual([]);
});

it('tells of each link what goes into what, each with its code and what it stands under', () => {
  const before = bring([], [lowlands, row(3, '00053', 'Xã Một', '36')], {
    ...{ from: '2008-01-01', until: '2025-06-30' },
  });
  const { units } = bring(before.units, [row(2, '37', 'Tỉnh Ninh Bình'), row(3, '14053', 'Xã Hai', '37')], {
    ...{ from: '2025-07-01', until: null },
  });
  const rows: LineageRow[] = [
    {
      line: 5,
      values: { old_code: '53', old_name: 'Xã Một', new_code: '14053', new_name: 'Xã Hai' },
      numeric: ['old_code', 'new_code'],
    },
  ];
  const plan = planLineageImport({ units, existing: [], rows, on: '2025-07-01', decision: 'NQ', newId });
  expect(texts(tellLineageChanges(plan.create, units, rows))).toEqual([
    '5 Xã Một (mã 00053, Tỉnh Nam Định) → Xã Hai (mã 14053, Tỉnh Ninh Bình).',
  ]);
});
