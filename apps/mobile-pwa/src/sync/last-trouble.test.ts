import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTablet, type Tablet } from '../testing/tablet.ts';
import { logCommand } from './log-command.ts';
import { forgetWaits, sendWaiting } from './sender.ts';
import { ServerFailure } from './server-failure.ts';
import { readStatus } from './status.ts';
import type { LoggedCommand } from './store.ts';
import type { Trouble } from './trouble.ts';
import { uploadWaiting } from './uploader.ts';

let tablet: Tablet;
beforeEach(() => {
  tablet = openTablet();
});
afterEach(() => tablet.store.delete());

type Answer = Trouble | 'no-receipts' | 'bad-receipts';
const ground = () => {
  const { store, author, now } = tablet;
  return { store, author, now, random: () => 1 };
};

/** One round in which everything is answered alike. */
async function sendInto(answer: Answer): Promise<number> {
  const push = async (commands: readonly unknown[]) => {
    if (answer === 'no-receipts' || answer === 'bad-receipts')
      return {
        receipts: commands.map(() => (answer === 'no-receipts' ? null : '{"id":1}')),
        serverTime: '2026-11-23T02:00:00.000Z',
      };
    throw new ServerFailure(answer);
  };
  return (await sendWaiting({ ...ground(), server: { push } })) ?? 0;
}

const told = async () => (await readStatus(tablet.store)).trouble;
const write = (count: number, visitId?: string): Promise<LoggedCommand[]> =>
  Promise.all(
    Array.from({ length: count }, (_, item) =>
      logCommand(tablet.hand(), tablet.answer(`M${item}`, 'đã xem', visitId)),
    ),
  );

describe('the reason that is shown', () => {
  it.each([1, 2, 5, 40])('is that of the last try, whatever came before it (%i records)', async (count) => {
    await write(count);
    const answers = [
      ...(['too-large', 'no-receipts', 'too-large', 'bad-receipts', 'too-large', 'server'] as const),
      ...(['too-large', 'network', 'server', 'portal', 'too-large', 'gateway', 'network'] as const),
    ];
    for (const answer of answers) {
      await forgetWaits(tablet.store);
      await sendInto(answer);
      expect(await told(), answer).toBe(answer.endsWith('receipts') ? 'server' : answer);
    }
  });

  it.each([1, 2, 40])('changes with the tries that come by themselves (%i records)', async (count) => {
    await write(count);
    tablet.pass((await sendInto('too-large')) - tablet.now());
    for (const answer of ['network', 'no-receipts', 'cut', 'bad-receipts', 'network'] as const) {
      const nextAt = await sendInto(answer);
      expect(await told(), answer).toBe(answer.endsWith('receipts') ? 'server' : answer);
      expect((await readStatus(tablet.store)).nextTryAt, answer).toBe(nextAt);
      tablet.pass(nextAt - tablet.now());
    }
  });

  it('is not that of another visit that waits longer', async () => {
    await write(1);
    await sendInto('too-large');
    tablet.pass(500);
    await write(1, uuidV7());
    await sendInto('network');
    expect(await told()).toBe('network');
  });

  it('is not that of a photo that was tried before', async () => {
    const [ticket] = await write(1);
    if (ticket === undefined) throw new Error('nothing written');
    const { store, author, visitId } = tablet;
    const upload = {
      ...{ evidenceId: 'photo', commandId: ticket.id, author, visitId, sha256: 'x', size: 1, sentBytes: 0 },
      ...{ sending: 0 as const, address: null, failures: 1, notBefore: tablet.now() + 60_000 },
      ...{ trouble: 'too-large' as const, triedAt: tablet.now() - 1_000, receivedAt: null },
    };
    await store.uploads.add(upload);
    await sendInto('network');
    await uploadWaiting({ ...ground(), carry: async () => undefined });
    expect(await told()).toBe('network');
  });
});
