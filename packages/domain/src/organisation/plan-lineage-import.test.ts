import { describe, expect, it } from 'vitest';
import type { LineageRow, UnitRow } from './import-row.ts';
import { type LineageImportPlan, planLineageImport } from './plan-lineage-import.ts';
import { planUnitImport } from './plan-unit-import.ts';
import type { UnitLineage } from './unit-lineage.ts';

let made = 0;
function newId() {
  made += 1;
  return `id-${made}`;
}

function units(
  list: readonly (readonly [string, string])[],
  from: string,
  until: string | null,
  province = until === null ? (['37', 'Tỉnh Ninh Bình'] as const) : (['36', 'Tỉnh Nam Định'] as const),
) {
  const rows = [province, ...list].map(
    ([code, name], index): UnitRow => ({
      line: index + 2,
      values: { code, name, kind: '', parent_code: code === province[0] ? '' : province[0] },
    }),
  );
  return planUnitImport({ existing: [], rows, from, until, newId }).create;
}

const old = units(
  [
    ['00001', 'Xã Một'],
    ['00002', 'Xã Hai'],
    ['00003', 'Xã Hòa Ba'],
    ['00004', 'Xã Bốn'],
    ['00005', 'Xã Năm'],
    ['00006', 'Xã Sáu'],
  ],
  '2008-01-01',
  '2025-06-30',
);
const now = units(
  [
    ['00001', 'Xã Gộp'],
    ['00003', 'Xã Hoà Ba'],
    ['00004', 'Xã Bốn'],
    ['00007', 'Xã Bảy'],
    ['00006', 'Xã Sáu'],
  ],
  '2025-07-01',
  null,
);
const all = [...old, ...now];
const idOf = (list: typeof old, code: string) => list.find((unit) => unit.code === code)?.id;

it('tells a pair once, however its codes are written', () => {
  const codes = { old_name: 'Xã Một', new_name: 'Xã Gộp', old_code: '00001', new_code: '00001' };
  const rows = [
    { line: 2, values: codes },
    { line: 3, values: { ...codes, old_code: '1' }, numeric: ['old_code'] },
  ];
  const { create, report } = planLineageImport({
    ...{ units: all, existing: [], rows, on: '2025-07-01', decision: 'NQ', newId },
  });
  expect(create).toHaveLength(1);
  expect(report.rejected).toMatchObject([
    { line: 3, reason: 'organisation.lineage-repeated', details: { first: 2 } },
  ]);
});

function row(
  line: number,
  old_code: string,
  new_code: string,
  names: readonly [string?, string?] = [],
): LineageRow {
  const [old_name = '', new_name = ''] = names;
  return { line, values: { old_code, old_name, new_code, new_name } };
}
function run(rows: readonly LineageRow[], existing: readonly UnitLineage[] = []): LineageImportPlan {
  return planLineageImport({ units: all, existing, rows, on: '2025-07-01', decision: 'NQ 1', newId });
}
function reasons(list: LineageImportPlan['report']['rejected']) {
  return list.map(({ line, reason }) => [line, reason]);
}

describe('planLineageImport', () => {
  it('links merged units, also across a code used again', () => {
    const plan = run([row(2, '00001', '00001'), row(3, '00002', '00001')]);
    expect(
      plan.create.map(({ predecessorId, successorId, continues }) => [predecessorId, successorId, continues]),
    ).toEqual([
      [idOf(old, '00001'), idOf(now, '00001'), false],
      [idOf(old, '00002'), idOf(now, '00001'), false],
    ]);
    expect(plan.identities).toEqual([]);
  });

  it('lets a lone whole predecessor of the same code and name go on', () => {
    const plan = run([row(2, '00006', '00006')]);
    expect(plan.create).toMatchObject([{ continues: true, onDate: '2025-07-01', decision: 'NQ 1' }]);
    expect(plan.identities).toEqual([{ unitId: idOf(now, '00006'), identityId: idOf(old, '00006') }]);
  });

  it('leaves it to a person where only the spelling differs', () => {
    const plan = run([row(2, '00003', '00003')]);
    expect(plan.create).toMatchObject([{ continues: false }]);
    expect(reasons(plan.report.warnings)).toEqual([[2, 'organisation.same-unit-unclear']]);
  });

  it('does not let it go on when it is split, or another came in', () => {
    const split = run([row(2, '00004', '00004'), row(3, '00004', '00007')]);
    expect(split.report.created).toBe(2);
    expect(split.create.some(({ continues }) => continues)).toBe(false);
    const earlier = run([row(2, '00005', '00004')]).create;
    expect(run([row(2, '00004', '00004')], earlier).create).toMatchObject([{ continues: false }]);
  });

  it('names the line and the reason of every faulty row', () => {
    const plan = run([
      row(2, '', '00001', ['Xã không mã']),
      row(3, '99999', '00001'),
      row(4, '00002', '99999'),
      row(5, '00001', '00001'),
      row(6, '00001', '00001'),
      row(7, '00005', ''),
    ]);
    expect(reasons(plan.report.rejected)).toEqual([
      [2, 'organisation.predecessor-missing'],
      [3, 'organisation.predecessor-unknown'],
      [4, 'organisation.successor-unknown'],
      [6, 'organisation.lineage-repeated'],
      [7, 'organisation.successor-missing'],
    ]);
    expect(plan.report).toMatchObject({ read: 6, created: 1, updated: 0, unchanged: 0, refused: 5 });
  });

  it('names the units that end and that the file does not name', () => {
    const plan = run([row(2, '00001', '00001'), row(3, '00002', '99999')]);
    expect(plan.report.unmatched).toEqual(
      (['00003 Xã Hòa Ba', '00004 Xã Bốn', '00005 Xã Năm', '00006 Xã Sáu'] as const).map((unit) => ({
        code: unit.slice(0, 5),
        name: unit.slice(6),
        kind: 'xa',
        parentName: 'Tỉnh Nam Định',
      })),
    );
    const later = run([row(2, '00003', '00003')], run([row(2, '00001', '00001')]).create);
    expect(later.report.unmatched.map(({ code }) => code)).toEqual(['00002', '00004', '00005', '00006']);
  });

  it('warns once of each name that differs, and tells mere spelling apart', () => {
    const plan = run([
      row(2, '00001', '00001', ['Xã Một', 'Xã Góp']),
      row(3, '00002', '00001', ['Xã Hai A', 'Xã Góp']),
      row(4, '00003', '00003', ['Xã Hoà Ba', 'Xã Hoà Ba'.normalize('NFD')]),
    ]);
    expect(plan.report.warnings.map(({ line, code, reason }) => [line, code, reason])).toEqual([
      [2, '00001', 'organisation.name-differs'],
      [3, '00002', 'organisation.name-differs'],
      [4, '00003', 'organisation.name-spelled-otherwise'],
      [4, '00003', 'organisation.same-unit-unclear'],
    ]);
  });

  it('changes nothing the second time, and keeps the decision that is there', () => {
    const rows = [row(2, '00001', '00001'), row(3, '00006', '00006')];
    const first = run(rows);
    const taken = new Map(first.identities.map(({ unitId, identityId }) => [unitId, identityId]));
    const then = all.map((unit) => ({ ...unit, identityId: taken.get(unit.id) ?? unit.identityId }));
    const again = { units: then, existing: first.create, rows, on: '2025-07-01', newId };
    const second = planLineageImport({ ...again, decision: 'NQ 1' });
    expect(second.report).toMatchObject({ read: 2, created: 0, unchanged: 2, warnings: [] });
    expect(second.identities).toEqual([]);
    const other = planLineageImport({ ...again, decision: 'NQ 2' });
    expect(other.report).toMatchObject({
      unchanged: 2,
      warnings: [{ line: 2, reason: 'organisation.lineage-by-other-decision' }],
    });
  });

  it('records a unit that stays in force beside its successor, and says so', () => {
    const stays = units([['00010', 'Xã Mười']], '2008-01-01', null, ['36', 'Tỉnh Nam Định']);
    const plan = planLineageImport({
      units: [...all, ...stays],
      existing: [],
      rows: [row(2, '00010', '00007'), row(3, '00010', '00010')],
      on: '2025-07-01',
      decision: 'NQ 1',
      newId,
    });
    expect(plan.report).toMatchObject({ created: 1, unchanged: 1 });
    expect(reasons(plan.report.warnings)).toEqual([[2, 'organisation.predecessor-still-in-force']]);
  });
});
