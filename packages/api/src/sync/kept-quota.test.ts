import { commandReceipt } from '@kycuong/db/schema/sync.ts';
import { dailyUse } from '@kycuong/db/schema/usage.ts';
import { dailyQuotas } from '@kycuong/domain/usage/quota.ts';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSession } from '../access/create-session.ts';
import { registerDevice } from '../device/register.ts';
import { perform } from '../door.ts';
import { type FieldHouse, type FieldRound, openFieldHouse } from '../testing/field-house.ts';
import type { Persona } from '../testing/house.ts';
import { makeTestDevice } from '../testing/test-device.ts';
import { setAnswer } from '../visit/set-answer.ts';
import type { Ground } from '../work.ts';
import { keepForLeader } from './keep-for-leader.ts';
import { push } from './push.ts';
import { quickPush } from './quick-push.ts';

let house: FieldHouse;
let round: FieldRound;
let ground: Ground;
beforeAll(async () => {
  house = await openFieldHouse();
  round = await house.addRound('issued', ['inspector', 'outsider', 'quality']);
  ground = { ...house.ground, quotas: { ...dailyQuotas, kept: { number: 3, megabytes: 1 } } };
});
afterAll(() => house.close());

const later = (days: number): Ground => ({
  ...ground,
  now: () => new Date(house.ground.now().getTime() + days * 86_400_000),
});
const visitId = () => round.visitId('coLe');
const write = (name: Persona, itemCode: string, note = 'Có') =>
  house.tablet(name).write('answer.set', { visitId: visitId(), itemCode, note });
async function send(name: Persona, commands: readonly unknown[], on = ground) {
  const { receipts } = await push({ ground: on, caller: house.caller(name) }, { commands });
  return receipts.map((text) => (text === null ? null : JSON.parse(text).status));
}
const receiptOf = async (id: string) =>
  (await house.lookAsSystem((tx) => tx.select().from(commandReceipt).where(eq(commandReceipt.id, id))))[0];
const usedBy = async (name: Persona) =>
  (
    await house.lookAsSystem((tx) =>
      tx
        .select({ number: dailyUse.number, bytes: dailyUse.bytes })
        .from(dailyUse)
        .where(and(eq(dailyUse.subject, house.accountId(name)), eq(dailyUse.kind, 'kept'))),
    )
  )[0];

describe('what takes no effect', () => {
  it('is kept until a day has no room for more, then put off and kept on the next day; other work goes on', async () => {
    const tablet = house.tablet('inspector');
    const bad = (itemCode: string, base: string | null = null) =>
      tablet.write('answer.set', { visitId: visitId(), itemCode, note: 'Không có mục này' }, { base });
    const kept = [bad('Q1'), bad('Q2'), bad('Q3')];
    expect(await send('inspector', kept)).toEqual(['refused', 'refused', 'refused']);
    expect((await usedBy('inspector'))?.number).toBe(3);
    const beyond = bad('Q4');
    const built = bad('M02', beyond.id);
    const broken = { ...bad('M01'), seq: 0 };
    const good = bad('M01');
    expect(await send('inspector', [beyond, built, broken, good])).toEqual([null, null, null, 'applied']);
    for (const { id } of [beyond, built, broken]) expect(await receiptOf(id)).toBeUndefined();
    expect((await usedBy('inspector'))?.number).toBe(3);
    // What was kept is told again, and the same way everywhere.
    expect(await send('inspector', kept)).toEqual(['refused', 'refused', 'refused']);
    const cookie = (await createSession(ground, { accountId: house.accountId('inspector') })).id;
    const quick = await quickPush(ground, { cookie, input: JSON.stringify({ commands: [beyond] }) });
    expect(JSON.parse(quick ?? '')).toMatchObject({ receipts: [null] });
    const { id, payload } = bad('Q5');
    await expect(
      perform(setAnswer, { ground, caller: house.caller('inspector') }, { id, payload }),
    ).rejects.toMatchObject({ code: 'throttled', key: 'usage.day-full' });
    expect(await send('inspector', [beyond, built, broken], later(1))).toEqual([
      'refused',
      'applied',
      'refused',
    ]);
  });

  it('counts on whoever brings it, so that nobody uses up the day of another', async () => {
    const claimed = Array.from({ length: 3 }, () => write('inspector', 'M02'));
    const work = {
      author: house.accountId('inspector'),
      sender: { ground, caller: house.caller('leader') },
      signedBy: null,
    };
    const receipts = await keepForLeader(ground, claimed, work);
    expect(receipts.map((text) => JSON.parse(text ?? '').status)).toEqual(Array(3).fill('quarantined'));
    expect((await usedBy('leader'))?.number).toBe(3);
    expect(await keepForLeader(ground, [write('inspector', 'M02')], work)).toEqual([null]);
  });

  it('counts what devices bring by themselves on whoever registered them, however many those are', async () => {
    const author = house.accountId('inspector');
    const on = later(3);
    for (const [index, status] of ['quarantined', null].entries()) {
      const device = makeTestDevice();
      await house.run('quality', registerDevice, device.registration(house.accountId('quality')));
      const claimed = Array.from({ length: index === 0 ? 3 : 1 }, () => write('inspector', 'M02'));
      const work = { author, sender: undefined, signedBy: device.id };
      const receipts = await keepForLeader(on, claimed, work);
      for (const text of receipts) expect(text && JSON.parse(text).status).toBe(status);
    }
  });

  it('is passed by none of twenty who come at once, in number or in bytes', async () => {
    const sent = await Promise.all(
      Array.from({ length: 20 }, (_, index) => send('outsider', [write('outsider', `Q${index}`)])),
    );
    expect(sent.flat().filter((status) => status === 'refused')).toHaveLength(3);
    const narrow = { ...later(1), quotas: { ...dailyQuotas, kept: { number: 100, megabytes: 1 / 1_024 } } };
    expect(await send('outsider', [write('outsider', 'Q1')], narrow)).toEqual(['refused']);
    expect(await send('outsider', [write('outsider', 'Q1')], narrow)).toEqual([null]);
  });

  it('counts the copy that is laid before the leader, and puts it off where the day is full', async () => {
    const tablet = house.tablet('quality');
    const refused = tablet.write('answer.set', { visitId: visitId(), itemCode: 'Q1', note: 'Có' });
    const [first] = await send('quality', [refused]);
    const before = await usedBy('quality');
    const hand = tablet.write('command.hand-to-leader', { visitId: visitId(), refusedId: refused.id });
    expect([first, await send('quality', [hand])]).toEqual(['refused', ['applied']]);
    const after = await usedBy('quality');
    expect(after?.number).toBe(2);
    expect(after?.bytes).toBeGreaterThan((before?.bytes ?? 0) + JSON.stringify(refused.payload).length);
    const others = ['Q2', 'Q3'].map((itemCode) =>
      tablet.write('answer.set', { visitId: visitId(), itemCode, note: 'Có' }),
    );
    for (const [index, other] of others.entries())
      expect(await send('quality', [other])).toEqual([['refused'], [null]][index]);
    const late = tablet.write('command.hand-to-leader', {
      visitId: visitId(),
      refusedId: others[0]?.id ?? '',
    });
    expect(await send('quality', [late])).toEqual([null]);
    expect(await send('quality', [late], later(1))).toEqual(['applied']);
  });

  it('is refused and not kept where it is longer than any form writes', async () => {
    const long = { ...write('inspector', 'M01', 'x'.repeat(70_000)), action: 'minutes.sign' };
    const [text] = (await push({ ground: later(2), caller: house.caller('inspector') }, { commands: [long] }))
      .receipts;
    expect(JSON.parse(text ?? '')).toMatchObject({
      status: 'refused',
      reason: { code: 'too-large', key: 'sync.too-long-to-keep', details: { kilobytes: 64 } },
    });
    expect(await receiptOf(long.id)).toMatchObject({ status: 'refused', refused: null, receipt: text });
    const bases = Array.from({ length: 100_000 }, () => 1);
    const finding = { visitId: visitId(), legalBasisIds: bases };
    const many = { ...write('inspector', 'M01'), action: 'finding.raise', payload: finding };
    const answer = await push({ ground: later(3), caller: house.caller('inspector') }, { commands: [many] });
    expect(answer.receipts[0]?.length).toBeLessThan(30_000);
  });
});
