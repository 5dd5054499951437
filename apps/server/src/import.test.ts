import { existsSync } from 'node:fs';
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { connect } from '@kycuong/db/connection.ts';
import { readdress } from '@kycuong/db/database-address.ts';
// Brings the type of what the global set-up provides.
import type {} from '@kycuong/db/testing/global-setup.ts';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { runKycuong } from './testing/run-kycuong.ts';

const { adminUrl } = inject('testCluster');
const database = 'cli_import';
const env = { DATABASE_URL: readdress(adminUrl, { database }) };
const national = fileURLToPath(new URL('../../../../shared/data/', import.meta.url));
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kycuong-import-'));
});
afterAll(async () => {
  const admin = connect(adminUrl, { max: 1 });
  await admin.sql`drop database if exists ${admin.sql(database)} with (force)`;
  await admin.close();
  await rm(folder, { recursive: true });
});

async function file(name: string, content: string | Buffer): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}
const json = (args: readonly string[]) => runKycuong([...args, '--json'], env);
const header = 'code,name,kind,parent_code';

describe('wrong calls and bad files', { timeout: 120_000 }, () => {
  it('prints a file to begin with, and refuses its examples where they were left', async () => {
    const template = await runKycuong(['import', 'units', '--template'], env);
    expect(template.out).toMatch(/^Mã đơn vị;Tên đơn vị;/);
    const filled = `Mã đơn vị,Tên đơn vị,Loại\nVí dụ: 37,Tỉnh Ninh Bình,Tỉnh\n91,Tỉnh Thật,Tỉnh\n`;
    const path = await file('filled.csv', filled);
    const said = await json(['import', 'units', path, '--from', '2020-01-01', '--dry-run']);
    expect(said.json).toMatchObject({
      created: 1,
      rejected: [{ line: 2, reason: expect.stringContaining('tệp mẫu') }],
    });
  });

  it('ends with 2 when it is called wrongly', async () => {
    const path = await file('one.csv', `${header}\n97,Tỉnh Thử,tinh,`);
    for (const args of [
      ['units', path, '--from', '2025-02-30'],
      ['lineage', path, '--on', '2025-07-01'],
    ]) {
      const { exit, json: said } = await json(['import', ...args]);
      expect([exit, said.error.code]).toEqual([2, 'usage']);
    }
  });

  it('ends with 1 and says why when nothing can be done', async () => {
    const large = await file('large.csv', header);
    await truncate(large, 100 * 1024 * 1024);
    for (const [path, code, line] of [
      [large, 'file.too-large', undefined],
      [await file('quote.csv', `${header}\n97,"Tỉnh`), 'file.broken-quotes', 2],
      [await file('faulty.csv', `${header}\n97,Tỉnh Thử,làng,`), 'file.nothing-accepted', 2],
    ] as const) {
      const { exit, json: said } = await json(['import', 'units', path, '--from', '2020-01-01']);
      expect([exit, said.error.code, said.error.line]).toEqual([1, code, line]);
      expect(said.error.message).toMatch(/\S/);
    }
  });

  it('takes what is right, refuses the rest with its line, and only shows it in a dry run', async () => {
    const path = await file(
      'mixed.csv',
      `\ufeff${header}\r\n97,"Tỉnh\r\nThử",tinh,\r\n97001,<b>Xã</b>,xa,98\r\n`,
    );
    const args = ['import', 'units', path, '--from', '2020-01-01', '--until', '2020-12-31'];
    const report = { read: 2, created: 1, updated: 0, unchanged: 0, warnings: [] };
    const rejected = [{ line: 4, reason: expect.stringContaining('98') }];
    for (const run of [[...args, '--dry-run'], args]) {
      expect(await json(run)).toMatchObject({ exit: 0, json: { ...report, rejected } });
    }
    const words = await runKycuong(args, env);
    expect(words.out).toContain('0 mới, 0 cập nhật, 1 không đổi, 1 bị từ chối');
    expect(words.out).toContain('dòng 4:');
    const nobody = [...args, '--as', 'khong-co'];
    expect(await json(nobody)).toMatchObject({
      exit: 1,
      json: { error: { code: 'access.unknown-username' } },
    });
  });
});

describe('what is said beside a file', { timeout: 120_000 }, () => {
  it('names the columns that are unknown, and takes the file without them', async () => {
    const path = await file('notes.csv', `${header},Địa chỉ,ghi chú\n96,Tỉnh Lạ,tinh,,Số 1,x\n`);
    const args = ['import', 'units', path, '--from', '2020-01-01', '--dry-run'];
    expect(await json(args)).toMatchObject({ exit: 1, json: { error: { code: 'file.columns-unknown' } } });
    expect((await runKycuong(args, env)).err).toContain('--ignore "Địa chỉ"');
    expect(await json([...args, '--ignore', 'địa chỉ'])).toMatchObject({
      exit: 0,
      json: { created: 1, dryRun: true, source: { ignoredColumns: ['Địa chỉ', 'ghi chú'] } },
    });
  });

  it('shows beforehand what a reorganisation leaves without a successor, by name', async () => {
    const codes = Array.from({ length: 23 }, (_, index) => String(99_001 + index));
    const units = codes.map((code) => `${code},Xã Số ${code},xa,99`);
    const list = await file('ending.csv', `${header}\n99,Tỉnh Cũ,tinh,\n${units.join('\n')}\n`);
    const ends = ['--from', '2008-01-01', '--until', '2019-12-31'];
    expect((await json(['import', 'units', list, ...ends])).json).toMatchObject({ created: 24 });
    const next = await file('next.csv', `${header}\n98,Tỉnh Mới,tinh,\n98001,Xã Mới,xa,98\n`);
    expect((await json(['import', 'units', next, '--from', '2020-01-01'])).json).toMatchObject({
      created: 2,
    });
    const links = await file(
      'links.csv',
      'old_code,old_name,new_code,new_name\n99001,Xã Số 99001,98001,Xã Mới\n',
    );
    const args = ['import', 'lineage', links, '--on', '2020-01-01', '--decision', 'NQ thử', '--dry-run'];
    const said = await json(args);
    expect(said).toMatchObject({ exit: 0, json: { created: 1, dryRun: true } });
    expect(said.json.unmatched).toHaveLength(22);
    const words = await runKycuong(args, env);
    expect(words.out).toContain('99002 Xã Số 99002, Tỉnh Cũ');
    expect(words.out).toContain('… và 2 đơn vị nữa');
    expect(words.out).toContain('Chỉ kiểm tra, chưa ghi gì.');
    // Nothing was written: for real it is still to be made.
    expect((await json(args.slice(0, -1))).json).toMatchObject({ created: 1, dryRun: false });
  });

  it('asks before a list ends what goes on, and does it with a yes', async () => {
    const rows = `${header}\n93,Tỉnh Còn Dài,tinh,\n`;
    const path = await file('long.csv', rows);
    const days = ['--from', '2000-01-01', '--until'];
    await json(['import', 'units', path, ...days, '2000-12-31']);
    const shorter = ['import', 'units', path, ...days, '2000-06-30'];
    const words = await runKycuong([...shorter, '--dry-run'], env);
    expect(words.out).toContain('--confirm ends:93');
    expect((await json(shorter)).json).toMatchObject({
      updated: 0,
      asked: [{ line: 2, id: 'ends:93', waits: false }],
    });
    expect((await json([...shorter, '--confirm', 'ends:93'])).json).toMatchObject({ updated: 1, asked: [] });
  });

  it('counts the units that a wide list tells of, and is refused where none of them was taken', async () => {
    const wide = 'Mã TP,Tỉnh Thành Phố,Mã QH,Quận Huyện,Mã PX,Phường Xã\n';
    const path = await file('wide.csv', `${wide}1,Tỉnh Một,1,Huyện Hai,1,Xã Ba\n`);
    const args = ['import', 'units', path, '--from', '2025-07-01', '--dry-run'];
    expect(await json(args)).toMatchObject({
      exit: 1,
      json: { read: 3, refused: 3, waits: 0, error: { code: 'file.nothing-accepted' } },
    });
    expect((await runKycuong(args, env)).out).not.toContain('chờ trả lời');
  });

  it('reads the sheet that holds the list, says which, and another where it is told to', async () => {
    const path = fileURLToPath(
      new URL('../../../packages/db/src/testing/import-files/second-sheet.xlsx', import.meta.url),
    );
    const args = ['import', 'units', path, '--from', '2025-07-01', '--dry-run'];
    expect((await json(args)).json.source).toMatchObject({ sheet: 'DS', otherSheets: ['Hướng dẫn'] });
    expect((await runKycuong(args, env)).out).toContain(
      'Trang tính: DS (không đọc: Hướng dẫn; xem --sheet).',
    );
    expect(await json([...args, '--sheet', 'Hướng dẫn'])).toMatchObject({
      exit: 1,
      json: { error: { code: 'file.columns-missing' } },
    });
  });

  it('shows beforehand who gets an account', async () => {
    const people = await file(
      'people.csv',
      'username,full_name,unit_code,role,valid_from\nthu.nghiem,Lê Thử Nghiệm,,administrator,2025-07-01\n',
    );
    const args = ['import', 'users', people];
    for (const [more, created] of [
      [['--dry-run'], 1],
      [[], 1],
      [['--dry-run'], 0],
    ] as const) {
      const { exit, json: said } = await json([...args, ...more]);
      expect([exit, said.created, said.dryRun]).toEqual([0, created, more.length === 1]);
    }
  });
});

describe.skipIf(!existsSync(national))('the national files', () => {
  it('are imported with exactly the faults that they have, and once', {
    timeout: 180_000,
  }, async () => {
    const old = ['import', 'units', join(national, 'units-until-2025-06-30.csv')];
    const now = ['import', 'units', join(national, 'units-current.csv'), '--from', '2025-07-01'];
    const lineage = ['import', 'lineage', join(national, 'lineage-2025-07-01.csv'), '--on', '2025-07-01'];
    const oldList = [...old, '--from', '2008-01-01', '--until', '2025-06-30'];
    const links = [...lineage, '--decision', 'Nghị quyết 202/2025/QH15'];

    expect((await json(oldList)).json).toMatchObject({ read: 11_367, created: 11_367, rejected: [] });
    expect((await json(now)).json).toMatchObject({ read: 3355, created: 3355, rejected: [] });
    const linked = await json(links);
    expect(linked).toMatchObject({ exit: 0, json: { read: 10_977, created: 10_027 } });
    expect(linked.json.unmatched).toHaveLength(568);
    expect(linked.json.rejected).toHaveLength(950);

    const coverage = ['report', 'coverage', '--as-of'];
    const then = await json([...coverage, '2020-09-30', '--unit', '363']);
    expect(then).toMatchObject({
      exit: 0,
      json: { unit: { name: 'Huyện Trực Ninh' }, units: 21, declared: 0 },
    });
    const now7 = await json([...coverage, '2025-07-02', '--successors-of', '363']);
    expect(now7.json).toMatchObject({ unit: { code: '363' }, units: 7, declared: 0, ratio: 0 });
    expect(await json([...coverage, '2025-07-02', '--unit', '363'])).toMatchObject({
      exit: 1,
      json: { error: { code: 'statistics.unit-code-unknown' } },
    });
    expect((await json([...coverage, '2025-07-02'])).exit).toBe(2);

    expect((await json(now)).json).toMatchObject({ created: 0, updated: 0, unchanged: 3355 });
  });
});
