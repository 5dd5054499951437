import { fieldCommand } from '@kycuong/db/schema/sync.ts';
import type { CommandEnvelope } from '@kycuong/domain/sync/command-envelope.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createSession } from '../access/create-session.ts';
import { openBudget } from '../answer-budget.ts';
import { registerDevice } from '../device/register.ts';
import { appRouter } from '../router.ts';
import { type FieldHouse, openFieldHouse, type Tablet } from '../testing/field-house.ts';
import { makeTestDevice } from '../testing/test-device.ts';
import { getVisit } from '../visit/get-visit.ts';
import { setAnswer } from '../visit/set-answer.ts';
import { admitQuarantined } from './admit-quarantined.ts';
import { declineQuarantined } from './decline-quarantined.ts';
import { keepForLeader } from './keep-for-leader.ts';
import { listQuarantined } from './list-quarantined.ts';

const greatestSeq = 2_147_483_647;

let house: FieldHouse;
let visitId: string;
let mine: Tablet;
let leaders: Tablet;
beforeAll(async () => {
  house = await openFieldHouse();
});
beforeEach(async () => {
  visitId = (await house.addRound()).visitId('coLe');
  mine = house.tablet('inspector');
  leaders = house.tablet('leader');
});
afterAll(() => house.close());

const note = (words: string) => ({ visitId, itemCode: 'M01', note: words });
const write = (tablet: Tablet, words: string, change?: Partial<CommandEnvelope>) =>
  tablet.write('answer.set', note(words), change);
const statuses = async (sent: ReturnType<Tablet['send']>) => (await sent).map(({ status }) => status);

/** Brought by the leader in the inspector's name, and nothing proves it. */
async function keepUnproven(command: CommandEnvelope) {
  const sender = { ground: house.ground, caller: house.caller('leader') };
  const author = house.accountId('inspector');
  await keepForLeader(house.ground, [command], { author, sender, signedBy: null });
  const [kept] = await house.ask('leader', listQuarantined, { visitId });
  return kept?.id ?? '';
}

describe('a device and number that anybody may name', () => {
  it('keep nobody from writing at the console', async () => {
    const device = house.accountId('leader');
    expect(await statuses(mine.send(write(mine, 'x', { device, seq: greatestSeq })))).toEqual(['applied']);
    await house.run('leader', setAnswer, note('Ở trang điều hành'));
    await house.run('leader', setAnswer, note('Sửa lại'));
    const written = await house.look('leader', (tx) =>
      tx.select({ seq: fieldCommand.seq }).from(fieldCommand).where(eq(fieldCommand.authorId, device)),
    );
    expect(written.map(({ seq }) => seq)).toEqual([1, 2]);
  });

  it('use up none of a colleague’s', async () => {
    const { device } = leaders;
    const taken = Array.from({ length: 9 }, (_, index) => write(mine, 'x', { device, seq: index + 1 }));
    expect(new Set(await statuses(mine.send(...taken)))).toEqual(new Set(['applied']));
    const own = ['M02', 'M15', 'D01'].map((itemCode) =>
      leaders.write('answer.set', { visitId, itemCode, note: 'Của trưởng đoàn' }),
    );
    expect(await statuses(leaders.send(...own))).toEqual(['applied', 'applied', 'applied']);
  });

  it('keep out nothing of an author’s own where the leader let in what was not proven', async () => {
    const quarantinedId = await keepUnproven(write(mine, 'Người khác viết', { seq: 1 }));
    await house.run('leader', admitQuarantined, { quarantinedId });
    const own = mine.write('answer.set', { visitId, itemCode: 'M02', note: 'Của tôi' }, { seq: 1 });
    expect(await statuses(mine.send(own))).toEqual(['applied']);
  });

  it('do not pass for the console', async () => {
    const device = house.accountId('inspector');
    const command = write(mine, 'x', { device, seq: greatestSeq });
    const reason = { code: 'invalid', key: 'sync.device-is-person' };
    expect(await mine.send(command)).toMatchObject([{ status: 'refused', reason }]);
    const quarantinedId = await keepUnproven(write(mine, 'y', { device, seq: greatestSeq }));
    await expect(house.run('leader', admitQuarantined, { quarantinedId })).rejects.toMatchObject(reason);
    await house.run('leader', declineQuarantined, { quarantinedId, reason: 'Không rõ nguồn' });
    await house.run('inspector', setAnswer, note('Ở trang điều hành'));
  });

  it('are called by the device’s name only where the author is registered on it', async () => {
    const registration = makeTestDevice(leaders.device).registration(house.accountId('leader'), 'Máy số 3');
    await house.run('leader', registerDevice, registration);
    await leaders.send(write(leaders, 'Của trưởng đoàn'));
    await mine.send(write(mine, 'Của người khác', { device: leaders.device, base: null }));
    const page = await house.ask('leader', getVisit, { visitId });
    expect(page.conflicts[0]?.heads.map(({ value, deviceLabel }) => [value, deviceLabel]).toSorted()).toEqual(
      [
        ['Của người khác', null],
        ['Của trưởng đoàn', 'Máy số 3'],
      ],
    );
  });
});

describe('an id in capitals', () => {
  const capitals = (id: string) => id.toUpperCase();

  it('is the same id: what was sent is answered again with its receipt', async () => {
    const plain = write(mine, 'Chữ hoa');
    const { id, author, visitId: at, device } = plain;
    const command = {
      ...plain,
      ...{ id: capitals(id), author: capitals(author), visitId: capitals(at), device: capitals(device) },
    };
    const [first] = await mine.push(command);
    expect(JSON.parse(first ?? '')).toMatchObject({ id, status: 'applied' });
    expect(await mine.push(command, plain, command)).toEqual([first, first, first]);
  });

  it('is the same id at the console', async () => {
    const { ground } = house;
    const accountId = house.accountId('leader');
    const { id: sessionId } = await createSession(ground, { accountId });
    const ignored = () => undefined;
    const console = appRouter.createCaller({
      ...{ ground, signedIn: { accountId, sessionId }, address: 'x', signedBy: null, signer: null },
      ...{ calls: 1, budget: openBudget(), browserCookie: undefined, demo: false },
      ...{ setBrowserCookie: ignored, setSessionCookie: ignored, clearSessionCookie: ignored },
    });
    const sent = { id: capitals(uuidV7()), payload: note('Ở trang điều hành') };
    const first = await console.visit.setAnswer(sent);
    expect(await console.visit.setAnswer(sent)).toEqual(first);
  });

  it('is the same base: whoever names it has seen it', async () => {
    const seen = write(leaders, 'Trước');
    await leaders.send(seen);
    const over = write(mine, 'Sau', { base: capitals(seen.id) });
    expect(await statuses(mine.send(over))).toEqual(['applied']);
  });

  it('is kept and told of a broken command as of any other', async () => {
    const broken = { ...write(mine, 'Hỏng'), seq: 0 };
    const command = { ...broken, id: capitals(broken.id), author: capitals(broken.author) };
    const [first] = await mine.push(command);
    expect(JSON.parse(first ?? '')).toMatchObject({ id: broken.id, status: 'refused' });
    expect(await mine.push(command)).toEqual([first]);
  });

  it('is the same author and id of what waits for the leader', async () => {
    const plain = write(mine, 'Chưa rõ của ai');
    const quarantinedId = await keepUnproven({ ...plain, id: capitals(plain.id) });
    expect(await house.run('leader', admitQuarantined, { quarantinedId })).toMatchObject({
      status: 'applied',
    });
    const [own] = await mine.send(plain);
    expect(own).toMatchObject({ id: plain.id, status: 'applied' });
  });
});
