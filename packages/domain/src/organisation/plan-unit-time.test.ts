import { describe, expect, it } from 'vitest';
import { addDays, type PlainDate } from '../calendar/plain-date.ts';
import type { UnitRow } from './import-row.ts';
import { planUnitImport } from './plan-unit-import.ts';
import { isInForce, type Unit } from './unit.ts';

let made = 0;
function newId() {
  made += 1;
  return `unit-${made}`;
}

function row(line: number, code: string, name: string, kind: string, parent_code: string): UnitRow {
  return { line, values: { code, name, kind, parent_code } };
}

/** What lists have left, one after another. */
function registerOf() {
  let units: readonly Unit[] = [];
  return {
    take(
      rows: readonly UnitRow[],
      from: PlainDate,
      until: PlainDate | null = null,
      confirmed: readonly string[] = [],
    ) {
      const { create, update, report } = planUnitImport({
        existing: units,
        rows,
        from,
        until,
        confirmed,
        newId,
      });
      units = [...new Map([...units, ...create, ...update].map((unit) => [unit.id, unit])).values()];
      return report;
    },
    of: (code: string) =>
      units
        .filter((unit) => unit.code === code)
        .toSorted((one, other) => (one.validFrom < other.validFrom ? -1 : 1)),
    told: (code: string) =>
      units
        .filter((unit) => unit.code === code)
        .map(({ name, validFrom, validUntil }) => `${name} ${validFrom}…${validUntil ?? ''}`)
        .toSorted(),
    /** Codes of what stands below a unit on a day, the parent found by identity. */
    below: (code: string, on: PlainDate) => {
      const above = units.find((unit) => unit.code === code && isInForce(unit, on));
      const identities = new Map(units.map(({ id, identityId }) => [id, identityId]));
      return units
        .filter(
          ({ parentId, ...unit }) =>
            isInForce(unit, on) && parentId !== null && identities.get(parentId) === above?.identityId,
        )
        .map((unit) => unit.code);
    },
  };
}

const nothing = { created: 0, updated: 0, rejected: [], warnings: [], asked: [] };
const changesNothing = { created: 0, updated: 0 };
const province = row(2, '37', 'Tỉnh Ninh Bình', 'tinh', '');
const catThanh = row(3, '14056', 'Xã Cát Thành', 'xa', '37');
const renamed = row(3, '14056', 'Xã Cát Thành Đông', 'xa', '37');
const today = [province, catThanh];

function ninhBinh() {
  const register = registerOf();
  register.take(today, '2025-07-01');
  return register;
}

describe('a list that begins before what stands', () => {
  it('gives no unit another past without a yes', () => {
    const register = ninhBinh();
    const first = register.take(today, '1995-07-01');
    expect(first).toMatchObject({ ...changesNothing, unchanged: 2, waits: 0 });
    expect(first.asked).toMatchObject([
      { line: 2, id: 'begins:37', waits: false, reason: 'organisation.begins-with-list' },
      { line: 3, id: 'begins:14056', waits: false },
    ]);
    expect(register.told('14056')).toEqual(['Xã Cát Thành 2025-07-01…']);
    const then = register.take(today, '1995-07-01', null, ['begins:37', 'begins:14056']);
    expect(then).toMatchObject({ updated: 2, asked: [] });
    expect(register.told('14056')).toEqual(['Xã Cát Thành 1995-07-01…']);
  });

  it('corrects a name on the days that stand, and asks for those before', () => {
    const register = ninhBinh();
    const report = register.take([province, renamed], '1995-07-01', null, ['begins:37']);
    expect(report).toMatchObject({ updated: 2, asked: [{ id: 'begins:14056' }] });
    expect(register.told('14056')).toEqual(['Xã Cát Thành Đông 2025-07-01…']);
  });
});

describe('a name from a day on', () => {
  it('is another interval of the same unit, and says so', () => {
    const register = ninhBinh();
    const report = register.take([renamed], '2026-12-15');
    expect(report).toMatchObject({ read: 1, created: 0, updated: 1, unchanged: 0, rejected: [] });
    expect(report.warnings).toEqual([
      {
        line: 3,
        code: '14056',
        reason: 'organisation.unit-renamed',
        details: {
          code: '14056',
          before: 'Xã Cát Thành',
          after: 'Xã Cát Thành Đông',
          date: '2026-12-15',
        },
      },
    ]);
    expect(register.told('14056')).toEqual([
      'Xã Cát Thành 2025-07-01…2026-12-14',
      'Xã Cát Thành Đông 2026-12-15…',
    ]);
    const [before, after] = register.of('14056');
    expect(after?.identityId).toBe(before?.id);
  });

  it('is told once: the same list again changes nothing, nor does an older one', () => {
    const register = ninhBinh();
    register.take([renamed], '2026-12-15');
    expect(register.take([renamed], '2026-12-15')).toMatchObject({ ...nothing, unchanged: 1 });
    const older = register.take(today, '2025-07-01');
    expect(older).toMatchObject({ ...changesNothing, unchanged: 2, rejected: [], asked: [] });
    expect(older.warnings).toMatchObject([
      { line: 3, reason: 'organisation.renamed-since', details: { date: '2026-12-15' } },
    ]);
  });

  it('does not rename the past: a list that begins earlier is refused and names the day', () => {
    const register = ninhBinh();
    register.take([renamed], '2026-12-15');
    for (const from of ['2025-07-01', '2026-01-01', '2020-01-01']) {
      const report = register.take([renamed], from);
      expect(report).toMatchObject(changesNothing);
      expect(report.rejected).toMatchObject([
        {
          reason: 'organisation.former-name-stands',
          details: { name: 'Xã Cát Thành', last: '2026-12-14', date: '2026-12-15' },
        },
      ]);
    }
  });

  it('is told of a second time', () => {
    const register = ninhBinh();
    register.take([renamed], '2026-12-15');
    register.take([row(2, '14056', 'Phường Cát Thành', 'phuong', '37')], '2028-01-01');
    expect(register.told('14056')).toEqual([
      'Phường Cát Thành 2028-01-01…',
      'Xã Cát Thành 2025-07-01…2026-12-14',
      'Xã Cát Thành Đông 2026-12-15…2027-12-31',
    ]);
    expect(new Set(register.of('14056').map(({ identityId }) => identityId)).size).toBe(1);
    expect(register.take([catThanh], '2025-07-01')).toMatchObject({ ...changesNothing, unchanged: 1 });
    expect(register.take([renamed], '2026-12-15', '2027-12-31')).toMatchObject({ ...nothing, unchanged: 1 });
  });

  it('corrects an interval from its first day on, and says so', () => {
    const register = ninhBinh();
    const report = register.take([renamed], '2025-07-01');
    expect(report).toMatchObject({ updated: 1, warnings: [{ reason: 'organisation.unit-corrected' }] });
    expect(register.told('14056')).toEqual(['Xã Cát Thành Đông 2025-07-01…']);
  });

  it('is refused where the list ends before the interval does', () => {
    const register = ninhBinh();
    for (const from of ['2020-01-01', '2025-07-01', '2026-01-01']) {
      const report = register.take([renamed], from, '2026-12-31');
      expect(report).toMatchObject(changesNothing);
      expect(report.rejected).toMatchObject([
        {
          line: 3,
          reason: 'organisation.differs-within-interval',
          details: { code: '14056', name: 'Xã Cát Thành', since: '2025-07-01', until: '2026-12-31' },
        },
      ]);
    }
  });

  it('tells a move and another kind as well', () => {
    const register = ninhBinh();
    register.take([row(2, '36', 'Tỉnh Nam Định', 'tinh', '')], '2025-07-01');
    const moved = register.take([row(2, '14056', 'Xã Cát Thành', 'phường', '36')], '2026-12-15');
    expect(moved).toMatchObject({ updated: 1 });
    expect(moved.warnings.map(({ reason }) => reason)).toEqual([
      'organisation.unit-kind-changed',
      'organisation.unit-moved',
    ]);
    expect(register.below('37', '2026-12-14')).toEqual(['14056']);
    expect(register.below('36', '2026-12-15')).toEqual(['14056']);
  });
});

describe('a list that ends before the interval does', () => {
  it('cuts nothing, and asks', () => {
    const register = ninhBinh();
    const report = register.take([catThanh], '2025-07-01', '2025-12-31');
    expect(report).toMatchObject({ ...changesNothing, unchanged: 1, rejected: [], warnings: [] });
    expect(report.asked).toEqual([
      {
        id: 'ends:14056',
        line: 3,
        code: '14056',
        reason: 'organisation.ends-with-list',
        details: { code: '14056', name: 'Xã Cát Thành', date: '2025-12-31' },
        waits: false,
      },
    ]);
    const answered = register.take([catThanh], '2025-07-01', '2025-12-31', ['ends:14056']);
    expect(answered).toMatchObject({ updated: 1, unchanged: 0, asked: [] });
    expect(register.told('14056')).toEqual(['Xã Cát Thành 2025-07-01…2025-12-31']);
    const again = register.take([catThanh], '2025-07-01', '2025-12-31', ['ends:14056']);
    expect(again).toMatchObject({ ...nothing, unchanged: 1 });
  });

  it('that lies within it cuts nothing either', () => {
    const register = ninhBinh();
    const report = register.take([catThanh], '2025-09-01', '2025-12-31');
    expect(report).toMatchObject({ ...changesNothing, unchanged: 1, asked: [{ id: 'ends:14056' }] });
    expect(register.told('14056')).toEqual(['Xã Cát Thành 2025-07-01…']);
  });
});

describe('a list that goes beyond the end of an interval', () => {
  it('lengthens it where a person says so, and where it tells of nothing else', () => {
    const register = registerOf();
    register.take([province, catThanh], '2020-01-01', '2025-06-30');
    const other = register.take([renamed], '2025-06-30');
    expect(other.rejected).toMatchObject([{ reason: 'organisation.overlaps-ended-unit' }]);
    const longer = register.take([province, catThanh], '2020-01-01', null);
    expect(longer).toMatchObject({ read: 2, ...changesNothing, unchanged: 0, waits: 1, refused: 1 });
    expect(longer.asked).toMatchObject([{ id: 'lengthens:37', waits: true }]);
    expect(longer.rejected).toMatchObject([{ line: 3, reason: 'organisation.parent-unknown' }]);
    const confirmed = register.take([province], '2020-01-01', null, ['lengthens:37']);
    expect(confirmed).toMatchObject({ updated: 1, asked: [] });
    expect(register.told('37')).toEqual(['Tỉnh Ninh Bình 2020-01-01…']);
  });
});

describe('a province that becomes a city', () => {
  const before = row(2, '75', 'Tỉnh Đồng Nai', 'tinh', '');
  const after = row(2, '75', 'Thành phố Đồng Nai', 'Thành phố', '');
  const communes = Array.from({ length: 95 }, (_, index) =>
    row(index + 3, `${25_195 + index}`, `Phường ${index}`, 'Phường', '75'),
  );
  const day = '2026-04-30';

  it('keeps its communes on every day by its own row alone', () => {
    const register = registerOf();
    register.take([before], '2025-07-01');
    register.take(communes, '2025-07-01');
    const report = register.take([after], day);
    expect(report).toMatchObject({ created: 0, updated: 1, warnings: [{ details: { date: day } }] });
    expect(register.of('75').map(({ kind, level }) => [kind, level])).toEqual([
      ['tinh', 'province'],
      ['thanh-pho-tw', 'province'],
    ]);
    for (const on of ['2025-07-01', addDays(day, -1), day, '2027-01-01']) {
      expect(register.below('75', on)).toHaveLength(95);
    }
    expect(register.take([after], day)).toMatchObject({ ...nothing, unchanged: 1 });
    expect(register.take([after, ...communes], day)).toMatchObject({ ...nothing, unchanged: 96 });
    const past = register.take([before, ...communes], '2025-07-01', addDays(day, -1));
    expect(past).toMatchObject({ ...changesNothing, unchanged: 96, rejected: [] });
    for (const on of ['2025-07-01', day]) expect(register.below('75', on)).toHaveLength(95);
  });

  it('keeps them too where one list tells the city and all its communes', () => {
    const register = registerOf();
    register.take([before, ...communes], '2025-07-01');
    expect(register.take([after, ...communes], day)).toMatchObject({ updated: 1, unchanged: 95 });
    const wrong = register.take([after, ...communes], '2025-07-01');
    expect(wrong).toMatchObject({ ...changesNothing, unchanged: 95 });
    expect(wrong.rejected).toMatchObject([{ line: 2, reason: 'organisation.former-name-stands' }]);
  });

  it('is the parent of what is new from that day on', () => {
    const register = registerOf();
    register.take([before], '2025-07-01');
    register.take([after, row(3, '25195', 'Phường Mới', 'Phường', '75')], day);
    expect(register.of('25195')[0]?.parentId).toBe(register.of('75')[1]?.id);
  });
});
