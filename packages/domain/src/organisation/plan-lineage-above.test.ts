import { describe, expect, it } from 'vitest';
import type { LineageRow, UnitRow } from './import-row.ts';
import { planLineageImport } from './plan-lineage-import.ts';
import { planUnitImport } from './plan-unit-import.ts';
import type { Unit } from './unit.ts';
import type { UnitLineage } from './unit-lineage.ts';

let made = 0;
function newId() {
  made += 1;
  return `id-${made}`;
}

type Line = readonly [code: string, name: string, parent: string];
function list(lines: readonly Line[], from: string, until: string | null) {
  const rows = lines.map(
    ([code, name, parent_code], index): UnitRow => ({
      line: index + 2,
      values: { code, name, kind: '', parent_code },
    }),
  );
  const { create, report } = planUnitImport({ existing: [], rows, from, until, newId });
  expect(report.rejected).toEqual([]);
  return create;
}

const before = list(
  [
    ['01', 'Thành phố Hà Nội', ''],
    ['001', 'Quận Ba Đình', '01'],
    ['00001', 'Phường Phúc Xá', '001'],
    ['00004', 'Phường Trúc Bạch', '001'],
    ['35', 'Tỉnh Hà Nam', ''],
    ['13285', 'Xã Một', '35'],
    ['37', 'Tỉnh Ninh Bình', ''],
    ['14313', 'Xã Hai', '37'],
    ['38', 'Tỉnh Thanh Hóa', ''],
    ['14758', 'Xã Ba', '38'],
    ['46', 'Tỉnh Thừa Thiên Huế', ''],
    ['19750', 'Xã Bốn', '46'],
  ],
  '2008-01-01',
  '2025-06-30',
);
const after = list(
  [
    ['01', 'Thành phố Hà Nội', ''],
    ['00004', 'Phường Ba Đình', '01'],
    ['37', 'Tỉnh Ninh Bình', ''],
    ['14313', 'Xã Gộp', '37'],
    ['14316', 'Xã Gộp Hai', '37'],
    ['38', 'Tỉnh Thanh Hoá', ''],
    ['14758', 'Xã Ba Mới', '38'],
    ['46', 'Thành phố Huế', ''],
    ['19750', 'Xã Bốn Mới', '46'],
  ],
  '2025-07-01',
  null,
);
const all = [...before, ...after];
const unitOf = (units: readonly Unit[], code: string) => units.find((unit) => unit.code === code);

function row(line: number, old_code: string, new_code: string): LineageRow {
  return { line, values: { old_code, old_name: '', new_code, new_name: '' } };
}
function run(
  rows: readonly LineageRow[],
  { units = all, existing = [] }: { units?: readonly Unit[]; existing?: readonly UnitLineage[] } = {},
) {
  const plan = planLineageImport({ units, existing, rows, on: '2025-07-01', decision: 'NQ 1', newId });
  const taken = new Map(plan.identities.map(({ unitId, identityId }) => [unitId, identityId]));
  const left = units.map((unit) => ({ ...unit, identityId: taken.get(unit.id) ?? unit.identityId }));
  return { ...plan, left, links: [...existing, ...plan.create] };
}

const reform = [
  row(2, '00001', '00004'),
  row(3, '00004', '00004'),
  row(4, '13285', '14313'),
  row(5, '14313', '14316'),
  row(6, '14758', '14758'),
  row(7, '19750', '19750'),
];

describe('a unit above', () => {
  it('goes on where all below it pass into one of the same code, name and kind, and nothing else does', () => {
    const plan = run(reform);
    expect(plan.identities).toEqual([
      { unitId: unitOf(after, '01')?.id, identityId: unitOf(before, '01')?.id },
    ]);
    expect(plan.report).toMatchObject({ created: 6, rejected: [], unmatched: [] });
    expect(plan.report.warnings).toMatchObject([
      { line: 6, code: '38', reason: 'organisation.same-unit-unclear' },
    ]);
  });

  it('goes on however the links come, and once', () => {
    const first = run(reform.slice(0, 1));
    expect(first.identities).toHaveLength(1);
    const second = run(reform, { units: first.left, existing: first.links });
    expect(second.identities).toEqual([]);
    expect(second.report).toMatchObject({ created: 5, unchanged: 1 });
    const before = run(reform, { existing: run(reform).create });
    expect(before.identities).toHaveLength(1);
  });

  it('does not go on where another province gave it something, or it gave something away', () => {
    expect(run([...reform, row(8, '13285', '00004')]).identities).toEqual([]);
    expect(run([...reform, row(8, '00001', '14313')]).identities).toEqual([]);
    expect(run([...reform, row(8, '01', '37')]).identities).toEqual([]);
  });

  it('that goes on needs no row of its own: one changes nothing, before or after', () => {
    const own = [row(2, '01', '01')];
    const done = run(reform);
    const later = run(own, { units: done.left, existing: done.links });
    expect(later.report).toMatchObject({ created: 0, unchanged: 1, warnings: [], unmatched: [] });
    const first = run(own);
    expect(first.report).toMatchObject({ created: 1 });
    expect(first.report.unmatched.map(({ code }) => code)).toEqual(['35', '37', '38', '46']);
    const then = run(reform, { units: first.left, existing: first.links });
    expect(then.left).toEqual(done.left);
    expect(then.report.unmatched).toEqual([]);
  });
});

describe('a second successor', () => {
  it('of a unit whose links of that day all say another is warned of', () => {
    const wrong = run([row(2, '13285', '00004')]);
    const right = run([row(2, '13285', '14313')], { units: wrong.left, existing: wrong.links });
    expect(right.report).toMatchObject({ created: 1 });
    expect(right.report.warnings).toMatchObject([
      {
        line: 2,
        code: '13285',
        reason: 'organisation.second-successor',
        details: { name: 'Xã Một', other: 'Phường Ba Đình' },
      },
    ]);
    const again = run([row(2, '13285', '14313')], { units: right.left, existing: right.links });
    expect(again.report).toMatchObject({ created: 0, unchanged: 1, warnings: [] });
    expect(run([row(2, '13285', '00004'), row(3, '13285', '14313')]).report.warnings).toEqual([]);
  });
});
