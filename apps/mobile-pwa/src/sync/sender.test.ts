import { dependantsOf } from '@kycuong/domain/sync/depends-on.ts';
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

/**
 * A server that keeps what it got, by id, and answers as told: at `fail` it gives no receipt for that command and for
 * what builds on it; at `die` the whole request comes to nothing.
 */
function fakeServer(
  answer: (command: LoggedCommand) => 'applied' | 'refused' | 'fail' | 'die' = () => 'applied',
) {
  const pushes: string[][] = [];
  const applied = new Map<string, number>();
  const push = async (commands: readonly unknown[]) => {
    const sent = await Promise.all(commands.map((one) => tablet.store.commands.get(idOf(one))));
    const known = sent.filter((one) => one !== undefined);
    pushes.push(known.map(({ id }) => id));
    if (known.some((command) => answer(command) === 'die')) throw new ServerFailure('server');
    const failed = new Set(known.filter((command) => answer(command) === 'fail').map(({ id }) => id));
    const behind = dependantsOf(failed, known);
    const receipts = known.map((command) => {
      const verdict = answer(command);
      if (failed.has(command.id) || behind.has(command.id)) return null;
      if (verdict !== 'applied' && verdict !== 'refused') return null;
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

  it.each(['fail', 'die'] as const)(
    'parks a command at which the server fails (%s), with what builds on it, and sends the rest',
    async (end) => {
      const before = await logCommand(tablet.hand(), tablet.answer('M01'));
      const poison = await logCommand(tablet.hand(), tablet.answer('M02'));
      const behind = await logCommand(tablet.hand(), tablet.answer('M02', 'sửa lại'));
      const after = await logCommand(tablet.hand(), tablet.answer('M03'));
      const elsewhere = await logCommand(tablet.hand(), tablet.answer('M01', 'x', uuidV7()));
      const server = fakeServer(({ id }) => (id === poison.id ? end : 'applied'));
      const nextAt = await sendWaiting(sending(server));
      const received = await tablet.store.receipts.toCollection().primaryKeys();
      expect(received.toSorted()).toEqual([before.id, after.id, elsewhere.id].toSorted());
      const { records } = await readStatus(tablet.store);
      expect([records.waiting, records.parked, records.received]).toEqual([2, 1, 3]);
      expect(await tablet.store.commands.count()).toBe(5);
      expect(server.pushes.flat()).toContain(behind.id);
      tablet.pass((nextAt ?? 0) - tablet.now());
      expect(await sendWaiting(sending(fakeServer()))).toBeNull();
      const status = await readStatus(tablet.store);
      expect([status.allReceived, status.records.parked]).toEqual([true, 0]);
    },
  );

  it('tries a parked command again alone, waiting longer each time, while new work goes at once', async () => {
    const poison = await logCommand(tablet.hand(), tablet.answer('M01'));
    await logCommand(tablet.hand(), tablet.answer('M02'));
    const waits: number[] = [];
    for (let round = 0; round < 10; round += 1) {
      const server = fakeServer(({ id }) => (id === poison.id ? 'fail' : 'applied'));
      const fresh = await logCommand(tablet.hand(), tablet.answer(`M${round + 10}`));
      const nextAt = (await sendWaiting(sending(server))) ?? 0;
      expect(server.applied.has(fresh.id)).toBe(true);
      if (round > 0) expect(server.pushes).toContainEqual([poison.id]);
      waits.push(nextAt - tablet.now());
      tablet.pass(nextAt - tablet.now());
    }
    expect(waits.slice(0, 3)).toEqual([2_000, 4_000, 8_000]);
    expect(waits.at(-1)).toBe(ceilingMs);
  });

  it('holds as unsent what the server puts off for the day, and has it judged on the next', async () => {
    const putOff = await logCommand(tablet.hand(), tablet.answer('M01'));
    const behind = await logCommand(tablet.hand(), tablet.answer('M01', 'sửa lại'));
    const full = fakeServer(({ id }) => (id === putOff.id ? 'fail' : 'applied'));
    for (let day = tablet.now() + 86_400_000; tablet.now() < day; ) {
      const nextAt = (await sendWaiting(sending(full))) ?? 0;
      tablet.pass(nextAt - tablet.now());
    }
    const { records, allReceived } = await readStatus(tablet.store);
    expect([records.waiting, records.refused, allReceived]).toEqual([2, 0, false]);
    const next = fakeServer(({ id }) => (id === putOff.id ? 'refused' : 'applied'));
    await sendWaiting(sending(next));
    expect((await tablet.store.receipts.get(putOff.id))?.status).toBe('refused');
    expect(next.applied.has(behind.id)).toBe(true);
  });

  it('does not let two bad ones in a row hold up what follows for good', async () => {
    const first = await logCommand(tablet.hand(), tablet.answer('M01'));
    const second = await logCommand(tablet.hand(), tablet.answer('M02'));
    const good = await logCommand(tablet.hand(), tablet.answer('M03'));
    const bad = new Set([first.id, second.id]);
    const server = fakeServer(({ id }) => (bad.has(id) ? 'die' : 'applied'));
    for (let round = 0; round < 4 && !server.applied.has(good.id); round += 1) {
      const nextAt = (await sendWaiting(sending(server))) ?? 0;
      tablet.pass(nextAt - tablet.now());
    }
    expect([...server.applied.keys()]).toEqual([good.id]);
  });

  it('is not put off by a command that ends the visit: it goes when all before it is received', async () => {
    const { visitId } = tablet;
    const poison = await logCommand(tablet.hand(), tablet.answer('M01'));
    const submitted = await logCommand(tablet.hand(), {
      action: 'visit.submit',
      payload: { visitId, note: null },
    });
    const after = await logCommand(tablet.hand(), tablet.answer('M02'));
    const server = fakeServer(({ id }) => (id === poison.id ? 'die' : 'applied'));
    await sendWaiting(sending(server));
    expect([...server.applied.keys()]).toEqual([after.id]);
    await forgetWaits(tablet.store);
    const healed = fakeServer();
    await sendWaiting(sending(healed));
    expect([...healed.applied.keys()]).toEqual([poison.id, submitted.id]);
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

  it('loses nothing when the connection to the device’s database closes in the middle', async () => {
    const server = fakeServer();
    const { id } = await logCommand(tablet.hand(), tablet.answer('M01'));
    const closing = {
      push: async (commands: readonly unknown[]) => {
        const answer = await server.push(commands);
        // As the browser does it: the next touch opens it again.
        tablet.store.close({ disableAutoOpen: false });
        return answer;
      },
    };
    await sendWaiting(sending(closing)).catch(() => undefined);
    expect(await tablet.store.commands.count()).toBe(1);
    await clearUnderWay(tablet.store);
    expect(await sendWaiting(sending(server))).toBeNull();
    expect((await tablet.store.receipts.get(id))?.status).toBe('applied');
  });

  it('keeps what it cannot write the receipt of: a full disk says nothing about a command', async () => {
    const server = fakeServer();
    const { id } = await logCommand(tablet.hand(), tablet.answer('M01'));
    const full = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    tablet.store.receipts.hook('creating', full);
    await expect(sendWaiting(sending(server))).rejects.toThrow();
    expect(await tablet.store.parked.count()).toBe(0);
    expect((await readStatus(tablet.store)).allReceived).toBe(false);
    tablet.store.receipts.hook('creating').unsubscribe(full);
    await clearUnderWay(tablet.store);
    expect(await sendWaiting(sending(server))).toBeNull();
    expect(server.pushes).toEqual([[id], [id]]);
    expect((await readStatus(tablet.store)).allReceived).toBe(true);
  });

  it('gives the lock back only when no lane sends any more', async () => {
    await logCommand(tablet.hand(), tablet.answer('M01'));
    const slow = await logCommand(tablet.hand(), tablet.answer('M01', 'x', uuidV7()));
    const release = Promise.withResolvers<void>();
    const server = fakeServer();
    let ended = false;
    const push = async (commands: readonly unknown[]) => {
      if (idOf(commands[0]) !== slow.id) throw new Error('the database of this device is gone');
      await release.promise;
      return server.push(commands);
    };
    const round = sendWaiting(sending({ push })).finally(() => {
      ended = true;
    });
    round.catch(() => undefined);
    await tablet.store.meta.count();
    expect(ended).toBe(false);
    release.resolve();
    await expect(round).rejects.toThrow('gone');
    expect([...server.applied.keys()]).toEqual([slow.id]);
  });
});
