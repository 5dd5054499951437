import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { countUnsent } from '../device/unsent.ts';
import { openTablet, receiptOf, type Tablet } from '../testing/tablet.ts';
import { logCommand } from './log-command.ts';
import { readRefused } from './read-refused.ts';
import { sendWaiting } from './sender.ts';

let tablet: Tablet;
beforeEach(() => {
  tablet = openTablet();
});
afterEach(() => tablet.store.delete());

const at = '2026-11-23T02:00:00.000Z';

/** The server's answer to all that waits: refused for the reason, or applied. */
async function answered(key?: string): Promise<void> {
  const { store, author, now } = tablet;
  const push = async (sent: readonly { readonly id: string }[]) => {
    const all = await store.commands.bulkGet(sent.map(({ id }) => id));
    const receipts = all.map((command) => {
      if (command === undefined) return null;
      const receipt = JSON.parse(receiptOf(command, key === undefined ? 'applied' : 'refused', at));
      return JSON.stringify(key === undefined ? receipt : { ...receipt, reason: { ...receipt.reason, key } });
    });
    return { receipts, serverTime: at };
  };
  await sendWaiting({ store, author, now, random: () => 1, server: { push } });
}
const box = async () =>
  (await readRefused(tablet.store, tablet.author)).map(({ command, reason, handable }) => ({
    id: command.id,
    key: reason?.key,
    handable,
  }));
const unsent = async () => (await countUnsent(tablet.store)).records;

describe('the box of what was not accepted', () => {
  it('offers to lay before the leader what the server keeps', async () => {
    const { id } = await logCommand(tablet.hand(), tablet.answer('M01'));
    await answered('visit.closed');
    expect(await box()).toEqual([{ id, key: 'visit.closed', handable: true }]);
    expect(await unsent()).toBe(0);
  });

  it.each(['sync.id-reused', 'sync.author-not-sender', 'sync.too-long-to-keep'])(
    'holds what came back with %s, of which the server has nothing: it is written again, under an id of its own',
    async (key) => {
      const { id } = await logCommand(tablet.hand(), tablet.answer('M01', 'đã xem'));
      await answered(key);
      expect(await box()).toEqual([{ id, key, handable: false }]);
      expect(await unsent()).toBe(1);
      const again = await logCommand(tablet.hand(), tablet.answer('M01', 'đã xem'));
      expect(again.id).not.toBe(id);
      expect(await box()).toEqual([]);
      await answered();
      expect(await tablet.store.receipts.get(again.id)).toMatchObject({ status: 'applied' });
      // What was written first lies here as it was.
      expect(await tablet.store.commands.get(id)).toMatchObject({ payload: { note: 'đã xem' } });
    },
  );
});
