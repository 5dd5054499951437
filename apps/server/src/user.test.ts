import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '@kycuong/db/connection.ts';
import { readdress } from '@kycuong/db/database-address.ts';
// Brings the type of what the global set-up provides.
import type {} from '@kycuong/db/testing/global-setup.ts';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { runKycuong } from './testing/run-kycuong.ts';

const { adminUrl } = inject('testCluster');
const database = 'cli_user';
const env = { DATABASE_URL: readdress(adminUrl, { database }) };
const json = (args: readonly string[], input?: string) => runKycuong([...args, '--json'], env, input);
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kycuong-user-'));
});
afterAll(async () => {
  const admin = connect(adminUrl, { max: 1 });
  await admin.sql`drop database if exists ${admin.sql(database)} with (force)`;
  await admin.close();
  await rm(folder, { recursive: true });
});

/** One with something on it that was not sent. */
async function giveTablet(username: string) {
  const { sql, close } = connect(readdress(adminUrl, { database }), { max: 1 });
  await sql`with made as (
      insert into device (id, label, platform, sign_key, agree_key, registered_by, registered_at, unsent_records, unsent_photos)
      select gen_random_uuid(), 'Máy 1', 'test', 'a', 'b', id, now(), 3, 1 from account where username = ${username}
      returning id, registered_by)
    insert into device_account (device_id, account_id, first_seen_at, last_seen_at)
    select id, registered_by, now(), now() from made`;
  await close();
}

it('makes the first administrator, who can act by name at once', { timeout: 120_000 }, async () => {
  const short = await json(['user', 'create', 'quan.tri'], 'ngan\n');
  expect(short).toMatchObject({ exit: 1, json: { error: { message: expect.stringContaining('password') } } });
  const first = await json(['user', 'create', 'quan.tri', '--name', 'Người Mẫu'], 'mat-khau-rat-dai\n');
  expect(first).toMatchObject({
    exit: 0,
    json: { username: 'quan.tri', role: 'administrator', unitCode: null },
  });
  expect(first.out).not.toContain('mat-khau-rat-dai');
  expect(await json(['user', 'create', 'nguoi.hai'])).toMatchObject({ exit: 2 });
  const again = await json(['user', 'create', 'QUAN.TRI', '--role', 'administrator', '--as', 'quan.tri']);
  expect(again).toMatchObject({ exit: 1, json: { error: { code: 'access.username-taken' } } });
  const generated = await json(['user', 'create', 'nguoi.hai', '--role', 'administrator']);
  expect(generated.json.password).toMatch(/^\S{16}$/);
});

it('imports users, and writes their first passwords for the owner alone', { timeout: 120_000 }, async () => {
  const units = join(folder, 'units.csv');
  await writeFile(units, 'code,name,kind,parent_code\n37,Tỉnh Ninh Bình,tinh,\n');
  await json(['import', 'units', units, '--from', '2025-07-01', '--as', 'quan.tri']);
  const users = join(folder, 'users.csv');
  const header = 'username,full_name,email,unit_code,role,valid_from,valid_until';
  await writeFile(
    users,
    `${header}\na.b,Người A,,37,inspector,2025-07-01,\nc.d,Người C,,38,inspector,2025-07-01,\n`,
  );
  const passwords = join(folder, 'passwords.csv');
  const args = ['import', 'users', users, '--passwords-to', passwords];
  const imported = await json(args);
  expect(imported).toMatchObject({ exit: 0, json: { read: 2, created: 1, rejected: [{ line: 3 }] } });
  expect(await readFile(passwords, 'utf8')).toMatch(/^username,password\na\.b,\S{16}\n$/);
  expect((await stat(passwords)).mode & 0o077).toBe(0);
  expect((await json(args)).exit).toBe(2);
  expect((await runKycuong(['import', 'users', '--template'], env)).out).toMatch(
    /^Tên đăng nhập;Họ và tên;Thư điện tử;Mã đơn vị;Vai trò;Từ ngày;Đến hết ngày/,
  );
});

it('keeps accounts up by name, and never takes the last administrator', { timeout: 240_000 }, async () => {
  const listed = await json(['user', 'list', '--role', 'administrator']);
  expect(listed.json.accounts).toMatchObject([{ username: 'quan.tri' }, { username: 'nguoi.hai' }]);
  const granted = ['user', 'grant', 'a.b', '--role', 'inspector', '--unit', '37'];
  expect(await json(granted)).toMatchObject({ exit: 1, json: { error: { code: 'access.role-held' } } });
  const head = ['user', 'grant', 'a.b', '--role', 'agency-head', '--unit', '37', '--from', '2025-07-01'];
  expect(await json([...head, '--as', 'quan.tri'])).toMatchObject({ exit: 0, json: { unitCode: '37' } });
  expect(await json(['user', 'end', 'a.b'])).toMatchObject({
    exit: 2,
    json: { error: { message: expect.stringContaining('agency-head (Tỉnh Ninh Bình)') } },
  });
  const ended = await json(['user', 'end', 'a.b', '--role', 'agency-head', '--on', '2099-12-31']);
  expect(ended).toMatchObject({ exit: 0, json: { lastDay: '2099-12-31', holdings: { roundsLed: 0 } } });
  const reset = await json(['user', 'reset', 'a.b', '--as', 'quan.tri']);
  expect(reset).toMatchObject({
    exit: 0,
    json: { username: 'a.b', code: expect.stringMatching(/^(\w{4}-){3}\w{4}$/) },
  });
  expect(await json(['user', 'lock', 'a.b'])).toMatchObject({ exit: 2 });
  const locked = await json(['user', 'lock', 'a.b', '--reason', 'Nghỉ việc']);
  expect(locked).toMatchObject({ exit: 0, json: { username: 'a.b', holdings: { openVisits: 0 } } });
  expect((await json(['user', 'list', '--state', 'locked'])).json.accounts).toMatchObject([
    { username: 'a.b' },
  ]);
  expect(await json(['user', 'list', '--as', 'a.b'])).toMatchObject({
    exit: 1,
    json: { error: { code: 'access.account-disabled' } },
  });
  expect(await json(['user', 'unlock', 'a.b', '--reason', 'Khóa nhầm'])).toMatchObject({ exit: 0 });
  expect(await json(['user', 'end', 'a.b', '--sessions'])).toMatchObject({ exit: 0, json: { ended: 0 } });
  await giveTablet('nguoi.hai');
  const leaving = ['user', 'lock', 'nguoi.hai', '--reason', 'Chuyển công tác'];
  expect((await runKycuong(leaving, env)).out).toMatch(/Còn giữ:\n {2}thiết bị Máy 1: 3 mục, 1 ảnh chưa gửi/);
  for (const last of [
    ['user', 'lock', 'quan.tri', '--reason', 'Nghỉ việc'],
    ['user', 'end', 'quan.tri', '--role', 'administrator', '--on', '2099-12-31'],
  ])
    expect(await json(last)).toMatchObject({
      exit: 1,
      json: { error: { code: 'access.last-administrator' } },
    });
  expect(await json(['user', 'lock', 'khong.co', '--reason', 'Không có'])).toMatchObject({
    exit: 1,
    json: { error: { code: 'access.unknown-username' } },
  });
  const words = await runKycuong(['user', 'list'], env);
  expect(words.out).toContain('quan.tri | Người Mẫu | – | Quản trị viên (toàn hệ thống) | đang dùng');
  for (const act of ['create', 'list', 'lock', 'unlock', 'reset', 'grant', 'end'])
    expect((await runKycuong(['user', act, '--help'], env)).out).toMatch(/--data[\s\S]*--as/);
  expect((await runKycuong(['user', 'reset', 'a.b'], env)).out).toMatch(
    /đến \d\d\/\d\d\/\d{4} \d\d:\d\d \(giờ Việt Nam\);/,
  );
  const atUnit = await runKycuong(['user', 'end', 'a.b', '--role', 'inspector', '--unit', '37'], env);
  expect(atUnit.out).toContain('Cán bộ kiểm tra (Tỉnh Ninh Bình) của a.b');
});
