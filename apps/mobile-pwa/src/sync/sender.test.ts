import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTablet, receiptOf, type Tablet } from '../testing/tablet.ts';
import { ceilingMs } from './backoff.ts';
import { logCommand } from './log-command.ts';
import { asOnlySender, clearUnderWay, forgetWaits, sendWaiting } from './sender.ts';
import { ServerFailure } from './server-failure.ts';
import { readStatus } from './status.ts';
import type { LoggedCommand } from './store.ts';

let tablet: Tablet;
beforeEach(() => {
  tablet = openTablet();
});
afterEach(() => tablet.store.delete());

/** A server that keeps what it got, by id, and answers as told. */
function fakeServer(answer: (command: LoggedCommand) => 'applied' | 'refused' | 'fail' = () => 'applied') {
  const pushes: string[][] = [];
  const applied = new Map<string, number>();
  const push = async (commands: readonly unknown[]) => {
    const sent = await Promise.all(commands.map((one) => tablet.store.commands.get(idOf(one))));
    const known = sent.filter((one) => one !== undefined);
    pushes.push(known.map(({ id }) => id));
    const receipts = known.map((command) => {
      const verdict = answer(command);
      if (verdict === 'fail') throw new ServerFailure('server');
      applied.set(command.id, (applied.get(command.id) ?? 0) + 1);
      return receiptOf(command, verdict, '2026-11-23T02:00:00.000Z');
    });
    return { receipts, serverTime: '2026-11-23T02:00:01.000Z' };
  };
  return { pushes, applied, push };
}
const idOf = (one: unknown) =>
  typeof one === 'object' && one !== null && 'id' in one && typeof one.id === 'string' ? one.id : '';

const sending = (server: { push: ReturnType<typeof fakeServer>['push'] }) => ({
  store: tablet.store,
  server,
  author: tablet.author,
  now: tablet.now,
  random: () => 1,
});

describe('the sender', () => {
  it('sends a visit’s commands in order and keeps each receipt byte for byte', async () => {
    const server = fakeServer();
    const first = await logCommand(tablet.hand(), tablet.answer('M01'));
    const second = await logCommand(tablet.hand(), tablet.answer('M02'));
    expect(await sendWaiting(sending(server))).toBeNull();
    expect(server.pushes).toEqual([[first.id, second.id]]);
    const kept = await tablet.store.receipts.get(first.id);
    expect(kept?.text).toBe(receiptOf(first, 'applied', '2026-11-23T02:00:00.000Z'));
    expect(await tablet.store.commands.get(first.id)).toEqual(first);
    expect((await readStatus(tablet.store)).allReceived).toBe(true);
  });

  it('sends the same id again when it was killed between the server’s answer and the receipt', async () => {
    const server = fakeServer();
    const { id } = await logCommand(tablet.hand(), tablet.answer('M01'));
    const killed = {
      push: async (commands: readonly unknown[]) => {
        await server.push(commands);
        throw new ServerFailure('network');
      },
    };
    const nextAt = await sendWaiting(sending(killed));
    expect(nextAt).toBe(tablet.now() + 2_000);
    expect((await readStatus(tablet.store)).allReceived).toBe(false);
    await clearUnderWay(tablet.store);
    tablet.pass(2_000);
    expect(await sendWaiting(sending(server))).toBeNull();
    expect(server.pushes).toEqual([[id], [id]]);
  });

  it('never has two tabs send at once', async () => {
    const server = fakeServer();
    await logCommand(tablet.hand(), tablet.answer('M01'));
    const tab = () => asOnlySender(navigator.locks, () => sendWaiting(sending(server)));
    await Promise.all([tab(), tab(), tab()]);
    expect([...server.applied.values()]).toEqual([1]);
  });

  it('keeps a refused command, with its reason, and goes on with the others', async () => {
    const bad = await logCommand(tablet.hand(), tablet.answer('M01'));
    const good = await logCommand(tablet.hand(), tablet.answer('M02'));
    await sendWaiting(sending(fakeServer(({ id }) => (id === bad.id ? 'refused' : 'applied'))));
    expect(await tablet.store.commands.get(bad.id)).toEqual(bad);
    expect((await tablet.store.receipts.get(bad.id))?.text).toContain('visit.closed');
    expect((await tablet.store.receipts.get(good.id))?.status).toBe('applied');
    const { allReceived, records } = await readStatus(tablet.store);
    expect([allReceived, records.refused, records.received]).toEqual([false, 1, 1]);
  });

  it('lets through what stands before a command at which the server fails, and other visits', async () => {
    const before = await logCommand(tablet.hand(), tablet.answer('M01'));
    const poison = await logCommand(tablet.hand(), tablet.answer('M02'));
    const elsewhere = await logCommand(tablet.hand(), tablet.answer('M01', 'x', uuidV7()));
    const server = fakeServer(({ id }) => (id === poison.id ? 'fail' : 'applied'));
    const nextAt = await sendWaiting(sending(server));
    expect(nextAt).toBeGreaterThan(tablet.now());
    const received = await tablet.store.receipts.toCollection().primaryKeys();
    expect(received.toSorted()).toEqual([before.id, elsewhere.id].toSorted());
    expect(await tablet.store.commands.count()).toBe(3);
  });

  it('waits longer and longer, at most five minutes, until somebody asks for it', async () => {
    await logCommand(tablet.hand(), tablet.answer('M01'));
    const offline = {
      push: () => Promise.reject(new ServerFailure('network')),
    };
    const waits: number[] = [];
    for (let round = 0; round < 10; round += 1) {
      const nextAt = (await sendWaiting(sending(offline))) ?? 0;
      waits.push(nextAt - tablet.now());
      tablet.pass(nextAt - tablet.now());
    }
    expect(waits.slice(0, 3)).toEqual([2_000, 4_000, 8_000]);
    expect(waits.at(-1)).toBe(ceilingMs);
    await forgetWaits(tablet.store);
    expect(await sendWaiting(sending(fakeServer()))).toBeNull();
  });

  it('does not take an answer without receipts for success, and asks for a sign-in without losing anything', async () => {
    await logCommand(tablet.hand(), tablet.answer('M01'));
    await sendWaiting(
      sending({ push: async () => ({ receipts: [], serverTime: '2026-11-23T02:00:01.000Z' }) }),
    );
    expect((await readStatus(tablet.store)).records.waiting).toBe(1);
    await forgetWaits(tablet.store);
    await sendWaiting(sending({ push: () => Promise.reject(new ServerFailure('signed-out')) }));
    const status = await readStatus(tablet.store);
    expect([status.records.waiting, status.trouble]).toEqual([1, 'signed-out']);
  });
});
