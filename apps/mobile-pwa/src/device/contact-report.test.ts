import { afterEach, beforeEach, expect, it } from 'vitest';
import { setFact } from '../sync/facts.ts';
import { logCommand } from '../sync/log-command.ts';
import { pullChanges } from '../sync/puller.ts';
import { openTablet, receiptOf, type Tablet } from '../testing/tablet.ts';
import { contactReport } from './contact-report.ts';

let tablet: Tablet;
beforeEach(async () => {
  tablet = openTablet();
  await setFact(tablet.store, 'registration', { accounts: [tablet.author], label: 'Máy 3', orderKey: null });
});
afterEach(() => tablet.store.delete());

/** What a round tells along with its pull: records and photos unsent, or that it told nothing. */
async function told(): Promise<string> {
  const { store, author, now } = tablet;
  let said = 'nothing';
  const pull: Parameters<typeof pullChanges>[0]['server']['pull'] = async (_, contact) => {
    if (contact) said = `${contact.unsentRecords}/${contact.unsentPhotos}`;
    const serverTime = '2026-11-23T02:00:00.000Z';
    return { cursor: 'g:1:1', changes: [], more: false, startedOver: false, serverTime };
  };
  const server = { pull, packet: () => Promise.reject(new Error('not asked for')) };
  await pullChanges({ store, account: author, now, server, contact: () => contactReport(store, now()) });
  return said;
}

it('tells of itself once a minute', async () => {
  expect(await told()).toBe('0/0');
  tablet.pass(30_000);
  expect(await told()).toBe('nothing');
  tablet.pass(31_000);
  expect(await told()).toBe('0/0');
});

it('tells at once what is unsent no more, also within the minute', async () => {
  const command = await logCommand(tablet.hand(), tablet.answer('M01'));
  expect(await told()).toBe('1/0');
  tablet.pass(2_000);
  const { id, visitId } = command;
  const text = receiptOf(command, 'applied', '2026-11-23T02:00:00.000Z');
  await tablet.store.receipts.add({ id, visitId, status: 'applied', text, storedAt: '2026-11-23' });
  expect(await told()).toBe('0/0');
  tablet.pass(2_000);
  expect(await told()).toBe('nothing');
});

it('is not silenced by a clock that was set back, and says nothing before the device is known', async () => {
  expect(await told()).toBe('0/0');
  tablet.pass(-3_600_000);
  expect(await told()).toBe('0/0');
  await tablet.store.meta.delete('registration');
  tablet.pass(3_600_000);
  expect(await told()).toBe('nothing');
});
