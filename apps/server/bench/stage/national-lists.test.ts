import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importShapes } from '@kycuong/db/organisation/import-shapes.ts';
import { readTableFile } from '@kycuong/db/organisation/read-table.ts';
import { planLineageImport } from '@kycuong/domain/organisation/plan-lineage-import.ts';
import { planUnitImport } from '@kycuong/domain/organisation/plan-unit-import.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nationalLists } from './national-lists.ts';

const newId = () => uuidV7();
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kycuong-national-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function write(name: string, content: Buffer) {
  const path = join(folder, `${name}.csv`);
  await writeFile(path, content);
  return path;
}

/** The same numbers as the published files have in `packages/db/src/organisation/national-files.test.ts`. */
describe('the invented national lists', () => {
  it('are read as the published ones are', async () => {
    const lists = nationalLists();
    const { units, lineage } = importShapes;
    const rows = {
      before: (await readTableFile(await write('before', lists.before), units)).rows,
      since: (await readTableFile(await write('since', lists.since), units)).rows,
      lineage: (await readTableFile(await write('lineage', lists.lineage), lineage)).rows,
    };
    const before = planUnitImport({
      existing: [],
      rows: rows.before,
      from: '2008-01-01',
      until: '2025-06-30',
      newId,
    });
    expect(before.report).toMatchObject({ read: 11_367, created: 11_367, rejected: [], warnings: [] });
    const since = planUnitImport({
      existing: before.create,
      rows: rows.since,
      from: '2025-07-01',
      until: null,
      newId,
    });
    expect(since.report).toMatchObject({ read: 3_355, created: 3_355, rejected: [], warnings: [] });

    const { report, identities, create } = planLineageImport({
      units: [...before.create, ...since.create],
      existing: [],
      rows: rows.lineage,
      on: '2025-07-01',
      decision: 'NQ 202/2025/QH15',
      newId,
    });
    expect(report).toMatchObject({ read: 10_977, created: 10_027 });
    expect(report.unmatched).toHaveLength(568);
    const reasons = Map.groupBy(report.rejected, ({ reason }) => reason);
    expect(Object.fromEntries([...reasons].map(([reason, faults]) => [reason, faults.length]))).toEqual({
      'organisation.predecessor-missing': 943,
      'organisation.successor-unknown': 4,
      'organisation.predecessor-unknown': 3,
    });
    expect(report.warnings.length).toBeGreaterThan(500);
    expect(identities).toHaveLength(117);
    expect(create.filter(({ continues }) => continues)).toHaveLength(117);
  });

  it('are the same each time', () => {
    expect(nationalLists()).toEqual(nationalLists());
  });
});
