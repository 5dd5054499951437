import { once } from 'node:events';
import { connect as connectTo, createServer, type Socket } from 'node:net';
import { afterAll, expect, inject, it } from 'vitest';
import { connect } from './connection.ts';
import { inSession, type Session } from './warm-sessions.ts';

const { adminUrl } = inject('testCluster');
const { sql, db, close } = connect(adminUrl, { name: 'warm sessions', max: 3 });
afterAll(close);

async function processOf(session: Session): Promise<number> {
  const [row] = await session<{ pid: number }[]>`select pg_backend_pid() as pid`;
  return row?.pid ?? 0;
}

/** Ends the session's process under it, and waits until the driver has heard of it. */
async function kill(session: Session): Promise<void> {
  await sql`select pg_terminate_backend(${await processOf(session)})`;
  await expect.poll(session.isLost).toBe(true);
}

it('gives the one that was used last, and opens another only while that is held', async () => {
  const [one, two] = [await sql.hold(), await sql.hold()];
  const [first, second] = [await processOf(one), await processOf(two)];
  expect(second).not.toBe(first);
  two.release();
  one.release();
  for (let turn = 0; turn < 3; turn += 1) expect(await inSession(sql, processOf)).toBe(first);
});

it('has those wait who come when all are held', async () => {
  const held = [await sql.hold(), await sql.hold(), await sql.hold()];
  let hasCome = false;
  const last = inSession(sql, async (session) => {
    hasCome = true;
    return processOf(session);
  });
  await sql`select pg_sleep(0.05)`;
  expect(hasCome).toBe(false);
  const mine = await processOf(held[1] as Session);
  held[1]?.release();
  expect(await last).toBe(mine);
  held[0]?.release();
  held[2]?.release();
});

it('gives back what failed', async () => {
  for (let turn = 0; turn < 4; turn += 1)
    await expect(inSession(sql, (session) => session`select 1 / 0`)).rejects.toThrow('division by zero');
  expect(await inSession(sql, processOf)).toBeGreaterThan(0);
});

it('knows of one that was lost while held, and gives its place to a new one, once', async () => {
  const sessions = [await sql.hold(), await sql.hold(), await sql.hold()];
  for (const session of sessions) await kill(session);
  const next = [await sql.hold(), await sql.hold(), await sql.hold()];
  // Whoever held the lost ones only finds out now; nobody is to lose what he holds by that.
  for (const session of sessions) session.release();
  const processes = await Promise.all(next.map(processOf));
  expect(new Set(processes).size).toBe(3);
  expect(next.map((session) => session.isLost())).toEqual([false, false, false]);
  let isFree = false;
  const another = sql.hold().finally(() => {
    isFree = true;
  });
  await sql`select pg_sleep(0.05)`;
  expect(isFree).toBe(false);
  for (const session of next) session.release();
  (await another).release();
});

it('passes on what Drizzle’s own sessions pass on: JSON as it was written, times as text', async () => {
  const [row] = await inSession(db.$client, (session) =>
    session.unsafe('select $1::json as told, now() as at', [JSON.stringify([{ a: 1 }])], { prepare: true }),
  );
  expect(row).toEqual({ told: [{ a: 1 }], at: expect.any(String) });
});

it('opens a new one in the place of one that was discarded, and ends what that had begun', async () => {
  const session = await sql.hold();
  const first = await processOf(session);
  await session`begin`;
  session.discard();
  session.release();
  expect(session.isLost()).toBe(true);
  expect(await inSession(sql, processOf)).not.toBe(first);
  const running = () => sql`select from pg_stat_activity where pid = ${first}`;
  await expect.poll(async () => (await running()).length).toBe(0);
});

/** A way to the database that can be cut and mended. */
async function openWay() {
  const { hostname, port } = new URL(adminUrl);
  const links = new Set<Socket>();
  const gate = createServer((near) => {
    const far = connectTo(Number(port), hostname);
    for (const link of [near, far]) {
      links.add(link);
      link.on('error', () => undefined);
      link.on('close', () => {
        near.destroy();
        far.destroy();
      });
    }
    near.pipe(far).pipe(near);
  });
  const listen = async (at: number) => once(gate.listen(at, '127.0.0.1'), 'listening');
  await listen(0);
  const address = gate.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const url = new URL(adminUrl);
  url.hostname = '127.0.0.1';
  url.port = String(address.port);
  const cut = async () => {
    for (const link of links) link.destroy();
    await new Promise((resolve) => gate.close(resolve));
  };
  return { url: url.href, cut, mend: () => listen(address.port) };
}

it('fails while the database is away, and serves as many as before when it is back', async () => {
  const way = await openWay();
  const far = connect(way.url, { name: 'cut off', max: 2 });
  const both = () =>
    inSession(far.sql, (one) =>
      inSession(far.sql, async (two) => new Set(await Promise.all([processOf(one), processOf(two)])).size),
    );
  expect(await both()).toBe(2);
  await way.cut();
  for (let turn = 0; turn < 5; turn += 1)
    await expect(inSession(far.sql, processOf)).rejects.toMatchObject({
      code: expect.stringMatching(/^E?CONN/),
    });
  await way.mend();
  await expect.poll(both, { timeout: 20_000 }).toBe(2);
  expect(await both()).toBe(2);
  await far.close();
  await way.cut();
});

it('ends although one is never given back, and although nobody answers', async () => {
  const apart = connect(adminUrl, { name: 'warm sessions', max: 2 });
  const held = await apart.sql.hold();
  await apart.close();
  await expect.poll(held.isLost).toBe(true);

  // Takes the connection and says nothing.
  const sockets: Socket[] = [];
  const silent = createServer((socket) => sockets.push(socket)).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const address = silent.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const nowhere = connect(`postgres://x:x@127.0.0.1:${port}/x`, { max: 2 });
  const waiting = [nowhere.sql.hold(), nowhere.sql`select 1`].map((one) => one.then(Boolean, () => 'failed'));
  await once(silent, 'connection');
  await nowhere.close();
  expect(await Promise.all(waiting)).toEqual(['failed', 'failed']);
  for (const socket of sockets) socket.destroy();
  silent.close();
});
