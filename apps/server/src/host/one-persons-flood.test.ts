import { createSession } from '@kycuong/api/access/create-session.ts';
import { sessionCookieName } from '@kycuong/api/access/sessions.ts';
import type { Persona } from '@kycuong/api/testing/house.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openHostedHouse } from '../testing/hosted-house.ts';

let hosted: Awaited<ReturnType<typeof openHostedHouse>>;
beforeAll(async () => {
  hosted = await openHostedHouse();
});
afterAll(() => hosted.close());

const batchOf = (calls: number) => {
  const input = Object.fromEntries(Array.from({ length: calls }, (_, index) => [index, {}]));
  const paths = Array.from({ length: calls }, () => 'visit.list').join(',');
  return `/api/trpc/${paths}?batch=1&input=${encodeURIComponent(JSON.stringify(input))}`;
};
const pull = `/api/trpc/sync.pull?input=${encodeURIComponent('{"cursor":null}')}`;

async function signedIn(name: Persona) {
  const { house, app } = hosted;
  const session = await createSession(
    { ...house.ground, now: () => new Date() },
    { accountId: house.accountId(name) },
  );
  return (url: string) => app.inject({ url, cookies: { [sessionCookieName]: session.id } });
}

/**
 * How many of the first person's were answered before the second's, who came after all of them. The second asks for what takes no
 * longer than one of the first's, else their turn alone outlasts many.
 */
async function answeredBefore(url: string, many: number, letGo: () => void = () => undefined) {
  const [first, second] = [await signedIn('office'), await signedIn('leadership')];
  const order: string[] = [];
  const note = async (who: string, answer: ReturnType<typeof first>) => {
    const { statusCode } = await answer;
    order.push(`${who} ${statusCode}`);
  };
  const asked = Array.from({ length: many }, () => note('first', first(url)));
  asked.push(note('second', second(url)));
  // Whoever came before this one has come to the door too.
  await hosted.app.inject('/health');
  letGo();
  await Promise.all(asked);
  expect(order.filter((one) => one === 'first 200')).toHaveLength(many);
  expect(order).toContain('second 200');
  return order.indexOf('second 200');
}

it('many batches of one person are all answered, and whoever comes after does not wait for them', async () => {
  expect(await answeredBefore(batchOf(20), 60)).toBeLessThan(20);
});

it('nor for many pulls, however long those take', async () => {
  const { sql } = hosted.house.connection;
  // All sessions that are held for it.
  const held = await Promise.all(Array.from({ length: 6 }, () => sql.hold()));
  const letGo = () => {
    for (const session of held) session.release();
  };
  expect(await answeredBefore(pull, 100, letGo)).toBeLessThan(20);
});

it('beyond what may wait it is told when to come again, and nobody else is; afterwards all is as before', async () => {
  const [first, second] = [await signedIn('leadership'), await signedIn('office')];
  const asked = Array.from({ length: 150 }, () => first(batchOf(2)));
  const other = second(batchOf(2));
  const answers = await Promise.all(asked);
  const refused = answers.filter(({ statusCode }) => statusCode === 429);
  expect(refused).toHaveLength(150 - 106);
  for (const { headers, body } of refused) {
    expect(headers['retry-after']).toBe('5');
    expect(body).toContain('system.too-many-at-once');
  }
  expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(106);
  expect((await other).statusCode).toBe(200);
  expect((await first(batchOf(20))).statusCode).toBe(200);
});

it('a pool of which every connection is taken is no sickness', async () => {
  const { house, app } = hosted;
  const { promise, resolve } = Promise.withResolvers<void>();
  const held = Array.from({ length: 10 }, () =>
    house.connection.sql.begin(async (sql) => {
      await sql`select 1`;
      await promise;
    }),
  );
  const { statusCode } = await app.inject('/health');
  resolve();
  await Promise.all(held);
  expect(statusCode).toBe(200);
});
