import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { planLineageImport } from '@kycuong/domain/organisation/plan-lineage-import.ts';
import { planUnitImport } from '@kycuong/domain/organisation/plan-unit-import.ts';
import type { Unit } from '@kycuong/domain/organisation/unit.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { importShapes } from './import-shapes.ts';
import { readTableFile } from './read-table.ts';

const newId = () => uuidV7();
const reform = '2025-07-01';

async function importAll(folder: string, names: { old: string; now: string; lineage: string }) {
  const at = (name: string) => fileURLToPath(new URL(name, new URL(folder, import.meta.url)));
  const { units, lineage } = importShapes;
  const oldList = {
    rows: (await readTableFile(at(names.old), units)).rows,
    from: '2008-01-01',
    until: '2025-06-30',
    newId,
  };
  const newList = {
    rows: (await readTableFile(at(names.now), units)).rows,
    from: reform,
    until: null,
    newId,
  };
  const old = planUnitImport({ existing: [], ...oldList });
  const now = planUnitImport({ existing: old.create, ...newList });
  const all: readonly Unit[] = [...old.create, ...now.create];
  const links = {
    rows: (await readTableFile(at(names.lineage), lineage)).rows,
    on: reform,
    decision: 'NQ 202/2025/QH15',
    newId,
  };
  const linked = planLineageImport({ units: all, existing: [], ...links });
  const identities = new Map(linked.identities.map(({ unitId, identityId }) => [unitId, identityId]));
  const settled = all.map((unit) => ({ ...unit, identityId: identities.get(unit.id) ?? unit.identityId }));
  const again = {
    old: planUnitImport({ existing: settled, ...oldList }).report,
    now: planUnitImport({ existing: settled, ...newList }).report,
    lineage: planLineageImport({ units: settled, existing: linked.create, ...links }),
  };
  return { old, now, all: settled, linked, again };
}

function trucNinhOf({ all, linked }: Awaited<ReturnType<typeof importAll>>) {
  const byId = new Map(all.map((unit) => [unit.id, unit]));
  const district = all.find(({ code, level }) => code === '363' && level === 'district');
  const communes = all.filter(({ parentId }) => parentId === district?.id).map(({ id }) => id);
  const links = linked.create.filter(({ predecessorId }) => communes.includes(predecessorId));
  const into = Map.groupBy(links, ({ successorId }) => byId.get(successorId)?.code);
  return { communes, into: new Map([...into].map(([code, found]) => [code, found.length])) };
}

const sevenOfThree = new Map(
  ['14026', '14038', '14053', '14056', '14062', '14071', '14077'].map((code) => [code, 3]),
);

const national = '../../../../../shared/data/';
const missing = !existsSync(new URL(national, import.meta.url));

describe.skipIf(missing)('the national files', () => {
  const files = {
    old: 'units-until-2025-06-30.csv',
    now: 'units-current.csv',
    lineage: 'lineage-2025-07-01.csv',
  };
  let imported: Awaited<ReturnType<typeof importAll>>;
  beforeAll(async () => {
    imported = await importAll(national, files);
  });

  it('create every unit and reject none', () => {
    const { old, now } = imported;
    expect(old.report).toMatchObject({ read: 11_367, created: 11_367, rejected: [] });
    expect(now.report).toMatchObject({ read: 3_355, created: 3_355, rejected: [] });
  });

  it('reject exactly the faulty lineage rows, each for its fault', () => {
    const { report } = imported.linked;
    expect(report).toMatchObject({ read: 10_977, created: 10_027 });
    expect(report.unmatched).toHaveLength(568);
    const counts = new Map<string, number>();
    for (const { reason } of report.rejected) counts.set(reason, (counts.get(reason) ?? 0) + 1);
    expect(Object.fromEntries(counts)).toEqual({
      'organisation.predecessor-missing': 943,
      'organisation.successor-unknown': 4,
      'organisation.predecessor-unknown': 3,
    });
    expect(report.warnings.length).toBeGreaterThan(500);
  });

  it('change nothing the second time', () => {
    const { again } = imported;
    expect(again.old).toMatchObject({ created: 0, updated: 0, unchanged: 11_367 });
    expect(again.now).toMatchObject({ created: 0, updated: 0, unchanged: 3_355 });
    expect(again.lineage.report).toMatchObject({ created: 0, updated: 0, unchanged: 10_027 });
    expect(again.lineage.report.unmatched).toEqual(imported.linked.report.unmatched);
    expect(again.lineage.identities).toEqual([]);
  });

  it('make seven communes of the 21 of Trực Ninh', () => {
    const { communes, into } = trucNinhOf(imported);
    expect(communes).toHaveLength(21);
    expect(into).toEqual(sevenOfThree);
  });

  it('let 117 communes go on, and the provinces that took in no other', () => {
    const { linked, all } = imported;
    const byId = new Map(all.map((unit) => [unit.id, unit]));
    const goOn = linked.identities.flatMap(({ unitId }) => byId.get(unitId) ?? []);
    const provinces = goOn.filter(({ level }) => level === 'province').map(({ name }) => name);
    expect(provinces.toSorted()).toEqual([
      'Thành phố Hà Nội',
      'Tỉnh Cao Bằng',
      'Tỉnh Hà Tĩnh',
      'Tỉnh Lai Châu',
      'Tỉnh Lạng Sơn',
      'Tỉnh Nghệ An',
      'Tỉnh Sơn La',
      'Tỉnh Điện Biên',
    ]);
    expect(goOn).toHaveLength(117 + provinces.length);
    // Of its commune 06978 no row says where it came from.
    expect(linked.report.warnings).toContainEqual(
      expect.objectContaining({
        reason: 'organisation.going-on-untold',
        details: { code: '22', name: 'Tỉnh Quảng Ninh' },
      }),
    );
    expect(linked.report.warnings).toContainEqual(
      expect.objectContaining({ code: '38', reason: 'organisation.same-unit-unclear' }),
    );
    expect(imported.linked.create.filter(({ continues }) => continues)).toHaveLength(117);
  });
});

it('the demo files tell the same of Trực Ninh', async () => {
  const imported = await importAll('../../demo/', {
    old: 'units-2020.csv',
    now: 'units-2025.csv',
    lineage: 'lineage-2025-07-01.csv',
  });
  expect(imported.old.report).toMatchObject({ created: 505, rejected: [] });
  expect(imported.now.report).toMatchObject({ created: 130, rejected: [] });
  expect(trucNinhOf(imported).into).toEqual(sevenOfThree);
});
