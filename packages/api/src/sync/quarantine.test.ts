import { evidence } from '@kycuong/db/schema/evidence.ts';
import { commandReceipt, fieldCommand, quarantinedCommand } from '@kycuong/db/schema/sync.ts';
import { trailEntry } from '@kycuong/db/schema/trail.ts';
import { answer } from '@kycuong/db/schema/visit.ts';
import type { CommandEnvelope } from '@kycuong/domain/sync/command-envelope.ts';
import type { PulledChange } from '@kycuong/domain/sync/pull.ts';
import { Receipt } from '@kycuong/domain/sync/receipt.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { registerDevice } from '../device/register.ts';
import { perform } from '../door.ts';
import { type FieldHouse, type FieldRound, openFieldHouse, type Tablet } from '../testing/field-house.ts';
import type { Persona } from '../testing/house.ts';
import { makeTestDevice } from '../testing/test-device.ts';
import { admitQuarantined } from './admit-quarantined.ts';
import { declineQuarantined } from './decline-quarantined.ts';
import { keepForLeader } from './keep-for-leader.ts';
import { listQuarantined } from './list-quarantined.ts';
import { pull } from './pull.ts';
import { push, pushVouched } from './push.ts';

let house: FieldHouse;
let round: FieldRound;
let visitId: string;
let tablet: Tablet;
beforeAll(async () => {
  house = await openFieldHouse();
});
afterAll(() => house.close());
beforeEach(async () => {
  round = await house.addRound();
  visitId = round.visitId('coLe');
  tablet = house.tablet('inspector');
});

const note = (text: string, change: object = {}) =>
  tablet.write('answer.set', { visitId, itemCode: 'M01', note: text, ...change });
const notesOf = async () =>
  (await house.look('leader', (tx) => tx.select().from(answer).where(eq(answer.visitId, visitId)))).map(
    (row) => row.note,
  );
/** Hands commands in from the tablet on which they were written, as its signature proves. */
async function carry(sender: Persona, signedBy: string | null, ...commands: CommandEnvelope[]) {
  const { receipts } = await push(
    { ground: house.ground, caller: house.caller(sender), signedBy },
    { commands },
  );
  return receipts.map((text) => ({ text, ...Receipt.parse(JSON.parse(text ?? 'null')) }));
}
const registerTablet = () => {
  const device = makeTestDevice(tablet.device);
  return house.run('inspector', registerDevice, device.registration(house.accountId('inspector')));
};

/** What the inspector wrote and sent after the team had let him go. */
async function keptWork() {
  const command = note('Viết lúc còn trong đoàn');
  await house.remove('inspector', round);
  const [text] = await tablet.push(command);
  return { command, text };
}

/** The decisions that a person's tablet is told from the cursor on, and where it then stands. */
async function decisionsFor(name: Persona, from: string | null) {
  await house.settle();
  const changes: PulledChange[] = [];
  for (let cursor = from; ; ) {
    const page = await house.ask(name, pull, { cursor });
    changes.push(...page.changes);
    cursor = page.cursor;
    if (page.more) continue;
    const decided = changes.flatMap((change) => (change.kind === 'decided' ? [change.decided] : []));
    return { kinds: changes.map(({ kind }) => kind), decided, cursor };
  }
}

describe('handing in for somebody else', () => {
  it('takes what the signing tablet wrote for its own people, and names who brought it', async () => {
    await registerTablet();
    const command = note('Do đồng nghiệp gửi');
    for (const signedBy of [null, uuidV7()]) {
      const [turnedDown] = await carry('leader', signedBy, command);
      expect(turnedDown).toMatchObject({ status: 'refused', reason: { key: 'sync.author-not-sender' } });
    }
    const [stranger] = await carry('outsider', tablet.device, command);
    expect(stranger?.reason?.key).toBe('sync.author-not-sender');
    const [carried] = await carry('leader', tablet.device, command);
    expect(carried).toMatchObject({ id: command.id, status: 'applied' });
    const [own] = await tablet.push(command);
    expect(own).toBe(carried?.text);
    const sender = { senderId: house.accountId('leader') };
    const [row] = await house.look('leader', (tx) =>
      tx.select().from(fieldCommand).where(eq(fieldCommand.id, command.id)),
    );
    expect(row).toMatchObject({ authorId: house.accountId('inspector'), ...sender });
    const entries = await house.lookAsSystem((tx) =>
      tx.select().from(trailEntry).where(eq(trailEntry.commandId, command.id)),
    );
    expect(entries).toMatchObject([{ actorId: house.accountId('inspector'), ...sender }]);
  });

  it('judges by the author’s rights, not the sender’s', async () => {
    await registerTablet();
    const close = tablet.write('visit.close', { visitId });
    const [refused] = await carry('leader', tablet.device, close);
    expect(refused).toMatchObject({ status: 'refused', reason: { key: 'access.forbidden' } });
  });

  it('keeps for the leader what a disabled author wrote: not applied, not lost, the same answer again', async () => {
    await registerTablet();
    const command = note('Viết trước khi nghỉ việc');
    await house.disable('inspector', true);
    const [kept] = await carry('leader', tablet.device, command);
    const [again] = await carry('office', tablet.device, command);
    await house.disable('inspector', false);
    expect(kept).toMatchObject({ status: 'quarantined', reason: { key: 'sync.author-disabled' } });
    expect(again?.text).toBe(kept?.text);
    expect((await tablet.push(command))[0]).toBe(kept?.text);
    expect(await notesOf()).toEqual([]);
    const list = await house.ask('leader', listQuarantined, { visitId });
    expect(list).toMatchObject([
      { id: command.id, reason: 'sync.author-disabled', sender: { id: house.accountId('leader') } },
    ]);
  });

  it('tells nobody that it waits for the leader where no leader will see it', async () => {
    await registerTablet();
    const author = house.accountId('inspector');
    const unknown = { ...note('Việc lạ'), action: 'answer.tomorrow' };
    const newer = { ...note('Của bản sau'), schemaVersion: 999 };
    const unread = { ...note('Không đọc được'), writtenAt: 'hôm qua' };
    await house.disable('inspector', true);
    const { receipts } = await pushVouched(house.ground, { author, device: tablet.device }, [
      unknown,
      newer,
      unread,
    ]);
    await house.disable('inspector', false);
    const told = receipts.map((text) => Receipt.parse(JSON.parse(text ?? 'null')));
    const list = await house.ask('leader', listQuarantined, { visitId });
    // Of one instant they lie in the order of their ids, which are made in one millisecond.
    expect(list.map(({ id }) => id)).toEqual([unknown.id, newer.id].toSorted());
    expect(told).toMatchObject([
      { id: unknown.id, status: 'quarantined' },
      { id: newer.id, status: 'quarantined' },
      { id: unread.id, status: 'refused', reason: { code: 'invalid' } },
    ]);
    // Its receipt keeps the whole of it, and the author is told the same.
    const [row] = await house.lookAsSystem((tx) =>
      tx.select().from(commandReceipt).where(eq(commandReceipt.id, unread.id)),
    );
    expect(JSON.parse(row?.refused ?? 'null')).toMatchObject({ id: unread.id, payload: unread });
    expect(await tablet.push(unread)).toEqual([receipts[2]]);
  });

  it('keeps for the leader, unproven too, what no verb takes: it names its visit', async () => {
    const unknown = { ...note('Việc lạ'), action: 'answer.tomorrow' };
    const work = {
      author: house.accountId('inspector'),
      sender: { ground: house.ground, caller: house.caller('leader') },
      signedBy: null,
    };
    const [text] = await keepForLeader(house.ground, [unknown], work);
    expect(Receipt.parse(JSON.parse(text ?? 'null'))).toMatchObject({ status: 'quarantined' });
    const [held] = await house.ask('leader', listQuarantined, { visitId });
    expect(held).toMatchObject({ commandId: unknown.id, reason: 'sync.author-unproven' });
    await expect(
      house.run('leader', admitQuarantined, { quarantinedId: held?.id ?? '' }),
    ).rejects.toMatchObject({ key: 'sync.not-admissible' });
    await house.run('leader', declineQuarantined, { quarantinedId: held?.id ?? '', reason: 'Không rõ' });
  });
});

describe('the quarantine', () => {
  it('is shown to the leader and the programme office alone, and decided by the leader alone', async () => {
    const { command } = await keptWork();
    const input = { quarantinedId: command.id };
    const stranger = { ground: house.ground, caller: { kind: 'person', accountId: uuidV7() } } as const;
    await expect(perform(admitQuarantined, stranger, { id: uuidV7(), payload: input })).rejects.toMatchObject(
      {
        code: 'unauthenticated',
      },
    );
    await house.assign('outsider', round);
    for (const name of ['outsider', 'headCoLe', 'inspector'] as const)
      expect(await house.ask(name, listQuarantined, { visitId })).toEqual([]);
    expect(await house.ask('office', listQuarantined, { visitId })).toMatchObject([{ mayDecide: false }]);
    for (const [name, code] of [
      ['outsider', 'forbidden'],
      ['office', 'not-found'],
    ] as const) {
      await expect(house.run(name, admitQuarantined, input)).rejects.toMatchObject({ code });
      await expect(house.run(name, declineQuarantined, { ...input, reason: 'Không' })).rejects.toMatchObject({
        code,
      });
    }
    await expect(house.run('headCoLe', admitQuarantined, input)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('admits a command as it was written, in the leader’s name, and leaves its receipt as it was', async () => {
    const { command, text } = await keptWork();
    const id = uuidV7();
    const first = await house.send('leader', admitQuarantined, { quarantinedId: command.id }, id);
    expect(JSON.parse(first)).toMatchObject({ status: 'applied' });
    expect(await house.send('leader', admitQuarantined, { quarantinedId: command.id }, id)).toBe(first);
    expect(await notesOf()).toEqual(['Viết lúc còn trong đoàn']);
    const [row] = await house.look('leader', (tx) =>
      tx.select().from(fieldCommand).where(eq(fieldCommand.id, command.id)),
    );
    expect(row).toMatchObject({
      authorId: command.author,
      senderId: house.accountId('leader'),
      clock: command.clock,
      seq: command.seq,
    });
    const [stored] = await house.lookAsSystem((tx) =>
      tx.select().from(commandReceipt).where(eq(commandReceipt.id, command.id)),
    );
    expect(stored?.receipt).toBe(text);
    const entries = await house.lookAsSystem((tx) =>
      tx.select().from(trailEntry).where(eq(trailEntry.commandId, id)),
    );
    expect(entries).toMatchObject([{ action: 'quarantine.admit', actorId: house.accountId('leader') }]);
    await expect(house.run('leader', admitQuarantined, { quarantinedId: command.id })).rejects.toMatchObject({
      key: 'sync.already-decided',
    });
    expect(await house.ask('leader', listQuarantined, { visitId, decided: true })).toMatchObject([
      { decision: { kind: 'applied', by: { id: house.accountId('leader') } } },
    ]);
  });

  it('declines with a reason, and applies nothing', async () => {
    const { command } = await keptWork();
    await expect(
      house.run('leader', declineQuarantined, { quarantinedId: command.id, reason: ' ' }),
    ).rejects.toMatchObject({ issues: [{ field: 'reason' }] });
    await house.run('leader', declineQuarantined, { quarantinedId: command.id, reason: 'Đã ghi lại' });
    expect(await notesOf()).toEqual([]);
    expect(await house.ask('leader', listQuarantined, { visitId })).toEqual([]);
    await expect(house.run('leader', admitQuarantined, { quarantinedId: command.id })).rejects.toMatchObject({
      key: 'sync.already-decided',
    });
  });

  it('admits a photo too, whose bytes the leader may bring', async () => {
    const photo = tablet.write('evidence.attach', {
      evidenceId: uuidV7(),
      visitId,
      target: { kind: 'item', id: 'M01' },
      sha256: 'a'.repeat(64),
      size: 10,
      mediaType: 'image/jpeg',
      name: 'anh.jpg',
      takenAt: house.ground.now().toISOString(),
    });
    await house.remove('inspector', round);
    await tablet.push(photo);
    await house.run('leader', admitQuarantined, { quarantinedId: photo.id });
    const rows = await house.look('leader', (tx) =>
      tx.select().from(evidence).where(eq(evidence.visitId, visitId)),
    );
    expect(rows).toMatchObject([{ attachedBy: photo.author, senderId: house.accountId('leader') }]);
  });

  it('takes a refused command that its author hands to the leader, once, even when the visit is closed', async () => {
    const refused = note('Không có mục này', { itemCode: 'Q99' });
    const [first] = await tablet.push(refused);
    const opened = note('Có');
    const submit = tablet.write('visit.submit', { visitId });
    await tablet.send(opened, submit);
    const chief = house.tablet('leader');
    await chief.send(chief.write('visit.close', { visitId }));
    const hand = tablet.write('command.hand-to-leader', { visitId, refusedId: refused.id, note: 'Xem giúp' });
    const twice = tablet.write('command.hand-to-leader', { visitId, refusedId: refused.id });
    const foreign = house.tablet('leader');
    const stolen = foreign.write('command.hand-to-leader', { visitId, refusedId: refused.id });
    const receipts = [...(await tablet.send(hand, twice)), ...(await foreign.send(stolen))];
    expect(receipts.map(({ status, reason }) => [status, reason?.key])).toEqual([
      ['applied', undefined],
      ['refused', 'sync.already-handed'],
      ['refused', 'sync.not-refused'],
    ]);
    expect((await tablet.push(refused))[0]).toBe(first);
    expect(await house.ask('leader', listQuarantined, { visitId })).toMatchObject([
      {
        id: refused.id,
        reason: 'sync.handed-to-leader',
        note: 'Xem giúp',
        refusedFor: { key: 'visit.item-unknown', details: { itemCode: expect.any(String) } },
      },
    ]);
    await expect(house.run('leader', admitQuarantined, { quarantinedId: refused.id })).rejects.toMatchObject({
      key: 'visit.closed',
    });
  });

  it('takes a refused command at the visit that it was written for, and at no other', async () => {
    const elsewhere = round.visitId('ninhGiang');
    const refused = note('Không có mục này', { itemCode: 'Q99' });
    const unread = { ...note('Không đọc được'), writtenAt: 'hôm qua' };
    const torn = { ...note('Hai nơi'), visitId: elsewhere };
    await tablet.send(refused, unread, torn);
    const handed = (at: string, { id: refusedId }: CommandEnvelope) =>
      tablet.send(tablet.write('command.hand-to-leader', { visitId: at, refusedId }));
    for (const [at, command] of [
      [elsewhere, refused],
      [elsewhere, unread],
      [elsewhere, torn],
      [visitId, torn],
    ] as const)
      expect(await handed(at, command)).toMatchObject([
        { status: 'refused', reason: { key: 'sync.wrong-visit' } },
      ]);
    expect(await house.ask('leader', listQuarantined, { visitId: elsewhere })).toEqual([]);
    for (const command of [refused, unread])
      expect(await handed(visitId, command)).toMatchObject([{ status: 'applied' }]);
  });

  it('is admitted at the visit before whose leader it lies, whatever visit its text names', async () => {
    const elsewhere = round.visitId('ninhGiang');
    const { command } = await keptWork();
    const at = { visitId: elsewhere, unitId: house.unitId('ninhGiang') };
    await house.lookAsSystem((tx) =>
      tx.update(quarantinedCommand).set(at).where(eq(quarantinedCommand.id, command.id)),
    );
    await expect(house.run('leader', admitQuarantined, { quarantinedId: command.id })).rejects.toMatchObject({
      key: 'sync.wrong-visit',
    });
    expect(await notesOf()).toEqual([]);
    await house.run('leader', declineQuarantined, {
      quarantinedId: command.id,
      reason: 'Không phải nơi này',
    });
  });
});

describe('a decision', () => {
  it('is told to the author, also when the visit is no longer theirs, and to nobody else; the receipt stays', async () => {
    await house.assign('outsider', round);
    const { cursor } = await decisionsFor('outsider', null);
    const { command, text } = await keptWork();
    const before = await decisionsFor('inspector', null);
    await house.run('leader', declineQuarantined, { quarantinedId: command.id, reason: 'Đã ghi lại "đủ"\n' });
    const leader = { id: house.accountId('leader'), name: 'Nguyễn Văn Trưởng' };
    const declined = {
      id: command.id,
      decision: 'declined',
      by: leader,
      at: house.ground.now().toISOString(),
      reason: 'Đã ghi lại "đủ"\n'.trim(),
      afterRefusal: false,
    };
    const told = await decisionsFor('inspector', before.cursor);
    expect([told.kinds, told.decided]).toEqual([['decided'], [declined]]);
    expect((await decisionsFor('inspector', told.cursor)).decided).toEqual([]);
    expect((await decisionsFor('outsider', cursor)).decided).toEqual([]);
    expect((await tablet.push(command))[0]).toBe(text);
    // Assigned again: the packet and the decision come in one page, and neither hides the other.
    await house.assign('inspector', round);
    const again = await decisionsFor('inspector', before.cursor);
    expect(again.decided).toEqual([declined]);
    expect(again.kinds).toContain('packet');
  });

  it('is told to whoever handed it in, and says that what was admitted was', async () => {
    await registerTablet();
    const command = note('Viết trước khi nghỉ việc');
    await house.assign('outsider', round);
    await house.disable('inspector', true);
    await carry('outsider', tablet.device, command);
    await house.disable('inspector', false);
    const before = await decisionsFor('outsider', null);
    await house.run('leader', admitQuarantined, { quarantinedId: command.id });
    for (const name of ['outsider', 'inspector'] as const)
      expect((await decisionsFor(name, before.cursor)).decided).toMatchObject([
        { id: command.id, decision: 'applied', reason: null },
      ]);
    // Taken off the team, the sender may still know what became of it.
    await house.remove('outsider', round);
    expect((await decisionsFor('outsider', before.cursor)).decided).toHaveLength(1);
  });

  it('says whether the command had been refused and was handed to the leader', async () => {
    const refused = note('Không có mục này', { itemCode: 'Q99' });
    const hand = tablet.write('command.hand-to-leader', { visitId, refusedId: refused.id });
    await tablet.send(refused);
    await tablet.send(hand);
    const { cursor } = await decisionsFor('inspector', null);
    await house.run('leader', declineQuarantined, { quarantinedId: refused.id, reason: 'Mục không có' });
    expect((await decisionsFor('inspector', cursor)).decided).toMatchObject([
      { id: refused.id, decision: 'declined', afterRefusal: true },
    ]);
  });
});
