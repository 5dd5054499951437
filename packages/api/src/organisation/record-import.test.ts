import { createHash } from 'node:crypto';
import { roleGrant } from '@kycuong/db/schema/access.ts';
import { importFile, listImport, listImportChange } from '@kycuong/db/schema/list-import.ts';
import { trailEntry } from '@kycuong/db/schema/trail.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { eq, type SQL, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type * as z from 'zod/mini';
import { importUsers } from '../access/import-users.ts';
import { carryOut } from '../carry-out.ts';
import type { Command, Loaded } from '../command.ts';
import { type House, openHouse, type Persona } from '../testing/house.ts';
import { openRegister } from '../testing/more-people.ts';
import { type Caller, enter, type Transaction } from '../transaction.ts';
import { importLineage } from './import-lineage.ts';
import { importUnits } from './import-units.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const bytes = Buffer.from('Mã đơn vị,Tên đơn vị\n', 'utf8');
const sha256 = createHash('sha256').update(bytes).digest('hex');
const source = {
  ...{ fileName: 'xa.csv', sha256, sheet: null, otherSheets: [], hiddenRows: [] },
  ...{ titleRows: 0, totalRows: [], ignoredColumns: [] },
};
const unitRow = (line: number, code: string, name: string, kind: string, parent_code = '') => ({
  line,
  values: { code, name, kind, parent_code },
});
const userRow = (line: number, username: string, role: string, valid_until = '') => ({
  line,
  values: {
    ...{ username, full_name: `Người ${username}`, email: '', unit_code: '14026', role },
    ...{ valid_from: '2026-01-01', valid_until },
  },
});

async function bring<Schema extends z.ZodMiniType, Facts extends Loaded, Output>(
  definition: Command<Schema, Facts, Output>,
  payload: z.input<Schema>,
  caller: Caller = house.caller('administrator'),
) {
  const id = uuidV7();
  await carryOut(definition, { ground: house.ground, caller, enclosed: { source, bytes } }, { id, payload });
  return id;
}
const as = <Result>(accountId: string, run: (tx: Transaction) => Promise<Result>) =>
  house.ground.database.transaction(async (tx) => {
    await enter(tx, { kind: 'person', accountId }, house.ground.now());
    return run(tx);
  });
const keptOf = (id: string) =>
  house.lookAsSystem(async (tx) => ({
    import: (await tx.select().from(listImport).where(eq(listImport.id, id)))[0],
    changes: await tx.select().from(listImportChange).where(eq(listImportChange.importId, id)),
    detail: (await tx.select().from(trailEntry).where(eq(trailEntry.commandId, id)))[0]?.detail,
  }));

describe('what is kept of an import', () => {
  it('is who brought which file, and each unit before and after', async () => {
    const rows = [
      unitRow(2, '14026', 'Phường Cổ Lễ', 'phuong', '37'),
      unitRow(3, '14099', 'Xã Mới', 'xa', '37'),
    ];
    const id = await bring(importUnits, { rows, from: '2025-07-01', until: null });
    const kept = await keptOf(id);
    expect(kept.import).toMatchObject({
      ...{ list: 'units', said: { from: '2025-07-01', until: null }, fileName: 'xa.csv', sha256 },
      ...{ importedBy: house.accountId('administrator'), importerName: 'Đỗ Văn Quản', changes: 2 },
      counts: { read: 2, created: 1, updated: 1, rejected: 0, waits: 0 },
    });
    expect(kept.changes.find(({ rowId }) => rowId === house.unitId('coLe'))).toMatchObject({
      before: { name: 'Xã Cổ Lễ', kind: 'xa' },
      after: { name: 'Phường Cổ Lễ', kind: 'phuong' },
    });
    expect(kept.changes.find(({ before }) => before === null)).toMatchObject({
      what: 'unit',
      after: { code: '14099', valid_from: '2025-07-01' },
    });
    expect(kept.detail).toMatchObject({
      kept: { importId: id, fileName: 'xa.csv', sha256, changes: 2, digest: kept.import?.digest },
    });
    const [file] = await house.lookAsSystem((tx) => tx.select().from(importFile));
    expect(Buffer.from(file?.bytes ?? [])).toEqual(bytes);
  });

  it('is each role that somebody got or lost, and each identity that a link gave', async () => {
    const rows = [userRow(2, 'mot', 'agency-head'), userRow(3, 'hai', 'inspector')];
    const first = await keptOf(await bring(importUsers, { rows, passwords: [] }));
    expect(first.changes.map(({ what }) => what).sort()).toEqual(['account', 'account', 'role', 'role']);
    const ended = { rows: [userRow(2, 'mot', 'agency-head', '2026-12-31')], passwords: [] };
    const second = await keptOf(await bring(importUsers, ended));
    expect(second.changes).toMatchObject([
      {
        what: 'role',
        before: { role: 'agency-head', valid_until: null },
        after: { valid_until: '2026-12-31' },
      },
    ]);
    const old = [
      unitRow(2, '37', 'Tỉnh Ninh Bình', 'tinh'),
      unitRow(3, '14026', 'Phường Cổ Lễ', 'phuong', '37'),
    ];
    await bring(importUnits, { rows: old, from: '2010-01-01', until: '2025-06-30' });
    const pair = { old_code: '14026', old_name: 'Phường Cổ Lễ', new_code: '14026', new_name: 'Phường Cổ Lễ' };
    const link = { rows: [{ line: 2, values: pair }], on: '2025-07-01', decision: 'NQ 1' };
    const lineage = await keptOf(await bring(importLineage, link));
    expect(lineage.changes.map(({ what, before }) => [what, before !== null])).toEqual(
      expect.arrayContaining([
        ['lineage', false],
        ['unit', true],
      ]),
    );
  });

  it('is nothing of an import that was refused, and one file however often it came', async () => {
    const wrong = { rows: [unitRow(2, '1', 'Xã', 'xa')], from: '2026-02-01', until: '2026-01-01' };
    await expect(bring(importUnits, wrong)).rejects.toMatchObject({ code: 'invalid' });
    await house.lookAsSystem(async (tx) => {
      expect(await tx.select().from(listImport).where(sql`said->>'from' = '2026-02-01'`)).toEqual([]);
      expect(await tx.select({ sha256: importFile.sha256 }).from(importFile)).toEqual([{ sha256 }]);
    });
  });

  it('stays as it was written, and what others do is not taken for the import', async () => {
    const id = await bring(importUsers, { rows: [userRow(2, 'ba', 'inspector')], passwords: [] });
    for (const change of [
      sql`update list_import set file_name = 'khac.csv' where id = ${id}`,
      sql`update list_import_change set after = null where import_id = ${id}`,
      sql`delete from list_import_change where import_id = ${id}`,
      sql`delete from import_file`,
    ]) {
      const done = house.lookAsSystem(async (tx) => (await tx.execute(change)).count);
      await expect(
        done.catch((error: { cause?: { code?: string } }) => error.cause?.code),
      ).resolves.toSatisfy((outcome) => outcome === 0 || outcome === '42501');
    }
    const before = (await keptOf(id)).changes;
    await house.lookAsSystem((tx) =>
      tx.update(roleGrant).set({ validUntil: '2026-12-01' }).where(eq(roleGrant.validFrom, '2026-01-01')),
    );
    expect((await keptOf(id)).changes).toEqual(before);
  });

  it('is written by nobody past the application, said to be under way or not', async () => {
    const payload = { rows: [userRow(2, 'nam', 'inspector')], passwords: [] };
    const id = await bring(importUsers, payload);
    const kept = await keptOf(id);
    const [forged, row] = [uuidV7(), house.accountId('headCoLe')];
    const changes = (importId: string) => sql`insert into list_import_change (import_id, what, row_id, after)
      values (${importId}, 'account', ${row}, '{}')`;
    const begin = (by: string | null, digest: string) => sql`insert into list_import
      (id, list, said, imported_by, importer_name, imported_at, counts, changes, digest)
      values (${forged}, 'users', '{}', ${by}, 'X', now(), '{}', 0, ${digest})`;
    const attempt = (who: Persona, importId: string, ...statements: SQL[]) =>
      house
        .look(who, async (tx) => {
          await tx.execute(sql`select set_config('kycuong.import', ${importId}, true)`);
          let done = 0;
          for (const statement of statements) done = (await tx.execute(statement)).count;
          return done;
        })
        .catch((error: { cause?: { code?: string } }) => error.cause?.code);
    const own = house.accountId('administrator');
    const attempts: [Persona, string, ...SQL[]][] = [
      ['administrator', id, sql`update list_import set counts = '{"read": 9}' where id = ${id}`],
      ['administrator', id, sql`update list_import set changes = 9, digest = 'x' where id = ${id}`],
      ['administrator', id, sql`update list_import set importer_name = 'Ai khác' where id = ${id}`],
      ['administrator', id, sql`update list_import_change set after = null where import_id = ${id}`],
      ['administrator', id, changes(id)],
      ['headCoLe', id, changes(id)],
      ['administrator', forged, begin(own, ''), changes(forged)],
      ['administrator', forged, begin(own, 'x')],
      ['administrator', forged, begin(row, '')],
      [
        'administrator',
        '',
        sql`update list_import set taken_back_at = now(), taken_back_by = ${row} where id = ${id}`,
      ],
    ];
    for (const [who, importId, ...statements] of attempts)
      expect([await attempt(who, importId, ...statements), statements]).toSatisfy(
        ([outcome]) => outcome === 0 || outcome === '42501',
      );
    expect(await keptOf(id)).toEqual(kept);
  });

  it('opens to deletion what an import made that is taken back, and nothing else', async () => {
    const old = [unitRow(2, '77', 'Tỉnh Xưa', 'tinh'), unitRow(3, '777', 'Xã Xưa', 'xa', '77')];
    await bring(importUnits, { rows: old, from: '2010-01-01', until: '2025-06-30' });
    const pair = { old_code: '777', old_name: 'Xã Xưa', new_code: '14026', new_name: 'Phường Cổ Lễ' };
    await bring(importLineage, { rows: [{ line: 2, values: pair }], on: '2025-07-01', decision: 'NQ 2' });
    const deleted = (door: string, statement: SQL) =>
      house.look('administrator', async (tx) => {
        await tx.execute(sql`select set_config('kycuong.door', ${door}, true)`);
        return (await tx.execute(statement)).count;
      });
    expect(await deleted('person', sql`delete from unit_lineage`)).toBe(0);
    expect(await deleted('person', sql`delete from unit where code = 'SNV'`)).toBe(0);
    expect(await deleted('person', sql`delete from account`)).toBe(0);
    expect(await deleted('sign-in', sql`delete from credential`)).toBe(0);
  });

  it('is seen by who brought it and by who administers the whole, and by nobody else', async () => {
    const register = await openRegister(house);
    const local = await register.addPerson('quan.tri.xa', house.unitId('coLe'), [
      'administrator',
      house.unitId('coLe'),
    ]);
    await register.close();
    const payload = { rows: [userRow(2, 'bon', 'inspector')], passwords: [] };
    await bring(importUsers, payload, { kind: 'person', accountId: local.accountId });
    const own = await as(local.accountId, (tx) => tx.select().from(listImport));
    expect(own).toMatchObject([{ importerName: 'Người quan.tri.xa' }]);
    const seenBy = (who: Persona) =>
      house.look(who, async (tx) => [
        (await tx.select().from(listImport)).length,
        (await tx.select().from(listImportChange)).length,
        (await tx.select().from(importFile)).length,
      ]);
    for (const who of ['office', 'leadership', 'headCoLe'] as const)
      expect(await seenBy(who)).toEqual([0, 0, 0]);
    const [imports = 0, changes = 0, files] = await seenBy('administrator');
    expect([imports > 4, changes > 6, files]).toEqual([true, true, 1]);
  });
});
