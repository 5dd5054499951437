import type { FieldCommand } from '@kycuong/domain/sync/field-command.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { openConflicts } from '@kycuong/domain/visit/open-conflicts.ts';
import { viewOf } from '@kycuong/domain/visit/visit-view.ts';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openTablet, receiptOf, type Tablet } from '../testing/tablet.ts';
import { setFact } from './facts.ts';
import { logCommand } from './log-command.ts';
import { openStore } from './store.ts';
import { visitHistory } from './visit-history.ts';
import { digestOf, knowVisit, memoryTables } from './visit-memory.ts';

const look = ({ store, author, visitId }: Pick<Tablet, 'store' | 'author' | 'visitId'>) =>
  store.transaction('r', memoryTables(store), async () => knowVisit(store, author, visitId));

/** What the rows themselves say, read from the first to the last. */
async function fromRows({ store, author, visitId }: Tablet) {
  const history = await visitHistory(store, author, visitId);
  const refused = await store.receipts.where('status').equals('refused').primaryKeys();
  const between = (await store.commands.bulkGet(refused)).filter((command) => command !== undefined);
  return { view: viewOf(history), conflicts: openConflicts(history, between) };
}

const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant('write' as const), item: fc.nat(3), tab: fc.nat(1) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('abort' as const), item: fc.nat(3) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('refuse' as const), which: fc.nat(20) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('pull own' as const), which: fc.nat(20) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('pull other' as const), item: fc.nat(3) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('look' as const), tab: fc.nat(1) }) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

async function pulled({ store, author, visitId }: Tablet, command: FieldCommand): Promise<void> {
  if (await store.serverCommands.get([author, command.id])) return;
  const order = (await store.serverCommands.count()) + 1;
  await store.serverCommands.add({ account: author, id: command.id, visitId, order, command });
  await setFact(store, 'order', order);
}

async function take(tabs: readonly [Tablet, Tablet], done: Step): Promise<void> {
  const [tablet] = tabs;
  const { store, visitId, author } = tablet;
  tablet.pass(1);
  switch (done.kind) {
    case 'write':
      await logCommand(
        { ...tablet.hand(), store: tabs[done.tab === 0 ? 0 : 1].store },
        tablet.answer(`M0${done.item}`, uuidV7()),
      );
      return;
    case 'abort':
      await store
        .transaction('rw', store.tables, async () => {
          await logCommand(tablet.hand(), tablet.answer(`M0${done.item}`, 'lost'));
          throw new Error('the disk is full');
        })
        .catch(() => undefined);
      // The other tab writes as many: the number of rows alone does not tell that they are others.
      await logCommand({ ...tablet.hand(), store: tabs[1].store }, tablet.answer(`M0${done.item}`, 'kept'));
      return;
    case 'refuse': {
      const commands = await store.commands.toArray();
      const command = commands[done.which % Math.max(1, commands.length)];
      if (command === undefined || (await store.receipts.get(command.id))) return;
      const at = '2026-11-23T02:00:00.000Z';
      const text = receiptOf(command, 'refused', at);
      await store.receipts.add({ id: command.id, visitId, status: 'refused', text, storedAt: at });
      return;
    }
    case 'pull own': {
      const commands = await store.commands.toArray();
      const command = commands[done.which % Math.max(1, commands.length)];
      if (command && !(await store.receipts.get(command.id))) await pulled(tablet, command);
      return;
    }
    case 'pull other': {
      const written = await tablet.now();
      await pulled(tablet, {
        id: uuidV7(),
        action: 'answer.set',
        author: uuidV7(),
        clock: `${(written + 5).toString(16).padStart(12, '0')}-0000-0000000a`,
        base: null,
        writtenAt: new Date(written).toISOString(),
        payload: { visitId, itemCode: `M0${done.item}`, note: 'của người khác' },
      });
      return;
    }
    case 'look':
      await look({ store: tabs[done.tab === 0 ? 0 : 1].store, author, visitId });
  }
}

describe('the memory of a visit', () => {
  it('is at every moment what the rows say, whoever wrote them: this tab, another one, the server', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
        const tablet = openTablet();
        const second = { ...tablet, store: openStore(tablet.store.name) };
        const key = tablet.store.vault.held();
        if (key) second.store.vault.open(key);
        await second.store.open();
        try {
          for (const done of steps) {
            await take([tablet, second], done);
            if (done.kind === 'look') continue;
            const rows = await fromRows(tablet);
            expect(await look(tablet)).toMatchObject(rows);
            expect(await look(second)).toMatchObject(rows);
            // The digest that logging keeps is the one that the rows would give, or is known to be out of date.
            const kept = await tablet.store.digests.get([tablet.author, tablet.visitId]);
            const now = digestOf(tablet.author, tablet.visitId, await look(tablet));
            if (kept?.print === now.print) expect(kept).toEqual(now);
          }
        } finally {
          second.store.close();
          await tablet.store.delete();
        }
      }),
      { numRuns: 40 },
    );
  }, 30_000);

  it('reads no row again that it knows', async () => {
    const tablet = openTablet();
    await logCommand(tablet.hand(), tablet.answer('M01'));
    let read = 0;
    const counted = (row: unknown) => {
      read += 1;
      return row;
    };
    tablet.store.commands.hook('reading', counted);
    await look(tablet);
    for (let touch = 0; touch < 5; touch += 1)
      await logCommand(tablet.hand(), tablet.answer('M02', `${touch}`));
    await look(tablet);
    expect(read).toBe(0);
    await tablet.store.delete();
  });
});
