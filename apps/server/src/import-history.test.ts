import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '@kycuong/db/connection.ts';
import { readdress } from '@kycuong/db/database-address.ts';
// Brings the type of what the global set-up provides.
import type {} from '@kycuong/db/testing/global-setup.ts';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { runKycuong } from './testing/run-kycuong.ts';

const { adminUrl } = inject('testCluster');
const database = 'cli_import_history';
const env = { DATABASE_URL: readdress(adminUrl, { database }) };
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kycuong-history-'));
});
afterAll(async () => {
  const admin = connect(adminUrl, { max: 1 });
  await admin.sql`drop database if exists ${admin.sql(database)} with (force)`;
  await admin.close();
  await rm(folder, { recursive: true });
});
const json = (...args: readonly string[]) => runKycuong(['import', ...args, '--json'], env);

it('lists the imports with their files, and takes one back once, with a reason', {
  timeout: 120_000,
}, async () => {
  const path = join(folder, 'tinh.csv');
  await writeFile(path, 'code,name,kind,parent_code\n97,Tỉnh Thử,tinh,\n');
  expect((await json('units', path, '--from', '2020-01-01')).json).toMatchObject({ created: 1 });
  const { json: told } = await json('list');
  expect(told).toMatchObject({
    imports: [{ list: 'units', fileName: 'tinh.csv', changes: 1, takenBack: null }],
    more: false,
  });
  const id: string = told.imports[0].id;
  expect(await json('take-back', id)).toMatchObject({ exit: 2, json: { error: { code: 'usage' } } });
  const done = await json('take-back', id, '--reason', 'Nhập nhầm');
  expect(done).toMatchObject({ exit: 0, json: { importId: id, changes: 1 } });
  const again = await json('take-back', id, '--reason', 'Nhập nhầm');
  expect(again).toMatchObject({ exit: 1, json: { error: { code: 'organisation.import-taken-back' } } });
  expect((await json('list')).json).toMatchObject({ imports: [{ takenBack: { reason: 'Nhập nhầm' } }] });
});
