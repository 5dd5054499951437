import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { connect } from '@kycuong/db/connection.ts';
import { readdress } from '@kycuong/db/database-address.ts';
// Brings the type of what the global set-up provides.
import type {} from '@kycuong/db/testing/global-setup.ts';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';

const bin = fileURLToPath(new URL('../bin/kycuong.js', import.meta.url));
const { adminUrl } = inject('testCluster');
const database = 'cli';
const databaseUrl = readdress(adminUrl, { database });
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kycuong-cli-'));
});

afterAll(async () => {
  const admin = connect(adminUrl, { max: 1 });
  await admin.sql`drop database if exists ${admin.sql(database)} with (force)`;
  await admin.close();
  await rm(folder, { recursive: true });
});

function start(args: readonly string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [bin, ...args], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exit = new Promise<number | null>((resolve) => child.on('exit', resolve));
  return { child, exit, out: text(child.stdout), err: text(child.stderr) };
}

async function kycuong(args: readonly string[], env: Record<string, string> = {}) {
  const { exit, out, err } = start(args, env);
  return { exit: await exit, out: await out, err: await err };
}

test('a wrong call ends with 2, and says so as JSON when asked', async () => {
  expect(await kycuong(['no-such-command'])).toMatchObject({ exit: 2, out: '' });
  const { exit, out } = await kycuong(['migrate', '--no-such-option', '--json']);
  expect([exit, JSON.parse(out)]).toMatchObject([2, { error: { code: 'usage' } }]);
  expect(await kycuong(['--help'])).toMatchObject({ exit: 0, err: '' });
});

test('an address without a server is one sentence', async () => {
  const env = { DATABASE_URL: 'postgres://somebody:secret@127.0.0.1:1/nowhere' };
  const { exit, out } = await kycuong(['migrate', '--json'], env);
  expect([exit, JSON.parse(out).error.code]).toEqual([1, 'system.database-unreachable']);
  expect(out).not.toContain('secret');
});

test("an administrator's address makes the database; the server's own role stays weak", async () => {
  const first = await kycuong(['migrate', '--json'], { DATABASE_URL: databaseUrl });
  expect(JSON.parse(first.out)).toMatchObject({ created: true });
  const second = await kycuong(['migrate', '--json'], { DATABASE_URL: databaseUrl });
  expect(JSON.parse(second.out)).toMatchObject({ created: false, applied: 0 });
  const doctor = await kycuong(['doctor', '--json'], { DATABASE_URL: databaseUrl });
  const checks: { name: string; ok: boolean }[] = JSON.parse(doctor.out).checks;
  expect(checks.filter(({ name }) => /Tài khoản|Phân quyền/.test(name)).every(({ ok }) => ok)).toBe(true);
});

test("the owner's address alone is refused: it could see past row security", async () => {
  const admin = connect(adminUrl, { max: 1 });
  await admin.sql`create role cli_plain_owner login password 'plain'`;
  await admin.sql`create database cli_plain owner cli_plain_owner`;
  const env = {
    DATABASE_URL: readdress(adminUrl, { database: 'cli_plain', role: 'cli_plain_owner', password: 'plain' }),
  };
  const { exit, out } = await kycuong(['migrate', '--json'], env);
  expect([exit, JSON.parse(out).error.code]).toEqual([1, 'system.role-too-strong']);
  await admin.sql`drop database cli_plain`;
  await admin.sql`drop role cli_plain_owner`;
  await admin.close();
});

test('serves on a folder; a second host is refused, a tool works beside it, the end leaves nothing running', async () => {
  const data = join(folder, 'data');
  const host = start(['serve', '--data', data, '--port', '0']);
  let words = '';
  const url = await new Promise<string>((resolve) => {
    host.child.stderr.on('data', (chunk) => {
      words += String(chunk);
      const found = /http:\S+/.exec(words)?.[0];
      if (found !== undefined) resolve(found);
    });
  });
  expect(await (await fetch(new URL('/health', url))).json()).toEqual({ status: 'ok' });
  const session = await fetch(new URL('/api/trpc/access.session', url));
  expect(await session.json()).toMatchObject({
    result: { data: { demo: false, account: null, device: null } },
  });
  const second = await kycuong(['serve', '--data', data, '--port', '0', '--json']);
  expect([second.exit, JSON.parse(second.out).error.code]).toEqual([1, 'system.data-locked']);
  const beside = await kycuong(['migrate', '--data', data, '--json']);
  expect([beside.exit, JSON.parse(beside.out)]).toMatchObject([0, { created: false, applied: 0 }]);
  host.child.kill('SIGINT');
  expect(await host.exit).toBe(0);
  expect(await readdir(join(data, 'postgres'))).not.toContain('postmaster.pid');
});
