import type { PulledChange } from '@kycuong/domain/sync/pull.ts';
import { Receipt } from '@kycuong/domain/sync/receipt.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contactSigner } from '../device/contact-signer.ts';
import { attachEvidence } from '../evidence/attach.ts';
import { sha256Of } from '../evidence/capture.ts';
import { openTablet, receiptOf, type Tablet } from '../testing/tablet.ts';
import { setFact } from './facts.ts';
import { logCommand } from './log-command.ts';
import { pullChanges } from './puller.ts';
import { readRefused } from './read-refused.ts';
import { sendWaiting } from './sender.ts';
import type { FieldServer } from './server.ts';
import { ServerFailure } from './server-failure.ts';
import { round } from './start-sync.ts';
import { readStatus } from './status.ts';
import { type Carry, uploadWaiting } from './uploader.ts';
import { knowVisit, memoryTables } from './visit-memory.ts';

let tablet: Tablet;
let pages: number;
beforeEach(() => {
  tablet = openTablet();
  pages = 0;
});
afterEach(() => tablet.store.delete());

const at = '2026-11-23T02:00:00.000Z';
type Decided = Extract<PulledChange, { kind: 'decided' }>['decided'];
const decidedOn = (id: string, decision: Decided['decision'], afterRefusal = false): PulledChange => ({
  kind: 'decided',
  visitId: tablet.visitId,
  decided: {
    ...{ id, decision, afterRefusal, at: '2026-11-23T03:00:00.000Z' },
    by: { id: 'leader', name: 'Nguyễn Văn Trưởng' },
    reason: decision === 'declined' ? 'Đã ghi lại' : null,
  },
});

async function pulled(...changes: PulledChange[]): Promise<void> {
  pages += 1;
  const page = { cursor: `g:${pages}:0`, changes, more: false, startedOver: false, serverTime: at };
  const server = { pull: async () => page, packet: () => Promise.reject(new Error('not asked for')) };
  await pullChanges({ store: tablet.store, account: tablet.author, now: tablet.now, server });
}

/** The server's answer to all that waits. `keeps` false: it is lost on the way. */
async function answered(status: Receipt['status'], keeps = true): Promise<void> {
  const { store, author, now } = tablet;
  const push = async (sent: readonly { readonly id: string }[]) => {
    if (!keeps) throw new ServerFailure('network');
    const all = await store.commands.bulkGet(sent.map(({ id }) => id));
    const receipts = all.map((command) => (command ? receiptOf(command, status, at) : null));
    return { receipts, serverTime: at };
  };
  tablet.pass(10 * 60_000);
  await sendWaiting({ store, author, now, random: () => 1, server: { push } });
}

async function uploads(): Promise<readonly string[]> {
  const carried: string[] = [];
  const carry: Carry = async ({ evidenceId }) => {
    carried.push(evidenceId);
  };
  const { store, author, now } = tablet;
  await uploadWaiting({ store, author, now, random: () => 1, carry });
  return carried;
}

async function photograph(): Promise<{ readonly evidenceId: string; readonly commandId: string }> {
  const bytes = new TextEncoder().encode('ảnh');
  const facts = { sha256: await sha256Of(bytes), size: bytes.length, mediaType: 'image/jpeg' } as const;
  const target = { kind: 'item', id: 'M01' } as const;
  const captured = { bytes, facts: { ...facts, name: 'anh.jpg', takenAt: at } };
  const evidenceId = await attachEvidence(tablet.hand(), tablet.visitId, target, captured);
  const { commandId = '' } = (await tablet.store.uploads.get(evidenceId)) ?? {};
  return { evidenceId, commandId };
}

async function shown() {
  const { store, author, visitId } = tablet;
  const { view } = await store.transaction('r', memoryTables(store), async () =>
    knowVisit(store, author, visitId),
  );
  return { note: view.answers.get('M01')?.note?.value, photos: view.evidence.size };
}
const box = async () =>
  (await readRefused(tablet.store, tablet.author)).map(({ command, decision, rested }) => ({
    id: command.id,
    by: decision?.by.name,
    why: decision?.reason,
    rested,
  }));

describe('what the leader declined', () => {
  it('no longer shows as standing, lies in the box with who and why, and its photo waits for nothing', async () => {
    const { store } = tablet;
    const { id } = await logCommand(tablet.hand(), tablet.answer('M01', 'viết sau khi rời đoàn'));
    const { commandId, evidenceId } = await photograph();
    await answered('quarantined');
    const texts = (await store.receipts.toArray()).map(({ text }) => text);
    expect(await shown()).toEqual({ note: 'viết sau khi rời đoàn', photos: 1 });
    await store.uploads.update(evidenceId, { failures: 3, notBefore: tablet.now() + 1, trouble: 'server' });
    await pulled(decidedOn(id, 'declined'), decidedOn(commandId, 'declined'));
    expect(await shown()).toEqual({ note: undefined, photos: 0 });
    const declined = { by: 'Nguyễn Văn Trưởng', why: 'Đã ghi lại', rested: false };
    const lying = await box();
    expect(lying).toHaveLength(2);
    for (const one of [id, commandId]) expect(lying).toContainEqual({ id: one, ...declined });
    const { records, photos, allReceived, nextTryAt } = await readStatus(store);
    expect([records.quarantined, records.refused, records.received]).toEqual([0, 2, 0]);
    expect([photos.quarantined, photos.waiting, photos.refused]).toEqual([0, 0, 1]);
    expect([allReceived, nextTryAt]).toEqual([false, null]);
    expect(await uploads()).toEqual([]);
    expect(await store.files.count()).toBe(1);
    // The receipts are those that came.
    const after = await store.receipts.toArray();
    expect(after.map(({ text }) => text)).toEqual(texts);
    for (const { text } of after) expect(Receipt.parse(JSON.parse(text)).status).toBe('quarantined');
  });

  it('is known also where the answer to the sending comes later than the decision', async () => {
    const { id } = await logCommand(tablet.hand(), tablet.answer('M01'));
    await answered('quarantined', false);
    await pulled(decidedOn(id, 'declined'));
    expect((await readStatus(tablet.store)).records.waiting).toBe(1);
    await answered('quarantined');
    expect(await box()).toMatchObject([{ id, why: 'Đã ghi lại' }]);
    expect(await shown()).toMatchObject({ note: undefined });
  });

  it('is mended by writing it anew', async () => {
    const { id } = await logCommand(tablet.hand(), tablet.answer('M01'));
    await answered('quarantined');
    await pulled(decidedOn(id, 'declined'));
    await logCommand(tablet.hand(), tablet.answer('M01', 'viết lại'));
    await answered('applied');
    expect(await box()).toEqual([]);
    expect(await shown()).toMatchObject({ note: 'viết lại' });
    expect((await readStatus(tablet.store)).allReceived).toBe(true);
  });

  it('stays to be read when it is left at that, and the status never calls it sent', async () => {
    const { store } = tablet;
    const { commandId } = await photograph();
    await logCommand(tablet.hand(), tablet.answer('M02'));
    await answered('quarantined');
    await pulled(decidedOn(commandId, 'declined'));
    await store.settlements.put({ refusedId: commandId, mendedBy: null, at });
    expect(await box()).toMatchObject([{ id: commandId, rested: true }]);
    const { records, photos, allReceived } = await readStatus(store);
    expect([records.refused, records.rested, photos.refused, photos.rested, allReceived]).toEqual([
      ...[0, 1, 0, 1],
      false,
    ]);
  });

  it('lies open again when it had been handed to the leader, and not once more when told twice', async () => {
    const { store, visitId } = tablet;
    const { id } = await logCommand(tablet.hand(), tablet.answer('M01'));
    await answered('refused');
    const hand = await logCommand(tablet.hand(), {
      action: 'command.hand-to-leader',
      payload: { visitId, refusedId: id, note: null },
    });
    await store.settlements.put({ refusedId: id, mendedBy: hand.id, at, toLeader: true });
    expect((await readStatus(store)).records.quarantined).toBe(0);
    await answered('applied');
    expect(await box()).toEqual([]);
    const { records } = await readStatus(store);
    expect([records.quarantined, records.refused]).toEqual([1, 0]);
    await pulled(decidedOn(id, 'declined', true));
    expect(await box()).toMatchObject([{ id, why: 'Đã ghi lại', rested: false }]);
    await store.settlements.put({ refusedId: id, mendedBy: null, at });
    await pulled(decidedOn(id, 'declined', true));
    expect(await box()).toMatchObject([{ id, rested: true }]);
  });
});

describe('what the leader admitted', () => {
  it('is received, and its photo goes at once', async () => {
    const { store } = tablet;
    const { commandId, evidenceId } = await photograph();
    await answered('quarantined');
    await store.uploads.update(evidenceId, {
      failures: 3,
      notBefore: tablet.now() + 300_000,
      trouble: 'server',
    });
    await pulled(decidedOn(commandId, 'applied'));
    const before = await readStatus(store);
    expect([before.records.received, before.records.quarantined, before.photos.waiting]).toEqual([1, 0, 1]);
    expect(await uploads()).toEqual([evidenceId]);
    expect((await readStatus(store)).allReceived).toBe(true);
  });

  it('has its photo sent in the round that learns of it', async () => {
    const { store, author } = tablet;
    const { commandId, evidenceId } = await photograph();
    await answered('quarantined');
    await store.uploads.update(evidenceId, {
      failures: 3,
      notBefore: Date.now() + 300_000,
      trouble: 'server',
    });
    const person = { id: author, username: 'kiem', fullName: 'Bùi Thị Kiểm', unitName: null, roles: [] };
    await setFact(store, 'person', person);
    const no = () => Promise.reject(new ServerFailure('network'));
    const page = { cursor: 'g:1:0', more: false, startedOver: false, serverTime: at };
    const server: FieldServer = {
      hello: async () => ({ person, device: null }),
      pull: async () => ({ ...page, changes: [decidedOn(commandId, 'applied')] }),
      ...{ quarantineCounts: async () => [], recoveryKey: async () => null, evidenceStates: async () => [] },
      ...{
        session: no,
        isDemo: no,
        signIn: no,
        setPassword: no,
        enterCode: no,
        signOut: no,
        push: no,
        register: no,
        reportWipe: no,
        packet: no,
      },
    };
    const carried: string[] = [];
    const carry: Carry = async (upload) => {
      carried.push(upload.evidenceId);
    };
    await round({ store, server, carry, signer: contactSigner(store, Date.now) });
    expect(carried).toEqual([evidenceId]);
  });

  it('is received also where it had been refused', async () => {
    const { id } = await logCommand(tablet.hand(), tablet.answer('M01'));
    await answered('refused');
    await pulled(decidedOn(id, 'applied', true));
    const { records, allReceived } = await readStatus(tablet.store);
    expect([records.received, records.refused, allReceived]).toEqual([1, 0, true]);
    expect(await shown()).toMatchObject({ note: 'đã xem' });
  });
});
