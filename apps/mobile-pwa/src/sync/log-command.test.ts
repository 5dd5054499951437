import { nextStamp } from '@kycuong/domain/sync/clock.ts';
import type { FieldCommand } from '@kycuong/domain/sync/field-command.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { liveQuery } from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { rawRows } from '../testing/raw-rows.ts';
import { openTablet, receiptOf, type Tablet } from '../testing/tablet.ts';
import { keepDigest, logCommand, readyHand } from './log-command.ts';
import { openStore } from './store.ts';

let tablet: Tablet;
beforeEach(() => {
  tablet = openTablet();
});
afterEach(() => tablet.store.delete());

/** What a colleague wrote elsewhere. */
function commandOf(id: string, itemCode: string, clock: string): FieldCommand {
  const { visitId } = tablet;
  const payload = { visitId, itemCode, note: 'của đồng nghiệp' };
  const writtenAt = '2026-11-23T02:01:00.000Z';
  return { id, action: 'answer.set', author: uuidV7(), clock, base: null, writtenAt, payload };
}

describe('the command log', () => {
  it('numbers each visit by itself and never goes back in time', async () => {
    const first = await logCommand(tablet.hand(), tablet.answer('M01'));
    tablet.pass(-3_600_000);
    const second = await logCommand(tablet.hand(), tablet.answer('M02'));
    const elsewhere = await logCommand(tablet.hand(), tablet.answer('M01', 'x', uuidV7()));
    expect([first.seq, second.seq, elsewhere.seq]).toEqual([1, 2, 1]);
    expect(second.clock > first.clock && elsewhere.clock > second.clock).toBe(true);
  });

  it('gives one number once, however many write at the same time', async () => {
    const logged = await Promise.all(
      Array.from({ length: 12 }, (_, index) => logCommand(tablet.hand(), tablet.answer(`M${index + 10}`))),
    );
    expect(new Set(logged.map(({ seq }) => seq)).size).toBe(12);
    expect(new Set(logged.map(({ clock }) => clock)).size).toBe(12);
  });

  it('names the value that was seen, one’s own unsent one included, part by part', async () => {
    const { visitId } = tablet;
    const first = await logCommand(tablet.hand(), tablet.answer('M01', 'một'));
    const second = await logCommand(tablet.hand(), tablet.answer('M01', 'hai'));
    const other = await logCommand(tablet.hand(), {
      action: 'answer.set',
      payload: { visitId, itemCode: 'M01', conformity: 'partial' },
    });
    expect([first.base, second.base, other.base]).toEqual([null, first.id, null]);
  });

  it('holds texts as they are kept, whatever they were pasted from', async () => {
    const { payload } = await logCommand(
      tablet.hand(),
      tablet.answer('M01', 'Biên bản\u0003\vsố 12\ufffe'.normalize('NFD')),
    );
    expect(payload).toMatchObject({ note: 'Biên bản\nsố 12' });
    expect(await tablet.store.commands.toCollection().first()).toMatchObject({ payload });
  });

  it('does not build on what was refused', async () => {
    const first = await logCommand(tablet.hand(), tablet.answer('M01', 'một'));
    await tablet.store.receipts.add({
      id: first.id,
      visitId: first.visitId,
      status: 'refused',
      text: receiptOf(first, 'refused', '2026-11-23T02:00:00.000Z'),
      storedAt: '2026-11-23T02:00:00.000Z',
    });
    expect((await logCommand(tablet.hand(), tablet.answer('M01', 'hai'))).base).toBeNull();
  });

  it('writes a further touch in one round, and keeps its digest a moment later', async () => {
    const { store, author, visitId } = tablet;
    await logCommand(tablet.hand(), tablet.answer('M01'));
    const of = async () => (await store.digests.get([author, visitId]))?.print;
    expect(await of()).toBe('1/0/0');
    const second = await logCommand(tablet.hand(), tablet.answer('M01'));
    expect(await of()).toBe('1/0/0');
    expect(await store.commands.get(second.id)).toEqual(second);
    await vi.waitFor(async () => expect(await of()).toBe('2/0/0'), 5_000);
  });

  it('keeps the digest on a store from which nothing was read yet', async () => {
    const { store, author, visitId } = tablet;
    await logCommand(tablet.hand(), tablet.answer('M01'));
    await store.digests.clear();
    const cold = openStore(store.name);
    cold.vault.open(store.vault.held() ?? expect.fail('locked'));
    await cold.open();
    await keepDigest({ ...tablet.hand(), store: cold }, visitId);
    cold.close();
    expect((await store.digests.get([author, visitId]))?.print).toBe('1/0/0');
  });

  it('lets live queries of this tab and of others know of a touch', async () => {
    const { store, visitId } = tablet;
    await readyHand(tablet.hand(), visitId);
    const other = openStore(store.name);
    const seen = { here: 0, there: 0 };
    const counts = (of: typeof store, at: string, note: (count: number) => void) =>
      liveQuery(() => of.commands.where('visitId').equals(at).count()).subscribe(note);
    let asked = 0;
    const running = [
      counts(store, visitId, (count) => {
        seen.here = count;
      }),
      counts(other, visitId, (count) => {
        seen.there = count;
      }),
      counts(store, 'x', () => {
        asked += 1;
      }),
    ];
    await vi.waitFor(() => expect(asked).toBe(1));
    await logCommand(tablet.hand(), tablet.answer('M01'));
    await vi.waitFor(() => expect(seen).toEqual({ here: 1, there: 1 }));
    expect(asked).toBe(1);
    for (const query of running) query.unsubscribe();
    other.close();
  });

  it('writes the first touch in one round too, where it was got ready', async () => {
    const { store, author, visitId } = tablet;
    await readyHand(tablet.hand(), visitId);
    const first = await logCommand(tablet.hand(), tablet.answer('M01'));
    expect(await store.digests.get([author, visitId])).toBeUndefined();
    expect([first.seq, first.base, await store.commands.count()]).toEqual([1, null, 1]);
    expect(await store.commands.get(first.id)).toEqual(first);
    const [onDisk] = (await rawRows(store)).get('commands') ?? [];
    expect(Object.keys(onDisk ?? {}).toSorted()).toEqual(
      ['author', 'id', 'seq', 'sealed', 'sealedUnder', 'visitId'].toSorted(),
    );
  });

  it('writes nothing of a touch that meets a locked tablet or a full disk', async () => {
    const { store, visitId } = tablet;
    await readyHand(tablet.hand(), visitId);
    const key = store.vault.held() ?? expect.fail('locked');
    const held = { ...key, key: key.key.slice() };
    const real = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...given) {
      if (this.name === 'meta') throw new DOMException('full', 'QuotaExceededError');
      return real.apply(this, given);
    });
    await expect(logCommand(tablet.hand(), tablet.answer('M01'))).rejects.toThrow('full');
    vi.restoreAllMocks();
    expect(await store.commands.count()).toBe(0);
    await logCommand(tablet.hand(), tablet.answer('M01'));
    await logCommand(tablet.hand(), tablet.answer('M02'));
    store.vault.close();
    await expect(logCommand(tablet.hand(), tablet.answer('M03'))).rejects.toThrow();
    // What the touches before have left to do finds the tablet locked too, and passes it over.
    await new Promise((resolve) => setTimeout(resolve, 300));
    store.vault.open(held);
    expect((await logCommand(tablet.hand(), tablet.answer('M04'))).seq).toBe(3);
  });

  it('rehearses the first touch without leaving anything', async () => {
    const { store, visitId } = tablet;
    const rows = async () =>
      Promise.all([store.commands.count(), store.meta.toArray(), store.digests.count()]);
    const before = await rows();
    await readyHand(tablet.hand(), visitId);
    expect(await rows()).toEqual(before);
  });

  it('builds on what the server told meanwhile', async () => {
    const { store, author, visitId } = tablet;
    const first = await logCommand(tablet.hand(), tablet.answer('M01', 'một'));
    tablet.pass(60_000);
    const theirs = commandOf(uuidV7(tablet.now()), 'M01', nextStamp(first.clock, uuidV7(), tablet.now()));
    await store.serverCommands.add({ account: author, id: theirs.id, visitId, order: 1, command: theirs });
    tablet.pass(60_000);
    expect((await logCommand(tablet.hand(), tablet.answer('M01', 'hai'))).base).toBe(theirs.id);
  });

  it('goes on from what another tab wrote, not from what this one expects', async () => {
    const { store } = tablet;
    const other = openStore(store.name);
    other.vault.open(store.vault.held() ?? expect.fail('locked'));
    const here = await logCommand(tablet.hand(), tablet.answer('M01'));
    const there = await logCommand({ ...tablet.hand(), store: other }, tablet.answer('M01', 'nơi khác'));
    const again = await logCommand(tablet.hand(), tablet.answer('M01', 'nữa'));
    other.close();
    expect([here.seq, there.seq, again.seq]).toEqual([1, 2, 3]);
    expect(again.base).toBe(there.id);
    expect(again.clock > there.clock).toBe(true);
    expect(await store.commands.count()).toBe(3);
  });

  it('writes nothing more once a wipe has begun', async () => {
    await logCommand(tablet.hand(), tablet.answer('M01'));
    await tablet.store.meta.put({ key: 'wipe', value: { report: {} } });
    await expect(logCommand(tablet.hand(), tablet.answer('M02'))).rejects.toThrow('wiped');
    expect(await tablet.store.commands.count()).toBe(1);
  });

  it('logs nothing that the schema refuses', async () => {
    await expect(logCommand(tablet.hand(), tablet.answer('<script>'))).rejects.toThrow('invalid');
    expect(await tablet.store.commands.count()).toBe(0);
    expect((await logCommand(tablet.hand(), tablet.answer('M01'))).seq).toBe(1);
  });
});
