import type { IncomingMessage, ServerResponse } from 'node:http';
import { newPathLimit } from '@kycuong/domain/network/path-limit.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type NarrowPath, openNarrowPath } from '../testing/narrow-path.ts';
import { openTablet, receiptOf, type Tablet } from '../testing/tablet.ts';
import { logCommand } from './log-command.ts';
import { readTooLarge } from './read-too-large.ts';
import { itemOf } from './say-command.ts';
import { sendWaiting } from './sender.ts';
import { connectServer } from './server.ts';
import { readStatus } from './status.ts';
import type { LoggedCommand } from './store.ts';

const at = '2026-11-23T02:00:00.000Z';
let tablet: Tablet;
let path: NarrowPath;

/** As much of the server as a push takes. */
function serve(_request: IncomingMessage, body: Buffer, response: ServerResponse): void {
  const { commands }: { commands: LoggedCommand[] } = JSON.parse(body.toString());
  const receipts = commands.map((command) => receiptOf(command, 'applied', at));
  const data = { receipts, serverTime: at };
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ result: { data } }));
}

async function narrow(mostBytes: number): Promise<void> {
  path = await openNarrowPath(mostBytes, serve);
}

beforeEach(() => {
  tablet = openTablet();
});
afterEach(async () => {
  await path.close();
  await tablet.store.delete();
});

function ground() {
  const { store, author, now } = tablet;
  const limit = newPathLimit(now);
  const server = connectServer({
    fetch: (address, asking) =>
      fetch(new URL(String(address), path.url), {
        method: asking?.method ?? 'GET',
        body: asking?.body ?? null,
        headers: asking?.headers ?? {},
        signal: asking?.signal ?? null,
      }),
  });
  return { store, author, now, random: () => 1, limit, server };
}

const writeNotes = async (count: number, length: number) => {
  for (let note = 0; note < count; note += 1)
    await logCommand(tablet.hand(), tablet.answer(`M${note}`, 'ă'.repeat(length)));
};

describe('a way that refuses large requests', () => {
  it('lets 36 long notes through in smaller ones, and remembers what it was', async () => {
    await narrow(128 * 1024);
    await writeNotes(36, 3_900);
    const sending = ground();
    expect(await sendWaiting(sending)).toBeNull();
    expect((await readStatus(tablet.store)).allReceived).toBe(true);
    await writeNotes(36, 3_900);
    expect(await sendWaiting(sending)).toBeNull();
    expect(path.bodies.map(({ refused }) => refused)).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
      false,
    ]);
  });

  it('sets aside what is alone too large, says so, and sends the rest', async () => {
    await narrow(7_000);
    await writeNotes(3, 1_500);
    const { id } = await logCommand(tablet.hand(), tablet.answer('M90', 'ă'.repeat(4_000)));
    await logCommand(tablet.hand(), tablet.answer('M91', 'ă'.repeat(3_900)));
    await writeNotes(3, 1_400);
    await sendWaiting(ground());
    const status = await readStatus(tablet.store);
    expect([status.records.received, status.records.parked, status.tooLarge]).toEqual([6, 2, 2]);
    expect(status.trouble).toBe('too-large');
    expect(await tablet.store.parked.get(id)).toMatchObject({ trouble: 'too-large', failures: 1 });
    // The person is told by name.
    const named = await readTooLarge(tablet.store, tablet.author);
    expect(named.map((command) => itemOf(command)).toSorted()).toEqual(['M90', 'M91']);
    expect(await readTooLarge(tablet.store, 'another')).toEqual([]);
  });

  it('narrows the way of nothing else for a record that is alone too large, however often it is tried', async () => {
    await narrow(7_000);
    await logCommand(tablet.hand(), tablet.answer('M90', 'ă'.repeat(4_000)));
    const sending = ground();
    for (let turn = 0; turn < 4; turn += 1) {
      await sendWaiting(sending);
      tablet.pass(5 * 60_000);
    }
    expect(path.bodies.map(({ refused }) => refused)).toEqual([true, true, true, true]);
    expect(sending.limit.most(256_000)).toBe(256_000);
    await writeNotes(8, 50);
    await sendWaiting(sending);
    expect(path.bodies.slice(4).map(({ refused }) => refused)).toEqual([false, true]);
    expect((await readStatus(tablet.store)).tooLarge).toBe(1);
  });

  it('refuses everything: the lane waits, and is not asked once for each record', async () => {
    await narrow(0);
    await writeNotes(40, 200);
    const nextAt = await sendWaiting(ground());
    expect(nextAt).toBeGreaterThan(tablet.now());
    expect(path.bodies.length).toBeLessThan(12);
    expect((await readStatus(tablet.store)).trouble).toBe('too-large');
  });
});
