import { connect as connectTo, createServer, type Socket } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, inject, it } from 'vitest';
import { connect } from './connection.ts';

// What the driver does by itself where a connection goes away is patched (`patches`): what it threw there, nobody could
// catch, and it ended the server. Vitest fails whatever lets such an error go.
const { adminUrl } = inject('testCluster');
const target = new URL(adminUrl);
const links = new Set<Socket>();

/** What PostgreSQL says where it ends one of its processes. */
const fields = Buffer.from('SFATAL\0C57P01\0Mterminating connection\0\0');
const lastWords = Buffer.concat([Buffer.from([0x45, 0, 0, 0, fields.length + 4]), fields]);
/** Asked of what is sent to PostgreSQL: cut the link in its stead? */
let cutsAt = (_sent: Buffer): boolean => false;

const proxy = createServer((near) => {
  const far = connectTo(Number(target.port), target.hostname);
  links.add(near);
  near.on('data', (sent) => (cutsAt(sent) ? near.end(lastWords) : far.write(sent)));
  far.on('data', (answer) => near.write(answer));
  for (const [one, other] of [[near, far] as const, [far, near] as const]) {
    one.on('error', () => undefined);
    one.on('close', () => {
      links.delete(near);
      other.destroy();
    });
  }
});
let url: string;

beforeAll(async () => {
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const address = proxy.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const way = new URL(adminUrl);
  way.host = `127.0.0.1:${address.port}`;
  url = way.href;
});
afterEach(() => {
  cutsAt = () => false;
});
afterAll(() => new Promise((resolve) => proxy.close(resolve)));

const cut = () => {
  for (const link of links) link.destroy();
};

it('a transaction whose connection is lost fails, and the connection is opened anew for the next', async () => {
  const { sql, close } = connect(url, { name: 'lost', max: 1 });
  for (let turn = 0; turn < 3; turn += 1) {
    const lost = sql.begin(async (tx) => {
      await tx`select 1`;
      const waiting = tx`select pg_sleep(20)`;
      setTimeout(cut, 20);
      await waiting;
    });
    await expect(lost).rejects.toThrow('CONNECTION_CLOSED');
    expect(await sql`select ${turn}::int as turn`).toEqual([{ turn }]);
  }
  await close();
});

it('what a lost transaction sends afterwards comes into nobody else’s', async () => {
  const { sql, close } = connect(url, { name: 'late', max: 1 });
  const gate = Promise.withResolvers<void>();
  const late = Promise.withResolvers<unknown>();
  const lost = sql.begin(async (tx) => {
    await tx`select 1`;
    cut();
    await gate.promise;
    await tx`select set_config('kycuong.late', 'yes', false)`.then(late.resolve, late.reject);
  });
  await expect(lost).rejects.toThrow('CONNECTION_CLOSED');
  const seen = await sql.begin(async (tx) => {
    await tx`select 1`;
    gate.resolve();
    await expect(late.promise).rejects.toThrow('CONNECTION_CLOSED');
    await nextTurn();
    return tx`select current_setting('kycuong.late', true) as late`;
  });
  expect(seen).toEqual([{ late: null }]);
  await close();
});

it('a connection that is lost while it is being opened ends nothing but what it was opened for', async () => {
  const { sql, close } = connect(url, { name: 'opening', max: 1 });
  let cuts = 0;
  cutsAt = (sent) => {
    if (!sent.includes('pg_catalog.pg_type') || cuts > 0) return false;
    cuts += 1;
    return true;
  };
  await sql`select 1`.catch(() => undefined);
  expect(cuts).toBe(1);
  expect(await sql`select 2 as two`).toEqual([{ two: 2 }]);
  await close();
});
