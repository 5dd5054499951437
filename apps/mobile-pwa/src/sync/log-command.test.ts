import { nextStamp } from '@kycuong/domain/sync/clock.ts';
import type { FieldCommand } from '@kycuong/domain/sync/field-command.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openTablet, receiptOf, type Tablet } from '../testing/tablet.ts';
import { logCommand, readyHand } from './log-command.ts';
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

  it('writes the first touch in one round too, where it was got ready', async () => {
    const { store, author, visitId } = tablet;
    await readyHand(tablet.hand(), visitId);
    const first = await logCommand(tablet.hand(), tablet.answer('M01'));
    expect(await store.digests.get([author, visitId])).toBeUndefined();
    expect([first.seq, first.base, await store.commands.count()]).toEqual([1, null, 1]);
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
