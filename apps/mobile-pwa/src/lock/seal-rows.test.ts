import { newDataKey } from '@kycuong/domain/sync/row-cipher.ts';
import { decodeRow, encodeRow } from '@kycuong/domain/sync/row-codec.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { attachEvidence } from '../evidence/attach.ts';
import { sha256Of } from '../evidence/capture.ts';
import { keptFile } from '../evidence/kept-file.ts';
import { logCommand } from '../sync/log-command.ts';
import { waitingByVisit } from '../sync/sender.ts';
import { readStatus } from '../sync/status.ts';
import { rawRows } from '../testing/raw-rows.ts';
import { openTablet, receiptOf, type Tablet } from '../testing/tablet.ts';
import { readVisit } from '../visit/read-visit.ts';
import { isReadable } from './seal-rows.ts';

const words = 'Bảng niêm yết còn trống 14 ô';

let tablet: Tablet;
beforeEach(() => {
  tablet = openTablet();
});
afterEach(() => tablet.store.delete());

async function photograph() {
  const bytes = new TextEncoder().encode(`ảnh chụp: ${words}`);
  const sha256 = await sha256Of(bytes);
  const mediaType = 'image/jpeg' as const;
  const facts = {
    sha256,
    size: bytes.length,
    mediaType,
    name: `${words}.jpg`,
    takenAt: '2026-11-23T02:00:00.000Z',
  };
  await attachEvidence(tablet.hand(), tablet.visitId, { kind: 'item', id: 'M01' }, { bytes, facts });
  return { sha256, bytes };
}

async function writeEverything() {
  const { store, author, visitId } = tablet;
  const command = await logCommand(tablet.hand(), tablet.answer('M01', words));
  const photo = await photograph();
  await store.drafts.put({ account: author, key: 'finding 1', value: { title: words }, savedAt: '2026' });
  await store.receipts.put({
    id: command.id,
    visitId,
    status: 'refused',
    text: receiptOf(command, 'refused', '2026-11-23T02:00:00.000Z').replace('{}', JSON.stringify({ words })),
    storedAt: '2026-11-23T02:00:00.000Z',
  });
  await store.serverCommands.put({ account: author, id: command.id, visitId, order: 1, command });
  return { command, photo };
}

describe('what lies on the disk', () => {
  it('shows none of the words that were written, nor a byte of a photo, and every person’s table is sealed', async () => {
    await writeEverything();
    const raw = await rawRows(tablet.store);
    expect(raw.get('commands')).toHaveLength(2);
    const seen = new TextDecoder();
    for (const [table, rows] of raw)
      for (const row of rows) {
        const parts = Object.values(row).map((value) =>
          value instanceof Uint8Array ? seen.decode(value) : JSON.stringify(value),
        );
        expect(parts.join(' '), table).not.toMatch(/niêm yết|trống 14|ảnh chụp/);
      }
    for (const table of ['commands', 'receipts', 'serverCommands', 'drafts', 'files'])
      for (const row of raw.get(table) ?? []) expect(row, table).toHaveProperty('sealed');
  });

  it('keeps in the clear only what an index needs', async () => {
    await writeEverything();
    const [row = {}] = (await rawRows(tablet.store)).get('commands') ?? [];
    expect(Object.keys(row).toSorted()).toEqual(['author', 'id', 'sealed', 'sealedUnder', 'seq', 'visitId']);
  });

  it('is given back as it was written', async () => {
    const { command, photo } = await writeEverything();
    expect(await tablet.store.commands.get(command.id)).toEqual(command);
    expect(await tablet.store.commands.where('visitId').equals(tablet.visitId).toArray()).toContainEqual(
      command,
    );
    expect(await tablet.store.commands.filter(({ id }) => id === command.id).first()).toEqual(command);
    expect(await keptFile(tablet.store, tablet.author, photo.sha256)).toMatchObject({ bytes: photo.bytes });
  });

  it('cannot be opened under another row’s name', async () => {
    const { command } = await writeEverything();
    const raw = (await rawRows(tablet.store)).get('commands')?.find(({ id }) => id === command.id);
    tablet.store.vault.opened.clear();
    await tablet.store.commands.delete(command.id);
    // A row that is sealed already is written as it is.
    await tablet.store.table('commands').put({ ...raw, id: uuidV7() });
    await expect(tablet.store.commands.toArray()).rejects.toThrow('sync.seal-broken');
  });
});

describe('another person on the same tablet', () => {
  it('reads nothing of the first one’s work, counts all of it, and sends none of it', async () => {
    const { command, photo } = await writeEverything();
    const { store, author, visitId } = tablet;
    const before = await readStatus(store);
    store.vault.close();
    expect(await readStatus(store)).toEqual(before);
    const colleague = uuidV7();
    store.vault.open({ account: colleague, keyId: uuidV7(), key: newDataKey() });
    expect(await readStatus(store)).toEqual(before);
    const row = await store.commands.get(command.id);
    expect(isReadable(row)).toBe(false);
    expect(row).not.toHaveProperty('payload');
    expect(await keptFile(store, colleague, photo.sha256)).toBeUndefined();
    expect(await keptFile(store, author, photo.sha256)).toBeUndefined();
    expect(await readVisit(store, author, visitId)).toBeUndefined();
    expect([...(await waitingByVisit(store, author)).values()].flat()).toEqual([]);
  });

  it('writes nothing in the first one’s name, and nothing at all while locked', async () => {
    const { store } = tablet;
    store.vault.open({ account: uuidV7(), keyId: uuidV7(), key: newDataKey() });
    await expect(logCommand(tablet.hand(), tablet.answer('M01'))).rejects.toThrow();
    store.vault.close();
    await expect(logCommand(tablet.hand(), tablet.answer('M01'))).rejects.toThrow();
    expect(await store.commands.count()).toBe(0);
  });

  it('keeps his own copy of equal bytes, so that each can open his', async () => {
    const { store, author } = tablet;
    const first = store.vault.held();
    const { sha256, bytes } = await photograph();
    const colleague = uuidV7();
    const kept = first && { ...first, key: first.key.slice() };
    store.vault.open({ account: colleague, keyId: uuidV7(), key: newDataKey() });
    await store.files.put({ account: colleague, sha256, bytes, mediaType: 'image/jpeg', storedAt: '2026' });
    if (kept) store.vault.open(kept);
    expect((await keptFile(store, author, sha256))?.bytes).toEqual(bytes);
  });
});

it('a row’s fields survive the way to bytes and back, bytes among them', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.oneof(fc.jsonValue(), fc.uint8Array())), (row) => {
      const clean = Object.fromEntries(Object.entries(row));
      expect(decodeRow(encodeRow(clean))).toEqual(
        Object.fromEntries(
          Object.entries(clean).map(([name, value]) => [
            name,
            value instanceof Uint8Array ? new Uint8Array(value) : JSON.parse(JSON.stringify(value)),
          ]),
        ),
      );
    }),
    {
      examples: [
        [Object.fromEntries([['__proto__', new Uint8Array([1])]])],
        [Object.fromEntries([['__proto__', 5]])],
      ],
    },
  );
});
