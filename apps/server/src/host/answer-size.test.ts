import { createSession } from '@kycuong/api/access/create-session.ts';
import { trailEntry } from '@kycuong/db/schema/trail.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openHostedHouse } from '../testing/hosted-house.ts';

let hosted: Awaited<ReturnType<typeof openHostedHouse>>;
let kycuong_session = '';
beforeAll(async () => {
  hosted = await openHostedHouse();
  const { house } = hosted;
  const at = { ...house.ground, now: () => new Date() };
  kycuong_session = (await createSession(at, { accountId: house.accountId('administrator') })).id;
  const entry = () => ({
    at: house.ground.now(),
    actorName: 'thử nghiệm',
    action: 'unit.import',
    subjectKind: 'unit',
    subjectId: house.unitId('coLe'),
    unitId: house.unitId('coLe'),
    commandId: uuidV7(),
    detail: 'x'.repeat(100_000),
  });
  // A page of the list: ten million characters.
  await house.lookAsSystem((tx) => tx.insert(trailEntry).values(Array.from({ length: 100 }, entry)));
});
afterAll(() => hosted.close());

/** The list so many times in one request. */
async function ask(times: number) {
  const calls = Array.from({ length: times }, () => 'trail.list').join(',');
  const input = JSON.stringify(Object.fromEntries(Array.from({ length: times }, (_, index) => [index, {}])));
  const answer = await hosted.app.inject({
    url: `/api/trpc/${calls}?batch=1&input=${encodeURIComponent(input)}`,
    headers: { host: 'localhost' },
    cookies: { kycuong_session },
  });
  const answers: { error?: { data: { httpStatus: number; problem: { key: string } } } }[] = answer.json();
  return answers.flatMap(({ error }) => (error === undefined ? [] : [error.data]));
}

it('refuses what would make the answers of one request too long together, and nothing of the next', async () => {
  expect(await ask(5)).toMatchObject([
    { httpStatus: 413, problem: { key: 'system.answer-too-large' } },
    { httpStatus: 413, problem: { key: 'system.answer-too-large' } },
  ]);
  expect(await ask(3)).toEqual([]);
});
