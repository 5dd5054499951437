import { mostPushedAtOnce } from '@kycuong/domain/sync/push.ts';
import { Receipt } from '@kycuong/domain/sync/receipt.ts';
import { backoffMs } from './backoff.ts';
import { noteServerTime } from './facts.ts';
import type { FieldServer } from './server.ts';
import { ServerFailure, troubleOf } from './server-failure.ts';
import type { FieldStore, Lane, LoggedCommand, StoredReceipt } from './store.ts';

/** Bytes of JSON sent at once: far below the server's limit for one request. */
const mostBytes = 256_000;

export interface Sending {
  readonly store: FieldStore;
  readonly server: Pick<FieldServer, 'push'>;
  /** Whose commands may be sent: the person who is signed in. */
  readonly author: string;
  readonly now: () => number;
  readonly random: () => number;
}

const startLane = (author: string, visitId: string): Lane => ({
  author,
  visitId,
  sendingIds: [],
  failures: 0,
  notBefore: 0,
  batch: mostPushedAtOnce,
  trouble: null,
});

async function laneOf({ store, author }: Sending, visitId: string): Promise<Lane> {
  return (await store.lanes.get([author, visitId])) ?? startLane(author, visitId);
}

/** The author's commands without a receipt, by visit, each visit in its own order. */
export async function waitingByVisit(
  store: FieldStore,
  author: string,
): Promise<Map<string, LoggedCommand[]>> {
  const [logged, answered] = await Promise.all([
    store.commands.where('author').equals(author).toArray(),
    store.receipts.toCollection().primaryKeys(),
  ]);
  const done = new Set(answered);
  const waiting = logged.filter(({ id }) => !done.has(id)).toSorted((a, b) => a.seq - b.seq);
  return Map.groupBy(waiting, ({ visitId }) => visitId);
}

function nextBatch(waiting: readonly LoggedCommand[], most: number): LoggedCommand[] {
  let bytes = 0;
  const fitting = waiting.slice(0, most).findIndex((command) => {
    bytes += new TextEncoder().encode(JSON.stringify(command)).length;
    return bytes > mostBytes;
  });
  return waiting.slice(0, fitting === -1 ? most : Math.max(1, fitting));
}

async function storeReceipts(
  { store, now }: Sending,
  sent: readonly LoggedCommand[],
  texts: readonly (string | null)[],
): Promise<void> {
  const byId = new Map(
    texts.flatMap((text) => {
      // The server failed at this one and stored nothing: it stays waiting.
      if (text === null) return [];
      const { id, status } = Receipt.parse(JSON.parse(text));
      return [[id, { text, status }] as const];
    }),
  );
  const rows = sent.flatMap(({ id, visitId }): StoredReceipt[] => {
    const receipt = byId.get(id);
    return receipt ? [{ id, visitId, ...receipt, storedAt: new Date(now()).toISOString() }] : [];
  });
  await store.receipts.bulkPut(rows);
  // What got no receipt stays waiting, and the lane backs off before it tries again.
  if (rows.length < sent.length) throw new ServerFailure('server');
}

/** Sends what waits of one visit, batch after batch, until all has its receipt or something stops it. */
async function sendLane(sending: Sending, visitId: string): Promise<void> {
  const { store, server, author, now, random } = sending;
  for (;;) {
    const lane = await laneOf(sending, visitId);
    const waiting = (await waitingByVisit(store, author)).get(visitId) ?? [];
    if (waiting.length === 0 || lane.notBefore > now()) return;
    const batch = nextBatch(waiting, lane.batch);
    await store.lanes.put({ ...lane, sendingIds: batch.map(({ id }) => id) });
    try {
      const { receipts, serverTime } = await server.push(batch);
      await storeReceipts(sending, batch, receipts);
      await noteServerTime(store, serverTime, now());
      const grown = Math.min(mostPushedAtOnce, lane.batch * 2);
      await store.lanes.put({ ...startLane(author, visitId), batch: grown });
    } catch (error) {
      const trouble = troubleOf(error);
      const failures = lane.failures + 1;
      // The server may fail at one command: smaller batches let those before it through.
      const isolate = trouble === 'server' && batch.length > 1;
      await store.lanes.put({
        ...lane,
        sendingIds: [],
        failures,
        batch: isolate ? Math.ceil(batch.length / 2) : lane.batch,
        notBefore: isolate ? 0 : now() + backoffMs(failures, random),
        trouble,
      });
      if (!isolate) return;
    }
  }
}

/**
 * One round: every visit's lane goes its own way, so one that is stuck holds up no other. Nothing is deleted whatever
 * the server answers. Returns the Unix ms of the next try, or null when nothing waits.
 */
export async function sendWaiting(sending: Sending): Promise<number | null> {
  const { store, author, now } = sending;
  const before = await waitingByVisit(store, author);
  await Promise.all([...before.keys()].map((visitId) => sendLane(sending, visitId)));
  const after = await waitingByVisit(store, author);
  const lanes = await Promise.all([...after.keys()].map((visitId) => laneOf(sending, visitId)));
  return lanes.length === 0 ? null : Math.max(now(), Math.min(...lanes.map(({ notBefore }) => notBefore)));
}

/** Runs while this tab alone sends; gives undefined at once when another tab is at it. */
export async function asOnlySender<Result>(
  locks: Pick<LockManager, 'request'>,
  run: () => Promise<Result>,
): Promise<Result | undefined> {
  return locks.request('kycuong-field-sender', { ifAvailable: true }, (lock) =>
    lock === null ? undefined : run(),
  );
}

/** What a killed tab left marked as under way is waiting again. Call only as the one sender. */
export async function clearUnderWay(store: FieldStore): Promise<void> {
  await store.lanes.toCollection().modify({ sendingIds: [] });
  await store.uploads.filter(({ sending }) => sending).modify({ sending: false });
}

/** Tries again at once: the person asked for it, or the network seems to be back. */
export async function forgetWaits(store: FieldStore): Promise<void> {
  await store.lanes.toCollection().modify({ notBefore: 0 });
  await store.uploads.toCollection().modify({ notBefore: 0 });
}
