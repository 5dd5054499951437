import { describe, expect, it } from 'vitest';
import type { LineageRow, UnitRow } from './import-row.ts';
import { joinedByLineage, pairsOf } from './joined-by-lineage.ts';
import { planLineageImport } from './plan-lineage-import.ts';
import { planUnitImport } from './plan-unit-import.ts';
import type { Unit } from './unit.ts';
import type { UnitLineage } from './unit-lineage.ts';

const on = '2025-07-01';
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
  return planUnitImport({ existing: [], rows, from, until, newId }).create;
}

const all = [
  ...list(
    [
      ['36', 'Tỉnh Nam Định', ''],
      ['14099', 'Xã Hai', '36'],
      ['37', 'Tỉnh Ninh Bình', ''],
      ['14500', 'Xã Ba', '37'],
      ['38', 'Tỉnh Thanh Hóa', ''],
      ['14758', 'Xã Bốn', '38'],
      ['14761', 'Xã Năm', '38'],
    ],
    '2008-01-01',
    '2025-06-30',
  ),
  ...list(
    [
      ['37', 'Tỉnh Ninh Bình', ''],
      ['14026', 'Xã Cổ Lễ', '37'],
      ['14038', 'Xã Ninh Giang', '37'],
      ['38', 'Tỉnh Thanh Hóa', ''],
      ['14758', 'Xã Bốn', '38'],
    ],
    on,
    null,
  ),
];

type Pair = readonly [string, string];
interface State {
  readonly units: readonly Unit[];
  readonly links: readonly UnitLineage[];
}
const nothing: State = { units: all, links: [] };
const settle = (units: readonly Unit[], identities: readonly { unitId: string; identityId: string }[]) => {
  const taken = new Map(identities.map(({ unitId, identityId }) => [unitId, identityId]));
  return units.map((unit) => ({ ...unit, identityId: taken.get(unit.id) ?? unit.identityId }));
};
function bring({ units, links }: State, file: readonly Pair[]) {
  const rows = file.map(
    ([old_code, new_code], index): LineageRow => ({
      line: index + 2,
      values: { old_code, old_name: '', new_code, new_name: '' },
    }),
  );
  const plan = planLineageImport({ units, existing: links, rows, on, decision: 'NQ 1', newId });
  return { units: settle(units, plan.identities), links: [...links, ...plan.create], report: plan.report };
}
const oneOf = ({ units }: State, code: string) =>
  new Set(units.filter((unit) => unit.code === code).map(({ identityId }) => identityId)).size === 1;
const identities = ({ units }: State) => units.map(({ identityId }) => identityId);

function orders<Of>(items: readonly Of[]): Of[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item, index) => orders(items.toSpliced(index, 1)).map((rest) => [item, ...rest]));
}

describe('which units are one before and after', () => {
  it('of a province that takes in another it is two, and says so while a part is told alone', () => {
    const part = bring(nothing, [['14500', '14038']]);
    expect(oneOf(part, '37')).toBe(false);
    expect(part.report.unmatched.map(({ code }) => code)).toEqual(['14099', '14758', '14761']);
    expect(part.report.warnings).toMatchObject([
      { reason: 'organisation.going-on-untold', details: { code: '37' } },
    ]);
    expect(oneOf(bring(part, [['14099', '14026']]), '37')).toBe(false);
  });

  it('is the same by any partition and order of a file', () => {
    const files: readonly (readonly Pair[])[] = [
      [
        ['14500', '14038'],
        ['14099', '14026'],
        ['14758', '14758'],
        ['14761', '14758'],
      ],
      [
        ['14500', '14038'],
        ['14500', '14026'],
        ['14758', '14758'],
        ['14099', '14758'],
      ],
      [
        ['37', '37'],
        ['14500', '14038'],
        ['14099', '14026'],
        ['38', '38'],
      ],
    ];
    for (const file of files) {
      const whole = bring(nothing, file);
      for (const order of orders(file)) {
        expect(identities(order.reduce((state, pair) => bring(state, [pair]), nothing))).toEqual(
          identities(whole),
        );
        const halves = [order.slice(0, 2), order.slice(2)];
        expect(identities(halves.reduce((state, half) => bring(state, half), nothing))).toEqual(
          identities(whole),
        );
      }
    }
    expect(oneOf(bring(nothing, files[0] ?? []), '38')).toBe(true);
    expect(oneOf(bring(nothing, files[1] ?? []), '37')).toBe(true);
  });

  it('comes apart where a later link contradicts, and is one again when that link is gone', () => {
    const joined = bring(nothing, [
      ['14758', '14758'],
      ['14761', '14758'],
    ]);
    expect(oneOf(joined, '38')).toBe(true);
    const parted = bring(joined, [['14099', '14758']]);
    expect(oneOf(parted, '38')).toBe(false);
    const without = (state: State, from: string) => {
      const pairs = pairsOf(state.links, state.units);
      const gone = pairs.filter(({ predecessor }) => predecessor.code === from);
      const links = pairs.filter((pair) => !gone.includes(pair));
      const found = joinedByLineage({ units: state.units, links, gone, on });
      return { units: settle(state.units, found.identities), links: [] };
    };
    expect(oneOf(without(parted, '14099'), '38')).toBe(true);
    expect(identities(without(bring(nothing, [['14758', '14758']]), '14758'))).toEqual(identities(nothing));
  });

  it('counts what stands as it was among what came from there', () => {
    const [before] = all.filter(({ code }) => code === '38');
    const stays = all.find(({ code }) => code === '14761');
    const units = all.map((unit) => (unit === stays ? { ...unit, validUntil: null } : unit));
    const joined = bring({ units, links: [] }, [['14758', '14758']]);
    expect(oneOf(joined, '38')).toBe(true);
    expect(joined.units.find(({ id }) => id === stays?.id)?.parentId).toBe(before?.id);
  });

  it('is told as an update where no link is new', () => {
    const joined = bring(nothing, [
      ['14758', '14758'],
      ['14761', '14758'],
    ]);
    const before = { units: all, links: joined.links };
    const again = bring(before, [
      ['14758', '14758'],
      ['14761', '14758'],
    ]);
    expect(again.report).toMatchObject({ read: 2, created: 0, updated: 1, unchanged: 1 });
    expect(identities(again)).toEqual(identities(joined));
  });
});
