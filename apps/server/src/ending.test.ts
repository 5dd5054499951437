import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isAlive } from '@kycuong/db/embedded/live-process.ts';
import { readPostmaster } from '@kycuong/db/embedded/postmaster.ts';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { freePort } from './testing/free-port.ts';

const bin = fileURLToPath(new URL('../bin/kycuong.js', import.meta.url));
let folder: string;
const running: ChildProcess[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kycuong-ending-'));
});
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 10 }));

/** A server on a folder; resolves when it has said `until`. */
async function serve(data: string, until: RegExp) {
  const child = spawn(process.execPath, [bin, '--data', join(folder, data), 'serve', '--port', '0'], {
    env: { PATH: process.env.PATH },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  running.push(child);
  const exit = new Promise<number | NodeJS.Signals | null>((resolve) =>
    child.on('exit', (code, signal) => resolve(signal ?? code)),
  );
  let words = '';
  await new Promise<void>((resolve, reject) => {
    child.stderr.on('data', (chunk) => {
      words += String(chunk);
      if (until.test(words)) resolve();
    });
    void exit.then((code) => reject(new Error(`ended with ${code}: ${words}`)));
  });
  const url = /http:\/\/\S+/.exec(words)?.[0] ?? '';
  return { child, exit, url, words: () => words };
}

const postmaster = async (data: string) => (await readPostmaster(join(folder, data, 'postgres')))?.pid ?? 0;
/** An end that was asked for: far more than it takes, far less than for ever. */
const longest = { timeout: 10_000, interval: 50 };

it('while PostgreSQL is being made or the tables are, the end comes at once, and the next start goes on', async () => {
  for (const until of [/Đang tạo kho dữ liệu/, /Đang khởi động PostgreSQL/]) {
    const { child, exit } = await serve('early', until);
    child.kill('SIGTERM');
    expect(await exit).toBe('SIGTERM');
  }
  const { child, exit } = await serve('early', /http:/);
  child.kill('SIGTERM');
  expect(await exit).toBe(0);
}, 90_000);

it('comes within ten seconds although PostgreSQL hangs, at once when asked twice, and the next start mends it', async () => {
  const first = await serve('hung', /http:/);
  const hung = await postmaster('hung');
  process.kill(hung, 'SIGSTOP');
  const begun = performance.now();
  first.child.kill('SIGINT');
  expect(await first.exit).toBe(0);
  expect(performance.now() - begun).toBeLessThan(10_000);
  process.kill(hung, 'SIGCONT');
  await expect.poll(() => isAlive(hung), longest).toBe(false);

  const second = await serve('hung', /http:/);
  const again = await postmaster('hung');
  process.kill(again, 'SIGSTOP');
  second.child.kill('SIGINT');
  await expect.poll(second.words).toMatch(/Đang dừng/);
  const impatient = () => {
    second.child.kill('SIGINT');
    return second.child.exitCode;
  };
  await expect.poll(impatient, { timeout: 8_000, interval: 200 }).toBe(0);
  expect(second.words()).not.toMatch(/Chưa dừng xong/);
  process.kill(again, 'SIGCONT');
  await expect.poll(() => isAlive(again), longest).toBe(false);
}, 90_000);

it('comes with an error and one sentence when something breaks that nobody reckoned with', async () => {
  const broken = join(folder, 'broken.mjs');
  await writeFile(broken, `process.on('SIGUSR2', () => { void Promise.reject(new Error('cùng lúc')); });`);
  const child = spawn(
    process.execPath,
    ['--import', broken, bin, '--data', join(folder, 'early'), 'serve', '--port', '0'],
    { env: { PATH: process.env.PATH }, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  running.push(child);
  let words = '';
  child.stderr.on('data', (chunk) => {
    words += String(chunk);
    if (/http:/.test(words)) child.kill('SIGUSR2');
  });
  expect(await new Promise((resolve) => child.on('exit', resolve))).toBe(1);
  const [, reference = ''] = /"reference":"(\w+)"/.exec(words) ?? [];
  expect(words).toContain(`Hệ thống gặp sự cố. Mã tham chiếu: ${reference}.`);
}, 60_000);

it('does not come when what it says finds no room', async () => {
  const port = await freePort();
  const full = openSync('/dev/full', 'w');
  const child = spawn(
    process.execPath,
    [bin, '--data', join(folder, 'early'), 'serve', '--port', String(port)],
    {
      env: { PATH: process.env.PATH },
      stdio: ['ignore', full, full],
    },
  );
  running.push(child);
  closeSync(full);
  const exit = new Promise((resolve) => child.on('exit', resolve));
  const health = () =>
    fetch(`http://127.0.0.1:${port}/health`).then(
      (answer) => answer.status,
      () => 0,
    );
  await expect.poll(() => health(), { timeout: 60_000 }).toBe(200);
  // That is told, as it is told that it runs again.
  const dead = await postmaster('early');
  process.kill(dead, 'SIGKILL');
  await expect.poll(() => postmaster('early'), { timeout: 30_000 }).not.toBe(dead);
  await expect.poll(() => health(), { timeout: 30_000 }).toBe(200);
  expect(child.exitCode).toBeNull();
  child.kill('SIGTERM');
  expect(await exit).toBe(0);
}, 120_000);
