import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { connect } from '../connection.ts';
import { canConnect } from './can-connect.ts';
import { isAlive } from './live-process.ts';
import { openEmbedded } from './open-embedded.ts';
import { readPostmaster } from './postmaster.ts';

let folder = '';
const quiet = () => undefined;

beforeEach(async () => {
  // Below a folder of mode 0700, as a clone in root's home is.
  const home = await mkdtemp(join(tmpdir(), 'kycuong-launch-'));
  await chmod(home, 0o700);
  folder = join(home, 'data');
});

const others = new Set<ChildProcess>();
afterEach(async () => {
  // What a failed test left would hold the run's pipes open for good.
  for (const child of others) child.kill('SIGKILL');
  others.clear();
  await rm(join(folder, '..'), { recursive: true, force: true });
});

async function query<T>(
  url: string,
  run: (sql: ReturnType<typeof connect>['sql']) => Promise<T>,
): Promise<T> {
  const connection = connect(url, { max: 1 });
  try {
    return await run(connection.sql);
  } finally {
    await connection.close();
  }
}

async function parentOf(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
}

/** Another process that opens the folder, writes its address and then lives until it is killed. */
async function otherProcess(kind: 'server' | 'tool') {
  const module = fileURLToPath(new URL('./open-embedded.ts', import.meta.url));
  const program = `
    const { openEmbedded } = await import(${JSON.stringify(module)});
    const opened = await openEmbedded(${JSON.stringify(folder)}, () => {}, { kind: '${kind}' });
    console.log(JSON.stringify(opened));
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  others.add(child);
  const [line] = await once(child.stdout, 'data');
  const opened: { adminUrl: string; adopted: boolean } = JSON.parse(String(line));
  const kill = async (signal: 'SIGKILL' | 'SIGTERM') => {
    child.kill(signal);
    await once(child, 'exit');
  };
  return { ...opened, kill };
}

async function untilGone(pid: number): Promise<void> {
  await expect.poll(() => isAlive(pid), { timeout: 20_000, interval: 50 }).toBe(false);
}

async function serverPid(): Promise<number> {
  return (await readPostmaster(join(folder, 'postgres')))?.pid ?? 0;
}

test('keeps what was written over a restart, durably, in UTF-8, reachable by password only', async () => {
  const first = await openEmbedded(folder, quiet);
  await query(first.adminUrl, async (sql) => {
    await sql`create table note (words text)`;
    await sql`insert into note values ('kỷ cương')`;
    expect(await sql`show fsync`).toEqual([{ fsync: 'on' }]);
    expect(await sql`show server_encoding`).toEqual([{ server_encoding: 'UTF8' }]);
    expect(await sql`show listen_addresses`).toEqual([{ listen_addresses: '127.0.0.1' }]);
    expect(await sql`show unix_socket_directories`).toEqual([{ unix_socket_directories: '' }]);
  });
  const pid = await serverPid();
  await first.stop();
  expect(isAlive(pid)).toBe(false);
  expect((await stat(join(folder, 'database.json'))).mode & 0o777).toBe(0o600);

  const second = await openEmbedded(folder, quiet);
  expect(await query(second.adminUrl, (sql) => sql`select words from note`)).toEqual([{ words: 'kỷ cương' }]);
  const wrong = second.adminUrl.replace(/:[^:@]+@/, ':wrong@');
  await expect(query(wrong, (sql) => sql`select 1`)).rejects.toThrow(/password authentication/);
  await second.stop();
});

test('never runs the server as root, whoever starts it', async () => {
  const opened = await openEmbedded(folder, quiet);
  const { stdout } = await promisify(execFile)('ps', ['-o', 'uid=', '-p', `${await serverPid()}`]);
  expect(Number(stdout)).toBeGreaterThan(0);
  await opened.stop();
});

test('two processes share one server, which ends with the last of them', async () => {
  const other = await otherProcess('tool');
  const mine = await openEmbedded(folder, quiet);
  expect([other.adopted, mine.adopted]).toEqual([false, true]);
  expect(mine.adminUrl).toBe(other.adminUrl);
  const pid = await serverPid();
  await other.kill('SIGTERM');
  expect(await query(mine.adminUrl, (sql) => sql`select 1 as one`)).toEqual([{ one: 1 }]);
  await mine.stop();
  expect(isAlive(pid)).toBe(false);
});

test('a folder has one host; a second one is refused in one sentence', async () => {
  const other = await otherProcess('server');
  await expect(openEmbedded(folder, quiet, { kind: 'server' })).rejects.toMatchObject({
    key: 'system.data-locked',
  });
  const pid = await serverPid();
  await other.kill('SIGTERM');
  await untilGone(pid);
});

test('the server ends by itself when its last user was killed', async () => {
  const other = await otherProcess('server');
  const pid = await serverPid();
  await other.kill('SIGKILL');
  await untilGone(pid);
});

test('starts at once after everything was killed, with nothing acknowledged lost', async () => {
  const other = await otherProcess('server');
  await query(other.adminUrl, async (sql) => {
    await sql`create table note (n int)`;
    await sql`insert into note values (1)`;
  });
  const pid = await serverPid();
  process.kill(pid, 'SIGKILL');
  await other.kill('SIGKILL');
  const again = await openEmbedded(folder, quiet, { kind: 'server' });
  expect(await query(again.adminUrl, (sql) => sql`select n from note`)).toEqual([{ n: 1 }]);
  await again.stop();
});

test('finishes a first start that was killed half-way', async () => {
  await mkdir(join(folder, 'postgres.init', 'base'), { recursive: true });
  await writeFile(join(folder, 'postgres.init', 'PG_VERSION'), '18\n');
  const opened = await openEmbedded(folder, quiet);
  expect(await query(opened.adminUrl, (sql) => sql`select 1 as one`)).toEqual([{ one: 1 }]);
  await opened.stop();
});

test("a lock file whose number now is another program's does not keep us out", async () => {
  await (await openEmbedded(folder, quiet)).stop();
  await writeFile(
    join(folder, 'postgres', 'postmaster.pid'),
    `${process.pid}\n/data\n1\n5432\n\n\n\nready\n`,
  );
  const opened = await openEmbedded(folder, quiet);
  expect(opened.adopted).toBe(false);
  await opened.stop();
});

test('another major version and a folder that is a file are refused in words', async () => {
  await (await openEmbedded(folder, quiet)).stop();
  await writeFile(join(folder, 'postgres', 'PG_VERSION'), '15\n');
  await expect(openEmbedded(folder, quiet)).rejects.toMatchObject({ key: 'system.data-version' });
  const file = join(folder, 'database.json', 'below');
  await expect(openEmbedded(file, quiet)).rejects.toBeInstanceOf(DomainError);
  expect(await readFile(join(folder, 'postgres', 'PG_VERSION'), 'utf8')).toBe('15\n');
});

test('a server that died is started again by its host, where it was, with nothing acknowledged lost', async () => {
  const host = await openEmbedded(folder, quiet, { kind: 'server' });
  const other = await otherProcess('tool');
  await query(host.adminUrl, async (sql) => {
    await sql`create table note (n int)`;
    await sql`insert into note values (1)`;
  });
  for (const round of [1, 2]) {
    const pid = await serverPid();
    process.kill(pid, 'SIGKILL');
    await expect.poll(() => canConnect(host.adminUrl, 0), { timeout: 25_000, interval: 100 }).toBe(true);
    expect(await serverPid()).not.toBe(pid);
    expect(await query(other.adminUrl, (sql) => sql`insert into note values (2) returning n`)).toEqual([
      { n: 2 },
    ]);
    expect(await query(host.adminUrl, (sql) => sql`select n from note where n = 2`)).toHaveLength(round);
  }
  await other.kill('SIGTERM');
  await host.stop();
});

test('a tool that comes while the server is dead starts it where its host looks for it', async () => {
  const other = await otherProcess('tool');
  process.kill(await serverPid(), 'SIGKILL');
  const mine = await openEmbedded(folder, quiet);
  expect(mine.adminUrl).toBe(other.adminUrl);
  await other.kill('SIGTERM');
  await mine.stop();
});

test('its supervisor and it dying together, it is started again all the same, and ends with its host', async () => {
  const host = await openEmbedded(folder, quiet, { kind: 'server' });
  const pid = await serverPid();
  for (const one of [await parentOf(pid), pid]) process.kill(one, 'SIGKILL');
  await expect.poll(() => canConnect(host.adminUrl, 0), { timeout: 25_000, interval: 100 }).toBe(true);
  const again = await serverPid();
  await host.stop();
  expect(isAlive(again)).toBe(false);
});

test('an orphan, whose supervisor and host are gone, is ended by the next start', async () => {
  const other = await otherProcess('server');
  const pid = await serverPid();
  process.kill(await parentOf(pid), 'SIGKILL');
  await other.kill('SIGKILL');
  const next = await openEmbedded(folder, quiet, { kind: 'server' });
  expect([next.adopted, isAlive(pid)]).toEqual([false, false]);
  await next.stop();
});

test.each([
  ['empty', ''],
  ['half-written', '12'],
  ['of nobody', 'abc def'],
  ['of a number that another program has now', `${process.pid} 1`],
])('a lock that is %s holds nobody up for good', async (_, words) => {
  await mkdir(folder, { mode: 0o700 });
  await writeFile(join(folder, 'run.lock'), words);
  const opened = await openEmbedded(folder, quiet);
  await opened.stop();
  expect(await readdir(folder)).not.toContain('run.lock');
});

test("what a full disk left of a user and of the password is in nobody's way", async () => {
  await mkdir(join(folder, 'run'), { recursive: true, mode: 0o700 });
  await writeFile(join(folder, 'run', '1-x'), '');
  await writeFile(join(folder, 'database.json'), '');
  const opened = await openEmbedded(folder, quiet);
  const pid = await serverPid();
  await opened.stop();
  expect(isAlive(pid)).toBe(false);
});
