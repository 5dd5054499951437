import { account } from '@kycuong/db/schema/access.ts';
import { commandReceipt } from '@kycuong/db/schema/sync.ts';
import type { Pushed } from '@kycuong/domain/sync/push.ts';
import { eq, inArray } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSession } from '../access/create-session.ts';
import { type FieldHouse, type FieldRound, openFieldHouse } from '../testing/field-house.ts';
import type { Persona } from '../testing/house.ts';
import { quickPush } from './quick-push.ts';

let house: FieldHouse;
let round: FieldRound;
let cookie: string;
const hour = 3_600_000;

const openSessionOf = async (name: Persona) =>
  (await createSession(house.ground, { accountId: house.accountId(name) })).id;

beforeAll(async () => {
  house = await openFieldHouse();
  round = await house.addRound();
  cookie = await openSessionOf('inspector');
});
afterAll(() => house.close());

const note = (name: Persona, itemCode: string) =>
  house.tablet(name).write('answer.set', { visitId: round.visitId('coLe'), itemCode, note: '"Có"\n' });

/** `ms` later than it is. */
const send = (input: unknown, { as = cookie, ms = 0 } = {}) =>
  quickPush(
    { ...house.ground, now: () => new Date(house.ground.now().getTime() + ms) },
    { cookie: as, input: typeof input === 'string' ? input : JSON.stringify(input) },
  );
const receiptsOf = (...ids: string[]) =>
  house.lookAsSystem((tx) => tx.select().from(commandReceipt).where(inArray(commandReceipt.id, ids)));

describe('a quick push', () => {
  it('judges each command as the ordinary way does, and its receipts are those that the ordinary way gives again', async () => {
    const applied = note('inspector', 'M01');
    const refused = note('inspector', 'Q99');
    const pushed: Pushed = JSON.parse((await send({ commands: [applied, refused] })) ?? 'null');
    expect(pushed.receipts.map((text) => JSON.parse(text ?? '').status)).toEqual(['applied', 'refused']);
    expect(await house.tablet('inspector').push(applied, refused)).toEqual(pushed.receipts);
  });

  it('leaves to the ordinary way what does not parse, what is broken, and what is not the work of one person', async () => {
    const own = note('inspector', 'M02');
    const other = note('leader', 'M02');
    for (const input of ['{', {}, { commands: [] }, { commands: [own, {}] }, { commands: [own, other] }])
      expect(await send(input)).toBeUndefined();
    expect(await receiptsOf(own.id, other.id)).toEqual([]);
  });

  it("writes nothing without the author's own session, open and not to be prolonged, nor for a disabled account", async () => {
    const command = note('inspector', 'M15');
    const disabled = await openSessionOf('inspector');
    expect(await send({ commands: [command] }, { as: await openSessionOf('leader') })).toBeUndefined();
    expect(await send({ commands: [command] }, { as: 'a'.repeat(40) })).toBeUndefined();
    expect(await send({ commands: [command] }, { ms: 13 * hour })).toBeUndefined();
    const accountId = house.accountId('inspector');
    const limited = await createSession(house.ground, { accountId, awaits: 'password' });
    expect(await send({ commands: [command] }, { as: limited.id })).toBeUndefined();
    expect(await send({ commands: [command] }, { ms: 7 * hour })).toBeUndefined();
    await house.lookAsSystem((tx) =>
      tx
        .update(account)
        .set({ disabledAt: new Date() })
        .where(eq(account.id, house.accountId('inspector'))),
    );
    expect(await send({ commands: [command] }, { as: disabled })).toBeUndefined();
    expect(await receiptsOf(command.id)).toEqual([]);
  });
});
