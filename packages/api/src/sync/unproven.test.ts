import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandReceipt } from '@kycuong/db/schema/sync.ts';
import { trailEntry } from '@kycuong/db/schema/trail.ts';
import { answer } from '@kycuong/db/schema/visit.ts';
import type { CommandEnvelope } from '@kycuong/domain/sync/command-envelope.ts';
import type { Pulled, PulledChange } from '@kycuong/domain/sync/pull.ts';
import { Receipt } from '@kycuong/domain/sync/receipt.ts';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { diskStore, type EvidenceStore } from '../evidence/store.ts';
import { type FieldHouse, type FieldRound, openFieldHouse, type Tablet } from '../testing/field-house.ts';
import type { Persona } from '../testing/house.ts';
import { makeTestDevice } from '../testing/test-device.ts';
import { bytesSource, makeTestParcel, makeTestRecovery, type TestRecovery } from '../testing/test-parcel.ts';
import { admitQuarantined } from './admit-quarantined.ts';
import { countQuarantined } from './count-quarantined.ts';
import { declineQuarantined } from './decline-quarantined.ts';
import { handIn } from './hand-in.ts';
import { keepForLeader } from './keep-for-leader.ts';
import { listQuarantined } from './list-quarantined.ts';
import { pull } from './pull.ts';

let house: FieldHouse;
let round: FieldRound;
let visitId: string;
let tablet: Tablet;
let store: EvidenceStore;
let folder: string;
let recovery: TestRecovery;
beforeAll(async () => {
  house = await openFieldHouse();
  recovery = await makeTestRecovery();
  folder = await mkdtemp(join(tmpdir(), 'kycuong-unproven-'));
  store = diskStore(folder);
});
afterAll(async () => {
  await house.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  round = await house.addRound('issued', ['inspector', 'quality', 'outsider']);
  visitId = round.visitId('coLe');
  tablet = house.tablet('inspector');
});

const note = (text: string) => tablet.write('answer.set', { visitId, itemCode: 'M01', note: text });
const altered = (command: CommandEnvelope, text = 'Bị sửa'): CommandEnvelope => ({
  ...command,
  payload: { visitId, itemCode: 'M01', note: text },
});

/** Handed in by somebody who cannot prove whose it is: on no tablet's word. */
async function handedIn(name: Persona, ...commands: CommandEnvelope[]) {
  const device = makeTestDevice(commands[0]?.device);
  const file = await makeTestParcel({ device, recovery, commands, signed: false });
  const sender = { ground: house.ground, caller: house.caller(name) };
  const given = { source: bytesSource(file), store, recovery: async () => recovery.privateKey };
  return (await handIn(house.ground, sender, given)).commands;
}
async function pushed(...commands: CommandEnvelope[]) {
  return (await tablet.push(...commands)).map((text) => Receipt.parse(JSON.parse(text ?? 'null')));
}
const notes = async () =>
  (await house.look('leader', (tx) => tx.select().from(answer).where(eq(answer.visitId, visitId)))).map(
    (row) => row.note,
  );
const receiptsOf = (id: string) =>
  house.lookAsSystem((tx) => tx.select().from(commandReceipt).where(eq(commandReceipt.id, id)));
const kept = () => house.ask('leader', listQuarantined, { visitId, decided: true });
const waitingHere = async () =>
  (await house.ask('leader', countQuarantined, {})).find((one) => one.visitId === visitId)?.count ?? 0;
async function onlyKept() {
  const [one, ...more] = await kept();
  if (one === undefined || more.length > 0) throw new Error('not one kept command');
  return one;
}
async function decisionsFor(name: Persona) {
  await house.settle();
  const changes: PulledChange[] = [];
  for (let cursor: string | null = null; ; ) {
    const page: Pulled = await house.ask(name, pull, { cursor });
    changes.push(...page.changes);
    cursor = page.cursor;
    if (!page.more) break;
  }
  return changes.flatMap((change) =>
    change.kind === 'decided' && change.visitId === visitId ? [change.decided] : [],
  );
}

describe('what is handed in without proof of its author', () => {
  it('takes no receipt: the author’s own is judged by itself, and the other stays before the leader, marked', async () => {
    const own = note('Của tác giả');
    expect(await handedIn('quality', altered(own))).toMatchObject([{ id: own.id, status: 'quarantined' }]);
    expect(await receiptsOf(own.id)).toEqual([]);
    expect(await onlyKept()).toMatchObject({ commandId: own.id, authorSentAt: null, mayAdmit: true });
    expect(await pushed(own)).toMatchObject([{ id: own.id, status: 'applied' }]);
    expect(await notes()).toEqual(['Của tác giả']);
    const held = await onlyKept();
    expect(held).toMatchObject({
      commandId: own.id,
      payload: { note: 'Bị sửa' },
      authorSentAt: house.ground.now().toISOString(),
      decision: null,
    });
    await expect(house.run('leader', admitQuarantined, { quarantinedId: held.id })).rejects.toMatchObject({
      code: 'conflict',
      key: 'sync.other-stands',
    });
    expect(await notes()).toEqual(['Của tác giả']);
    await house.run('leader', declineQuarantined, { quarantinedId: held.id, reason: 'Bị sửa' });
    expect(await pushed(own)).toMatchObject([{ status: 'applied' }]);
    expect(await decisionsFor('quality')).toMatchObject([{ id: own.id, decision: 'declined' }]);
    // It was never the author's: their tablet would take it for a word about their own.
    expect(await decisionsFor('inspector')).toEqual([]);
  });

  it('is not taken when the author’s own is there already and says something else', async () => {
    const own = note('Của tác giả');
    expect(await pushed(own)).toMatchObject([{ status: 'applied' }]);
    expect(await handedIn('quality', altered(own))).toMatchObject([
      { status: 'not-taken', reason: { key: 'sync.id-reused' } },
    ]);
    expect(await kept()).toEqual([]);
    expect(await notes()).toEqual(['Của tác giả']);
  });

  it('is settled by the author’s own of the same content: one effect, nothing left to decide, the bringer told', async () => {
    const own = note('Đúng nội dung');
    const first = await handedIn('quality', own);
    expect(await handedIn('quality', own)).toEqual(first.map((one) => ({ ...one, before: true })));
    expect(await waitingHere()).toBe(1);
    const [receipt] = await tablet.push(own);
    expect(Receipt.parse(JSON.parse(receipt ?? ''))).toMatchObject({ status: 'applied' });
    const held = await onlyKept();
    expect(held).toMatchObject({
      decision: { kind: 'applied', by: { id: house.accountId('inspector') }, bySending: true },
      mayDecide: false,
    });
    expect(await waitingHere()).toBe(0);
    await expect(house.run('leader', admitQuarantined, { quarantinedId: held.id })).rejects.toMatchObject({
      key: 'sync.already-decided',
    });
    expect(await decisionsFor('quality')).toMatchObject([{ id: own.id, decision: 'applied' }]);
    expect(await decisionsFor('inspector')).toEqual([]);
    expect(await handedIn('quality', own)).toMatchObject([{ status: 'applied', before: true }]);
    expect(await tablet.push(own)).toEqual([receipt]);
    const entries = await house.lookAsSystem((tx) =>
      tx.select().from(trailEntry).where(eq(trailEntry.commandId, own.id)),
    );
    expect([entries.length, await notes()]).toEqual([1, ['Đúng nội dung']]);
  });

  it('is settled as not taken where the author’s own was refused', async () => {
    const own = tablet.write('answer.set', { visitId, itemCode: 'Q99', note: 'Không có mục này' });
    await handedIn('quality', own);
    expect(await pushed(own)).toMatchObject([{ status: 'refused' }]);
    expect(await onlyKept()).toMatchObject({ decision: { kind: 'declined', bySending: true } });
  });

  it('lets the leader decide once for both where the author’s own is kept too', async () => {
    const own = note('Viết lúc còn trong đoàn');
    await handedIn('quality', own);
    await house.remove('inspector', round);
    expect(await pushed(own)).toMatchObject([
      { status: 'quarantined', reason: { key: 'sync.author-removed' } },
    ]);
    const both = await kept();
    expect(both.map(({ reason }) => reason).toSorted()).toEqual([
      'sync.author-removed',
      'sync.author-unproven',
    ]);
    const proven = both.find(({ reason }) => reason === 'sync.author-removed');
    await house.run('leader', admitQuarantined, { quarantinedId: proven?.id ?? '' });
    expect((await kept()).map(({ decision }) => decision?.kind)).toEqual(['applied', 'applied']);
    for (const name of ['inspector', 'quality'] as const)
      expect(await decisionsFor(name)).toMatchObject([{ id: own.id, decision: 'applied' }]);
  });

  it('counts as the author’s own once the leader has let it in: the author is told the same when sending it', async () => {
    const own = note('Đúng nội dung');
    await handedIn('quality', own);
    await house.run('leader', admitQuarantined, { quarantinedId: (await onlyKept()).id });
    expect(await notes()).toEqual(['Đúng nội dung']);
    expect(await receiptsOf(own.id)).toMatchObject([
      { authorId: own.author, senderId: house.accountId('leader'), status: 'applied' },
    ]);
    expect(await pushed(own)).toMatchObject([{ status: 'applied' }]);
    expect(await decisionsFor('quality')).toMatchObject([{ id: own.id, decision: 'applied' }]);
  });

  it('once let in by the leader loses nothing of what the author wrote otherwise: that is kept too', async () => {
    const own = note('Của tác giả');
    await handedIn('quality', altered(own));
    await house.run('leader', admitQuarantined, { quarantinedId: (await onlyKept()).id });
    const [first] = await tablet.push(own);
    expect(Receipt.parse(JSON.parse(first ?? ''))).toMatchObject({
      status: 'quarantined',
      reason: { key: 'sync.other-let-in' },
    });
    expect(await tablet.push(own)).toEqual([first]);
    const held = (await kept()).find(({ decision }) => decision === null);
    expect(held).toMatchObject({
      reason: 'sync.other-let-in',
      payload: { note: 'Của tác giả' },
      mayAdmit: false,
    });
    await expect(
      house.run('leader', admitQuarantined, { quarantinedId: held?.id ?? '' }),
    ).rejects.toMatchObject({ key: 'sync.other-stands' });
    await house.run('leader', declineQuarantined, { quarantinedId: held?.id ?? '', reason: 'Ghi lại' });
    expect(await decisionsFor('inspector')).toMatchObject([{ id: own.id, decision: 'declined' }]);
    expect(await notes()).toEqual(['Bị sửa']);
  });

  it('waits in each of its versions, whoever brings them; one alone can be let in', async () => {
    const own = note('Của tác giả');
    expect(await handedIn('quality', altered(own, 'Bản một'))).toMatchObject([{ status: 'quarantined' }]);
    expect(await handedIn('outsider', altered(own, 'Bản hai'))).toMatchObject([{ status: 'quarantined' }]);
    expect(await handedIn('outsider', altered(own, 'Bản một'))).toMatchObject([{ status: 'quarantined' }]);
    const versions = await kept();
    expect(versions.map(({ commandId }) => commandId)).toEqual([own.id, own.id]);
    const [one, two] = versions;
    expect([one?.mayAdmit, two?.mayAdmit]).toEqual([true, true]);
    await house.run('leader', admitQuarantined, { quarantinedId: one?.id ?? '' });
    await expect(
      house.run('leader', admitQuarantined, { quarantinedId: two?.id ?? '' }),
    ).rejects.toMatchObject({ key: 'sync.other-stands' });
    expect((await kept()).find(({ id }) => id === two?.id)).toMatchObject({
      mayDecide: true,
      mayAdmit: false,
    });
    expect(await notes()).toHaveLength(1);
  });

  it('takes no receipt either where it is longer than is kept', async () => {
    const own = note('Của tác giả');
    expect(await handedIn('quality', altered(own, 'x'.repeat(70_000)))).toMatchObject([
      { status: 'not-taken', reason: { key: 'sync.too-long-to-keep' } },
    ]);
    expect(await pushed(own)).toMatchObject([{ status: 'applied' }]);
  });

  it('is kept once, or found settled, when it comes from many at once and from the author', async () => {
    let base: string | null = null;
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const payload = { visitId, itemCode: 'M01', note: `Lần ${attempt}` };
      const own: CommandEnvelope = tablet.write('answer.set', payload, { base });
      base = own.id;
      const bring = (name: Persona) =>
        keepForLeader(house.ground, [own], {
          author: own.author,
          sender: { ground: house.ground, caller: house.caller(name) },
          signedBy: null,
        });
      const [[receipt]] = await Promise.all([
        pushed(own),
        bring('quality'),
        bring('outsider'),
        bring('quality'),
        bring('leader'),
      ]);
      expect(receipt).toMatchObject({ id: own.id, status: 'applied' });
      const held = (await kept()).filter(({ commandId }) => commandId === own.id);
      expect(held.map(({ decision }) => decision?.kind)).toEqual(held.length === 0 ? [] : ['applied']);
    }
  });
});
