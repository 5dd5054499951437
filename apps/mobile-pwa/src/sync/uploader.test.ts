import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { attachEvidence } from '../evidence/attach.ts';
import { sha256Of } from '../evidence/capture.ts';
import { openTablet, receiptOf, type Tablet } from '../testing/tablet.ts';
import { sendWaiting } from './sender.ts';
import { ServerFailure } from './server-failure.ts';
import { readStatus } from './status.ts';
import { type Carry, uploadWaiting } from './uploader.ts';

let tablet: Tablet;
beforeEach(() => {
  tablet = openTablet();
});
afterEach(() => tablet.store.delete());

async function takePhoto(text: string): Promise<string> {
  const bytes = new Uint8Array(new TextEncoder().encode(text));
  return attachEvidence(
    tablet.hand(),
    tablet.visitId,
    { kind: 'item', id: 'M01' },
    {
      bytes,
      facts: {
        sha256: await sha256Of(bytes),
        size: bytes.length,
        mediaType: 'image/jpeg',
        name: 'anh.jpg',
        takenAt: '2026-11-23T02:00:00.000Z',
      },
    },
  );
}

async function answerAll(status: 'applied' | 'refused' | 'quarantined'): Promise<void> {
  const { store, author, now } = tablet;
  const push = async () => {
    const all = await store.commands.toArray();
    return {
      receipts: all.map((command) => receiptOf(command, status, '2026-11-23T02:00:00.000Z')),
      serverTime: '2026-11-23T02:00:00.000Z',
    };
  };
  await sendWaiting({ store, author, now, random: () => 1, server: { push } });
}

const uploading = (carry: Carry) => ({
  store: tablet.store,
  author: tablet.author,
  now: tablet.now,
  random: () => 1,
  carry,
});

describe('photos', () => {
  it('are counted apart, travel after their ticket, and are received only when the server said so', async () => {
    const evidenceId = await takePhoto('ảnh');
    const carried: string[] = [];
    const carry: Carry = async (upload) => {
      carried.push(upload.evidenceId);
    };
    expect(await uploadWaiting(uploading(carry))).toBeNull();
    expect(carried).toEqual([]);
    await answerAll('applied');
    const between = await readStatus(tablet.store);
    expect([between.allReceived, between.records.received, between.photos.waiting]).toEqual([false, 1, 1]);
    await uploadWaiting(uploading(carry));
    expect(carried).toEqual([evidenceId]);
    const { allReceived, photos } = await readStatus(tablet.store);
    expect([allReceived, photos.received]).toEqual([true, 1]);
    expect(await tablet.store.files.count()).toBe(1);
  });

  it('of what waits for the leader are not sent yet, and go as soon as it was let in', async () => {
    await takePhoto('ảnh');
    await answerAll('quarantined');
    let admitted = false;
    const carry: Carry = async () => {
      if (!admitted) throw new ServerFailure('server');
    };
    await uploadWaiting(uploading(carry));
    const before = await readStatus(tablet.store);
    expect([before.allReceived, before.photos.received]).toEqual([false, 0]);
    admitted = true;
    tablet.pass(5 * 60_000);
    await uploadWaiting(uploading(carry));
    const after = await readStatus(tablet.store);
    expect([after.allReceived, after.photos.received]).toEqual([true, 1]);
  });

  it('go on where the link broke, and one that fails holds up no other', async () => {
    const first = await takePhoto('một');
    const second = await takePhoto('hai');
    await answerAll('applied');
    const breaking: Carry = async ({ evidenceId }, _, report) => {
      if (evidenceId !== first) return;
      report.address('/api/evidence/upload/1');
      throw new ServerFailure('network');
    };
    expect(await uploadWaiting(uploading(breaking))).toBe(tablet.now() + 2_000);
    expect((await tablet.store.uploads.get(second))?.receivedAt).not.toBeNull();
    tablet.pass(2_000);
    const addresses: (string | null)[] = [];
    await uploadWaiting(
      uploading(async ({ address }) => {
        addresses.push(address);
      }),
    );
    expect(addresses).toEqual(['/api/evidence/upload/1']);
  });

  it('let the round go on after half a minute, those first that had no turn yet', async () => {
    const ids = [await takePhoto('một'), await takePhoto('hai'), await takePhoto('ba')];
    await answerAll('applied');
    const carried: string[] = [];
    const dead: Carry = async ({ evidenceId }) => {
      carried.push(evidenceId);
      tablet.pass(45_000);
      throw new ServerFailure('network');
    };
    expect(await uploadWaiting(uploading(dead))).toBe(tablet.now());
    expect(carried).toHaveLength(1);
    tablet.pass(5 * 60_000);
    await uploadWaiting(uploading(dead));
    await uploadWaiting(uploading(dead));
    expect(new Set(carried)).toEqual(new Set(ids));
    const quick: Carry = async () => tablet.pass(1_000);
    tablet.pass(5 * 60_000);
    expect(await uploadWaiting(uploading(quick))).toBeNull();
  });

  it('whose bytes cannot be read here stay open, and are not looked for without a pause', async () => {
    await takePhoto('ảnh');
    await answerAll('applied');
    await tablet.store.files.clear();
    const none: Carry = () => Promise.reject(new Error('nothing to carry'));
    expect(await uploadWaiting(uploading(none))).toBe(tablet.now() + 2_000);
    expect((await readStatus(tablet.store)).photos.waiting).toBe(1);
  });

  it('whose equal bytes the server holds already need not travel', async () => {
    const evidenceId = await takePhoto('ảnh');
    const { commandId = '' } = (await tablet.store.uploads.get(evidenceId)) ?? {};
    const said = { action: 'evidence.attach', status: 'applied', at: '2026-11-23T02:00:00.000Z' };
    const text = JSON.stringify({ id: commandId, ...said, result: { status: 'received' } });
    const { visitId } = tablet;
    await tablet.store.receipts.add({
      id: commandId,
      visitId,
      status: 'applied',
      text,
      storedAt: '2026-11-23',
    });
    await uploadWaiting(uploading(() => Promise.reject(new ServerFailure('network'))));
    expect((await readStatus(tablet.store)).photos.received).toBe(1);
  });

  it('whose ticket was refused stay on the tablet and are said so', async () => {
    await takePhoto('ảnh');
    await answerAll('refused');
    const { photos, allReceived } = await readStatus(tablet.store);
    expect([photos.refused, photos.waiting, allReceived]).toEqual([1, 0, false]);
    expect(await tablet.store.files.count()).toBe(1);
  });

  it('are hashed as kept', async () => {
    expect(await sha256Of(new Uint8Array(new TextEncoder().encode('abc')))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });
});
