import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTablet, receiptOf, type Tablet } from '../testing/tablet.ts';
import { logCommand } from './log-command.ts';

let tablet: Tablet;
beforeEach(() => {
  tablet = openTablet();
});
afterEach(() => tablet.store.delete());

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

  it('logs nothing that the schema refuses', async () => {
    await expect(logCommand(tablet.hand(), tablet.answer('<script>'))).rejects.toThrow('invalid');
    expect(await tablet.store.commands.count()).toBe(0);
    expect((await logCommand(tablet.hand(), tablet.answer('M01'))).seq).toBe(1);
  });
});
