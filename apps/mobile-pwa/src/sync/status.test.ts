import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openTablet } from '../testing/tablet.ts';
import { readStatus, type SyncFacts, statusOf } from './status.ts';
import type { Settlement, Upload } from './store.ts';

const receiptStatus = fc.constantFrom(
  'applied' as const,
  'conflict' as const,
  'refused' as const,
  'quarantined' as const,
  undefined,
);
const upload = (commandId: string, received: boolean, isUnderWay: boolean): Upload => ({
  evidenceId: `photo of ${commandId}`,
  commandId,
  author: 'a',
  visitId: 'v',
  sha256: '',
  size: 1,
  sentBytes: received ? 1 : 0,
  sending: isUnderWay && !received ? 1 : 0,
  address: null,
  failures: 0,
  notBefore: 0,
  trouble: null,
  receivedAt: received ? '2026-11-23T02:00:00.000Z' : null,
});

const text = fc.record({ visitId: fc.constantFrom('v', 'w'), held: fc.constantFrom(0 as const, 1 as const) });

const situation = fc
  .tuple(
    fc.array(
      fc.record({
        status: receiptStatus,
        photo: fc.constantFrom('none', 'open', 'received'),
        isUnderWay: fc.boolean(),
        settled: fc.constantFrom('no', 'mended', 'handed', 'rested'),
      }),
    ),
    fc.array(text, { maxLength: 2 }),
  )
  .map(([rows, texts]): SyncFacts => {
    const ids = rows.map((row, index) => ({ ...row, id: `c${index}` }));
    return {
      commands: ids.map(({ id }) => ({ id, visitId: 'v', action: 'answer.set' })),
      texts,
      receipts: [
        ...ids.flatMap(({ id, status }) => (status ? [{ id, status }] : [])),
        { id: 'hand', status: 'applied' as const },
      ],
      uploads: ids.flatMap(({ id, photo, isUnderWay }) =>
        photo === 'none' ? [] : [upload(id, photo === 'received', isUnderWay)],
      ),
      // Where it was handed over, the server has the command that did it: one with the id of its own for this test.
      settlements: ids.flatMap(({ id, status, settled }): Settlement[] => {
        if (status !== 'refused' || settled === 'no') return [];
        const mendedBy = settled === 'rested' ? null : settled === 'handed' ? 'hand' : 'mend';
        return [
          { refusedId: id, mendedBy, at: '', ...(settled === 'handed' && { toLeader: true as const }) },
        ];
      }),
      lanes: [
        {
          ...{ author: 'a', visitId: 'v', failures: 0, notBefore: 0, batch: 100, trouble: null },
          sendingIds: ids.flatMap(({ id, status, isUnderWay }) => (isUnderWay && !status ? [id] : [])),
        },
      ],
      lastReceiptAt: null,
      parked: [],
      lastContactAt: null,
      signedOut: false,
    };
  });

describe('the status', () => {
  it('never says that all is received while anything is not', () => {
    fc.assert(
      fc.property(situation, (facts) => {
        const mended = facts.settlements.filter(({ mendedBy }) => mendedBy === 'mend');
        const handed = facts.settlements.filter(({ toLeader }) => toLeader);
        const accepted = new Set([
          ...facts.receipts.flatMap(({ id, status }) => (status === 'refused' ? [] : [id])),
          ...[...mended, ...handed].map(({ refusedId }) => refusedId),
        ]);
        const stoodInFor = new Set(mended.map(({ refusedId }) => refusedId));
        const open =
          facts.texts.length > 0 ||
          facts.commands.some(({ id }) => !accepted.has(id)) ||
          facts.uploads.some(
            ({ receivedAt, commandId }) => receivedAt === null && !stoodInFor.has(commandId),
          );
        if (open) expect(statusOf(facts).allReceived).toBe(false);
      }),
    );
  });

  it('counts every record and every photo exactly once', () => {
    fc.assert(
      fc.property(situation, (facts) => {
        const { records, photos } = statusOf(facts);
        const mended = new Set(
          facts.settlements.flatMap(({ refusedId, mendedBy, toLeader }) =>
            mendedBy && !toLeader ? [refusedId] : [],
          ),
        );
        const sum = (counts: typeof photos) =>
          counts.waiting +
          counts.sending +
          counts.received +
          counts.refused +
          counts.quarantined +
          counts.rested;
        const of = (ids: readonly string[]) => ids.filter((id) => !mended.has(id)).length;
        for (const count of [...Object.values(records), ...Object.values(photos)])
          expect(count).toBeGreaterThanOrEqual(0);
        expect(sum(records)).toBe(of(facts.commands.map(({ id }) => id)) + facts.texts.length);
        expect(records.held).toBe(facts.texts.filter(({ held }) => held === 1).length);
        expect(sum(photos)).toBe(
          facts.uploads.filter(({ commandId, receivedAt }) => receivedAt !== null || !mended.has(commandId))
            .length,
        );
      }),
    );
  });

  it('says how much of what waits is set aside', () => {
    const parked = [{ id: 'c0', author: 'a', visitId: 'v', failures: 1, notBefore: 9 }];
    const commands = ['c0', 'c1'].map((id) => ({ id, visitId: 'v', action: 'answer.set' as const }));
    const receipts = [{ id: 'c1', status: 'applied' as const }];
    const rest = {
      texts: [],
      settlements: [],
      uploads: [],
      lanes: [],
      lastReceiptAt: null,
      lastContactAt: null,
      signedOut: false,
    };
    const status = statusOf({ commands, receipts, parked, ...rest });
    expect([status.records, status.nextTryAt, status.allReceived]).toEqual([
      {
        waiting: 1,
        sending: 0,
        received: 1,
        conflict: 0,
        refused: 0,
        parked: 1,
        held: 0,
        quarantined: 0,
        rested: 0,
      },
      9,
      false,
    ]);
  });

  it('says nothing is received where nothing was written', () => {
    const empty = {
      commands: [],
      texts: [],
      receipts: [],
      uploads: [],
      settlements: [],
      lanes: [],
      lastReceiptAt: null,
      parked: [],
      lastContactAt: null,
      signedOut: false,
    };
    expect(statusOf(empty).allReceived).toBe(false);
  });

  it('is counted by indexes exactly as from the rows', async () => {
    const at = '2026-11-23T02:00:00.000Z';
    const row = fc.record({
      visitId: fc.constantFrom('v', 'w'),
      status: receiptStatus,
      settled: fc.constantFrom('no', 'mended', 'handed', 'rested'),
      state: fc.constantFrom('waiting', 'sending', 'parked'),
      photo: fc.constantFrom('none', 'open', 'sending', 'stuck', 'received'),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { maxLength: 12 }),
        fc.array(text, { maxLength: 3 }),
        async (rows, texts) => {
          const { store, author, device } = openTablet();
          for (const [index, { visitId, held }] of texts.entries()) {
            const payload = { visitId, itemCode: 'M01', note: 'đang gõ' };
            await store.texts.add({
              ...{
                id: `t${index}`,
                author,
                device,
                visitId,
                clock: `${index}`,
                schemaVersion: 1,
                base: null,
              },
              ...{ writtenAt: at, serverOffsetMs: null, action: 'answer.set', payload, held },
            });
          }
          const named = rows.map((one, index) => ({ ...one, id: `c${index}` }));
          for (const [index, { id, visitId, status, settled, state, photo }] of named.entries()) {
            const clock = `${index}`.padStart(12, '0');
            await store.commands.add({
              ...{ id, author, device, visitId, clock, seq: index + 1, schemaVersion: 1, base: null },
              ...{ writtenAt: at, serverOffsetMs: null, action: 'visit.submit', payload: { visitId } },
            });
            if (status)
              await store.receipts.add({
                id,
                visitId,
                status,
                text: '',
                storedAt: `${at}${`${index}`.padStart(2, '0')}`,
              });
            if (status === 'refused' && settled !== 'no')
              await store.settlements.add({
                ...{ refusedId: id, mendedBy: settled === 'rested' ? null : 'c0', at },
                ...(settled === 'handed' && { toLeader: true }),
              });
            if (!status && state === 'parked')
              await store.parked.add({ id, author, visitId, failures: 1, notBefore: 7 });
            const stuck = photo === 'stuck' ? ({ notBefore: 9, trouble: 'server' } as const) : {};
            if (photo !== 'none')
              await store.uploads.add({
                ...{ ...upload(id, photo === 'received', false), author, visitId, ...stuck },
                sending: photo === 'sending' ? 1 : 0,
              });
          }
          for (const visitId of ['v', 'w']) {
            const sendingIds = named.flatMap((one) =>
              one.visitId === visitId && !one.status && one.state === 'sending' ? [one.id] : [],
            );
            const lane = { author, visitId, sendingIds, failures: 0, notBefore: 3, batch: 9 };
            await store.lanes.add({ ...lane, trouble: visitId === 'w' ? 'network' : null });
          }
          const facts: SyncFacts = {
            commands: await store.commands.toArray(),
            texts: await store.texts.toArray(),
            receipts: await store.receipts.toArray(),
            settlements: await store.settlements.toArray(),
            uploads: await store.uploads.toArray(),
            lanes: await store.lanes.toArray(),
            parked: await store.parked.toArray(),
            lastReceiptAt: named.findLast(({ status }) => status)
              ? `${at}${`${named.findLastIndex(({ status }) => status)}`.padStart(2, '0')}`
              : null,
            lastContactAt: null,
            signedOut: false,
          };
          expect(await readStatus(store)).toEqual(statusOf(facts));
          await store.delete();
        },
      ),
      { numRuns: 60 },
    );
  }, 30_000);
});
