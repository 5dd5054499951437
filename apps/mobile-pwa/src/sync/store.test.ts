import { newDataKey } from '@kycuong/domain/sync/row-cipher.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { attachEvidence } from '../evidence/attach.ts';
import { sha256Of } from '../evidence/capture.ts';
import { keptFile } from '../evidence/kept-file.ts';
import { rawRows } from '../testing/raw-rows.ts';
import { openTablet, receiptOf, type Tablet } from '../testing/tablet.ts';
import { logCommand } from './log-command.ts';
import { sendWaiting } from './sender.ts';
import { readStatus } from './status.ts';
import { type LoggedCommand, openStore } from './store.ts';
import { type Carry, uploadWaiting } from './uploader.ts';
import { visitHistory } from './visit-history.ts';

/** The database as the first release made it. */
const version1 = {
  commands: 'id, &[visitId+seq], visitId, author',
  receipts: 'id, visitId, status',
  settlements: 'refusedId',
  lanes: '[author+visitId]',
  packets: '[account+visitId], account',
  serverCommands: '[account+id], [account+visitId]',
  evidence: 'sha256',
  uploads: 'evidenceId, commandId, author, visitId, sha256',
  drafts: '[account+key]',
  meta: 'key',
};

const author = uuidV7();
const visitId = uuidV7();
const device = uuidV7();
const bytes = new TextEncoder().encode('ảnh của bản trước');

const command = (seq: number): LoggedCommand => ({
  id: uuidV7(),
  action: 'answer.set',
  payload: { visitId, itemCode: `M0${seq}`, note: 'viết ở bản trước' },
  schemaVersion: 1,
  author,
  device,
  visitId,
  seq,
  clock: `2026-11-23T01:00:0${seq}.000Z-0000-${device}`,
  base: null,
  writtenAt: '2026-11-23T01:00:00.000Z',
  serverOffsetMs: null,
});

/** A tablet in the field when the app was updated: one answer received, one not, a photo whose ticket was accepted. */
async function furnish(name: string) {
  const sha256 = await sha256Of(bytes);
  const old = new Dexie(name);
  old.version(1).stores(version1);
  const [sent, waiting] = [command(1), command(2)];
  const ticket: LoggedCommand = {
    ...command(3),
    action: 'evidence.attach',
    payload: {
      ...{ evidenceId: uuidV7(), visitId, target: { kind: 'item', id: 'M01' }, sha256, size: bytes.length },
      ...{ mediaType: 'image/jpeg', name: 'anh.jpg', takenAt: '2026-11-23T01:00:00.000Z' },
    },
  };
  await old.table('commands').bulkAdd([sent, waiting, ticket]);
  for (const done of [sent, ticket])
    await old.table('receipts').add({
      ...{ id: done.id, visitId, status: 'applied', storedAt: '2026-11-23T01:01:00.000Z' },
      text: receiptOf(done, 'applied', '2026-11-23T01:01:00.000Z'),
    });
  await old.table('evidence').add({
    sha256,
    blob: new Blob([bytes], { type: 'image/jpeg' }),
    storedAt: '2026-11-23T01:00:00.000Z',
  });
  await old.table('uploads').add({
    ...{ evidenceId: uuidV7(), commandId: ticket.id, author, visitId, sha256, size: bytes.length },
    ...{ sentBytes: 0, sending: false, address: null, failures: 0, notBefore: 0, trouble: null },
    receivedAt: null,
  });
  await old.table('drafts').add({ account: author, key: 'finding x', value: { title: 'dở' }, savedAt: '' });
  await old.table('meta').add({ key: `seq:${visitId}`, value: 3 });
  old.close();
  return { sent, waiting, ticket, sha256 };
}

describe('a tablet of the first release', () => {
  it('keeps its log as it is, shows it, counts it, writes on and sends all of it', async () => {
    const name = `first-release-${uuidV7()}`;
    const { sent, waiting, ticket, sha256 } = await furnish(name);
    const store = openStore(name);
    await store.open();
    const commands = (await rawRows(store)).get('commands') ?? [];
    expect(commands).toHaveLength(3);
    expect(commands).toEqual(expect.arrayContaining([sent, waiting, ticket]));
    const before = await readStatus(store);
    expect([before.records.waiting, before.records.received, before.photos.waiting]).toEqual([1, 2, 1]);

    store.vault.open({ account: author, keyId: uuidV7(), key: newDataKey() });
    const nowMs = Date.parse('2026-11-23T02:00:00Z');
    const hand = { store, author, device, nowMs };
    const { seq, id } = await logCommand(hand, {
      action: 'answer.set',
      payload: { visitId, itemCode: 'M01', note: 'viết ở bản mới' },
    });
    expect(seq).toBe(4);
    expect(await visitHistory(store, author, visitId)).toHaveLength(4);
    expect((await keptFile(store, author, sha256))?.bytes).toEqual(bytes);
    expect((await store.drafts.get([author, 'finding x']))?.value).toEqual({ title: 'dở' });

    const pushed: string[] = [];
    const push = async (batch: readonly { readonly id: string }[]) => {
      const all = (await store.commands.bulkGet(batch.map((one) => one.id))).flatMap((one) => one ?? []);
      pushed.push(...all.map((one) => one.id));
      const at = '2026-11-23T02:00:00.000Z';
      return { receipts: all.map((one) => receiptOf(one, 'applied', at)), serverTime: at };
    };
    const ground = { store, author, now: () => nowMs, random: () => 1 };
    await sendWaiting({ ...ground, server: { push } });
    expect(pushed).toEqual([waiting.id, id]);
    const carried: Uint8Array[] = [];
    const carry: Carry = async (_, blob) => {
      carried.push(new Uint8Array(await blob.arrayBuffer()));
    };
    await uploadWaiting({ ...ground, carry });
    expect(carried).toEqual([bytes]);
    expect((await readStatus(store)).allReceived).toBe(true);

    const after = (await rawRows(store)).get('commands') ?? [];
    for (const old of [sent, waiting, ticket]) expect(after).toContainEqual(old);
    expect(after.find((row) => row.id === id)).toHaveProperty('sealed');
    await store.delete();
  });
});

describe('a full disk', () => {
  let tablet: Tablet;
  beforeEach(() => {
    tablet = openTablet();
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await tablet.store.delete();
  });

  it('loses nothing that was written, and keeps no half of what did not fit', async () => {
    const { store } = tablet;
    const kept = await logCommand(tablet.hand(), tablet.answer('M01'));
    const photo = {
      bytes,
      facts: {
        ...{ sha256: await sha256Of(bytes), size: bytes.length, mediaType: 'image/jpeg' as const },
        ...{ name: 'anh.jpg', takenAt: '2026-11-23T02:00:00.000Z' },
      },
    };
    const target = { kind: 'item' as const, id: 'M01' };
    for (const full of ['commands', 'files', 'uploads']) {
      for (const way of ['add', 'put'] as const) {
        const real = IDBObjectStore.prototype[way];
        vi.spyOn(IDBObjectStore.prototype, way).mockImplementation(function (this: IDBObjectStore, ...given) {
          if (this.name === full) throw new DOMException('full', 'QuotaExceededError');
          return real.apply(this, given);
        });
      }
      await expect(attachEvidence(tablet.hand(), tablet.visitId, target, photo)).rejects.toThrow();
      vi.restoreAllMocks();
      const counts = [store.commands.count(), store.files.count(), store.uploads.count()];
      expect(await Promise.all(counts), full).toEqual([1, 0, 0]);
    }
    expect(await store.commands.get(kept.id)).toEqual(kept);
    expect((await readStatus(store)).records.waiting).toBe(1);
    await attachEvidence(tablet.hand(), tablet.visitId, target, photo);
    expect((await logCommand(tablet.hand(), tablet.answer('M02'))).seq).toBe(3);
  });
});
