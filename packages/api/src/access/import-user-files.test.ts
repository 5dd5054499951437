import { fileURLToPath } from 'node:url';
import { importShapes } from '@kycuong/db/organisation/import-shapes.ts';
import { readTableFile } from '@kycuong/db/organisation/read-table.ts';
import { account, roleGrant } from '@kycuong/db/schema/access.ts';
import { describeImport } from '@kycuong/domain/organisation/import-report.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { carryOut } from '../carry-out.ts';
import { ask } from '../query.ts';
import { type House, openHouse } from '../testing/house.ts';
import { openRegister, type Person, type Register } from '../testing/more-people.ts';
import { importUsers } from './import-users.ts';
import { previewUserImport } from './preview-user-import.ts';

let house: House;
let register: Register;
beforeAll(async () => {
  house = await openHouse();
  register = await openRegister(house);
  const province = house.unitId('ninhBinh');
  await register.addUnit({
    name: 'Xã Cát Thành',
    code: '14056',
    kind: 'xa',
    level: 'commune',
    parentId: province,
  });
  await register.addUnit({
    ...{ name: 'Huyện Trực Ninh', code: '363', kind: 'huyen', level: 'district', parentId: province },
    ...{ from: '2010-01-01', until: '2025-06-30' },
  });
  const colleague = await register.addPerson('kiemtra2', house.unitId('soNoiVu'), ['inspector', province]);
  await register.sql`update account set full_name = 'Bùi Thế Anh' where id = ${colleague.accountId}`;
});
afterAll(async () => {
  await register.close();
  await house.close();
});

async function rowsOf(name: string) {
  const path = fileURLToPath(import.meta.resolve(`@kycuong/db/testing/import-files/${name}`));
  return (await readTableFile(path, importShapes.users)).rows;
}
/** Looked through first: both say the same. */
async function bring(name: string, confirmed: string[] = []) {
  const input = { rows: await rowsOf(name), passwords: [], confirmed };
  const { newUsernames: _, ...seen } = await house.ask('administrator', previewUserImport, input);
  const { newUsernames, kept: _kept, ...report } = await house.run('administrator', importUsers, input);
  expect(report).toEqual(seen);
  return { ...report, newUsernames };
}
async function rolesOf(username: string) {
  return await house.lookAsSystem((tx) =>
    tx
      .select({
        role: roleGrant.role,
        unitId: roleGrant.unitId,
        from: roleGrant.validFrom,
        until: roleGrant.validUntil,
      })
      .from(roleGrant)
      .innerJoin(account, eq(account.id, roleGrant.accountId))
      .where(eq(account.username, username))
      .orderBy(roleGrant.validFrom),
  );
}
async function accountOf(username: string) {
  const found = await house.lookAsSystem((tx) =>
    tx.select().from(account).where(eq(account.username, username)),
  );
  expect(found).toHaveLength(1);
  return found[0];
}
const inWords = (report: Parameters<typeof describeImport>[0]) => describeImport(report, 'vi');

describe('a list of people', () => {
  it('leaves what it has no column for: the e-mail address and the end of a role', async () => {
    expect(await bring('users/a.csv')).toMatchObject({ created: 1, rejected: [], asked: [] });
    const as = { email: 'tt.mot@example.test', unitId: house.unitId('ninhBinh') };
    const held = {
      role: 'inspector',
      unitId: house.unitId('ninhBinh'),
      from: '2026-01-01',
      until: '2026-06-30',
    };
    expect(await bring('users/b-no-email-no-until.csv')).toMatchObject({ unchanged: 1, changes: [] });
    expect(await accountOf('tt.mot')).toMatchObject(as);
    expect(await rolesOf('tt.mot')).toEqual([held]);
  });

  it('takes a role elsewhere, and asks of the one that goes on before it ends it', async () => {
    const move = { id: 'workplace:tt.mot', waits: false, line: 2 };
    expect(await bring('users/move.csv')).toMatchObject({ created: 1, asked: [move], warnings: [] });
    expect(await accountOf('tt.mot')).toMatchObject({ unitId: house.unitId('ninhBinh') });
    expect(await bring('users/move.csv', [move.id])).toMatchObject({
      ...{ updated: 1, asked: [] },
      warnings: [{ code: 'tt.mot', reason: 'access.moved' }],
    });
    const elsewhere = await register.sql<{ id: string }[]>`update role_grant g set valid_until = null
      from account a where a.id = account_id and username = 'tt.mot' and role = 'inspector' returning g.id`;
    const id = `ends-role:${elsewhere[0]?.id}`;
    const open = await bring('users/move.csv');
    expect(open).toMatchObject({ unchanged: 1, updated: 0, asked: [{ id, waits: false, line: 2 }] });
    expect(inWords(open).asked[0]?.reason).toBe(
      'Trần Thử Một còn giữ vai trò Cán bộ kiểm tra, phạm vi Tỉnh Ninh Bình. Kết thúc vai trò đó hết ngày 22/11/2026?',
    );
    const ended = await bring('users/move.csv', [id]);
    expect(ended).toMatchObject({ asked: [], rejected: [] });
    expect(inWords(ended).changes.map(({ reason }) => reason)).toEqual([
      'Vai trò Cán bộ kiểm tra của Trần Thử Một, phạm vi Tỉnh Ninh Bình, kết thúc hết ngày 22/11/2026.',
    ]);
    expect(await rolesOf('tt.mot')).toMatchObject([
      { role: 'inspector', until: '2026-11-22' },
      { role: 'agency-head', from: '2026-07-01', until: null },
    ]);
  });

  it('means one account by capitals and by any form of the same letters', async () => {
    const cased = await bring('users/case.csv');
    expect(cased).toMatchObject({ created: 1, rejected: [{ line: 3, reason: 'access.grant-repeated' }] });
    await accountOf('tt.hai');
    expect(await bring('users/nfd.csv')).toMatchObject({ created: 2, rejected: [], asked: [] });
    await accountOf('tt.bon');
    expect(await rolesOf('tt.bon')).toHaveLength(2);
  });

  it('reads roles in words, and refuses one that might be another with the choices', async () => {
    const found = await bring('users/roles-vi.csv');
    expect(found).toMatchObject({ created: 2, rejected: [{ line: 4, reason: 'access.role-unknown' }] });
    expect(inWords(found).rejected[0]?.reason).toContain('Cán bộ kiểm tra, Người đứng đầu đơn vị');
    expect(await rolesOf('tt.nam')).toMatchObject([{ role: 'agency-head' }]);
    expect(await rolesOf('tt.sau')).toMatchObject([{ role: 'inspector' }]);
  });

  it('gives both of two roles', async () => {
    expect(await bring('users/two-units.csv')).toMatchObject({ created: 2, asked: [], rejected: [] });
    expect(await rolesOf('tt.chin')).toHaveLength(2);
  });

  it('ends a role with its unit, and says so', async () => {
    const found = await bring('users/unit-old.csv');
    expect(found).toMatchObject({
      created: 1,
      warnings: [{ line: 2, reason: 'access.role-ends-with-unit' }],
    });
    expect(inWords(found).warnings[0]?.reason).toContain('30/06/2025');
    expect(await rolesOf('tt.muoi')).toMatchObject([{ from: '2025-01-01', until: '2025-06-30' }]);
    expect(await bring('users/unit-old.csv')).toMatchObject({ unchanged: 1 });
  });

  it('refuses what is no user name, with the rule', async () => {
    const found = await bring('users/usernames.csv');
    expect(found).toMatchObject({ read: 6, created: 0 });
    expect(found.rejected.map(({ line, reason }) => [line, reason])).toEqual(
      [2, 3, 4, 5, 6, 7].map((line) => [line, 'access.username-shape']),
    );
  });

  it('tells who becomes an administrator over what, and whom that moves', async () => {
    const found = await bring('users/grant-admin.csv', ['workplace:kiemtra2']);
    expect(inWords(found)).toMatchObject({
      created: 1,
      changes: [
        {
          line: 2,
          code: 'kiemtra2',
          reason: 'Bùi Thế Anh chuyển đơn vị công tác từ Sở Nội vụ đến Tỉnh Ninh Bình.',
        },
        {
          line: 2,
          code: 'kiemtra2',
          reason: expect.stringContaining('Quản trị viên, phạm vi Tỉnh Ninh Bình'),
        },
      ],
      warnings: [{ code: 'kiemtra2', reason: expect.stringContaining('từ Sở Nội vụ') }],
    });
  });

  it('does not guess what a column was meant to be', async () => {
    await expect(rowsOf('users/misnamed-columns.csv')).rejects.toMatchObject({
      key: 'file.columns-unknown',
      details: { columns: 'e_mail, valid_to' },
    });
  });

  it.each([
    ['users-date.xlsx', [2], []],
    ['users-date-text.xlsx', [2, 3, 4, 5, 8, 9, 10, 11], [6, 7]],
    ['users-date-formats.xlsx', [2, 3, 4, 5, 6, 10, 11], [7, 8, 9]],
  ])(
    'takes the days of %s as a person sees them, and refuses doubtful ones with the column',
    async (file, read, doubtful) => {
      const rows = await rowsOf(file);
      const daysOf = (lines: readonly number[]) =>
        rows.filter(({ line }) => lines.includes(line)).map(({ values }) => values.valid_from);
      expect(new Set(daysOf(read))).toEqual(new Set(['2026-01-31']));
      const found = await bring(file);
      expect(found).toMatchObject({ created: read.length, read: read.length + doubtful.length });
      expect(found.rejected.map(({ line, reason }) => [line, reason])).toEqual(
        doubtful.map((line) => [line, 'file.day-doubtful']),
      );
      for (const { reason } of inWords(found).rejected) expect(reason).toContain('valid_from');
    },
  );

  it('asks before it renames whoever has the user name, and renames once that is confirmed', async () => {
    const [row] = await rowsOf('users/grant-admin.csv');
    if (row === undefined) throw new Error('the file has a row');
    const values = {
      ...row.values,
      username: 'office',
      full_name: 'Trùng Tên',
      role: 'agency-head',
      unit_code: '14056',
    };
    const file = { rows: [{ line: 2, values }], passwords: [] };
    const asked = await house.run('administrator', importUsers, file);
    expect(asked).toMatchObject({ created: 0, updated: 0, asked: [{ id: 'person:office', waits: true }] });
    expect(await accountOf('office')).toMatchObject({ fullName: 'Trần Thị Văn' });
    expect(await rolesOf('office')).toHaveLength(1);
    const confirmed = ['person:office'];
    const local = await register.addPerson('quantri.xa', house.unitId('coLe'), [
      'administrator',
      house.unitId('coLe'),
    ]);
    expect(await local.run(importUsers, { ...file, confirmed })).toMatchObject({
      asked: [],
      rejected: [{ reason: 'access.outside-your-units' }],
    });
    expect(await house.run('administrator', importUsers, { ...file, confirmed })).toMatchObject({
      created: 1,
    });
    expect(await accountOf('office')).toMatchObject({ fullName: 'Trùng Tên' });
  });
});

describe('the last administrator', () => {
  /** By the file's own names and days; they can come in. */
  async function lone(fullName: string, unitId: string | null, from: string): Promise<Person> {
    await register.sql`delete from role_grant where role = 'administrator'`;
    const [there] = await register.sql<{ id: string }[]>`select id from account where username = 'quantri'`;
    const accountId = there?.id ?? (await register.addPerson('quantri', unitId)).accountId;
    await register.sql`update account set full_name = ${fullName}, unit_id = ${unitId} where id = ${accountId}`;
    await register.sql`insert into role_grant (id, account_id, role, unit_id, valid_from)
      values (gen_random_uuid(), ${accountId}, 'administrator', ${unitId}, ${from})`;
    await register.sql`insert into credential (account_id, password_hash, changed_at)
      select ${accountId}, password_hash, changed_at from credential limit 1 on conflict do nothing`;
    const request = { ground: house.ground, caller: { kind: 'person', accountId } } as const;
    return {
      ...{ ...request, accountId },
      run: (definition, payload) => carryOut(definition, request, { id: uuidV7(), payload }),
      ask: (definition, input) => ask(definition, request, input),
    };
  }

  it.each([
    ['users/last-admin.csv', 'Quản trị hệ thống', false, '2020-01-01', 'access.last-administrator'],
    ['users/end-own-admin.csv', 'Đỗ Quang Huy', true, '2010-01-01', 'access.last-administrator-of'],
  ] as const)('is not ended by %s', async (file, fullName, overProvince, from, reason) => {
    house.setNow('2026-01-15T02:00:00Z');
    const owner = await lone(fullName, overProvince ? house.unitId('ninhBinh') : null, from);
    const input = { rows: await rowsOf(file), passwords: [] };
    for (const report of [await owner.ask(previewUserImport, input), await owner.run(importUsers, input)])
      expect(report).toMatchObject({ updated: 0, rejected: [{ line: 2, reason }], changes: [] });
    house.setNow('2026-11-23T02:00:00Z');
    const late = await owner.run(importUsers, input);
    expect(late).toMatchObject({ updated: 0, rejected: [{ line: 2, reason: 'access.end-in-past' }] });
  });
});
