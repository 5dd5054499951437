import { type PathLimit, pathLimit } from '@kycuong/domain/network/path-limit.ts';
import { dependantsOf } from '@kycuong/domain/sync/depends-on.ts';
import { mostPushedAtOnce } from '@kycuong/domain/sync/push.ts';
import { standing } from '@kycuong/domain/sync/quarantine.ts';
import { Receipt } from '@kycuong/domain/sync/receipt.ts';
import { isReadable } from '../lock/seal-rows.ts';
import { backoffMs } from './backoff.ts';
import { noteServerTime } from './facts.ts';
import type { FieldServer } from './server.ts';
import { ServerFailure } from './server-failure.ts';
import type { FieldStore, Lane, LoggedCommand, StoredReceipt } from './store.ts';
import type { Trouble } from './trouble.ts';

/** A command of fewer bytes that is refused for its size tells that nothing at all goes through. */
const smallBytes = 2_000;
/** Bytes of JSON sent at once, where the way lets them through: far below the server's limit for one request. */
const mostBytes = 256_000;

export interface Sending {
  readonly store: FieldStore;
  readonly server: Pick<FieldServer, 'push'>;
  /** Whose commands may be sent: the person who is signed in. */
  readonly author: string;
  readonly now: () => number;
  readonly random: () => number;
  /** Left out: what this page learnt of the way. */
  readonly limit?: PathLimit;
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
    store.commands.where('author').equals(author).primaryKeys(),
    store.receipts.toCollection().primaryKeys(),
  ]);
  const done = new Set(answered);
  const waiting = (await store.commands.bulkGet(logged.filter((id) => !done.has(id))))
    .filter(isReadable)
    .toSorted((a, b) => a.seq - b.seq);
  return Map.groupBy(waiting, ({ visitId }) => visitId);
}

const bytesOf = (command: LoggedCommand) => new TextEncoder().encode(JSON.stringify(command)).length;

function nextBatch(waiting: readonly LoggedCommand[], most: number, mostBytes: number): LoggedCommand[] {
  let bytes = 0;
  const fitting = waiting.slice(0, most).findIndex((command) => {
    bytes += bytesOf(command);
    return bytes > mostBytes;
  });
  return waiting.slice(0, fitting === -1 ? most : Math.max(1, fitting));
}

/** What is no receipt counts as none: the command is sent again. */
function readReceipt(text: string | null): (readonly [string, Pick<StoredReceipt, 'text' | 'status'>])[] {
  if (text === null) return [];
  try {
    const { id, status } = Receipt.parse(JSON.parse(text));
    return [[id, { text, status }]];
  } catch {
    return [];
  }
}

/** Keeps what the server answered; gives the commands that got no receipt. */
async function storeReceipts(
  { store, now }: Sending,
  sent: readonly LoggedCommand[],
  texts: readonly (string | null)[],
): Promise<LoggedCommand[]> {
  const byId = new Map(texts.flatMap(readReceipt));
  const storedAt = new Date(now()).toISOString();
  const rows = sent.flatMap(({ id, visitId }): StoredReceipt[] => {
    const receipt = byId.get(id);
    return receipt ? [{ id, visitId, ...receipt, storedAt }] : [];
  });
  await store.transaction('rw', store.receipts, store.parked, store.decisions, async () => {
    // The leader may have decided before the answer came through.
    const told = await store.decisions.where({ visitId: sent[0]?.visitId ?? '' }).toArray();
    const decisions = new Map(told.map(({ id, decision }) => [id, decision]));
    await store.receipts.bulkPut(
      rows.map((row) => ({ ...row, status: standing(row.status, decisions.get(row.id)) })),
    );
    await store.parked.bulkDelete(rows.map(({ id }) => id));
  });
  return sent.filter(({ id }) => !byId.has(id));
}

/** Sets a command aside; each further failure makes its wait longer. */
async function park(
  { store, now, random }: Sending,
  { id, author, visitId }: LoggedCommand,
  trouble: Trouble = 'server',
): Promise<void> {
  const failures = ((await store.parked.get(id))?.failures ?? 0) + 1;
  const notBefore = now() + backoffMs(failures, random);
  await store.parked.put({ id, author, visitId, failures, notBefore, trouble });
}

/** How a lane stands: what may go, what is parked and may be tried alone, and what waits behind something parked. */
async function readLane(sending: Sending, visitId: string) {
  const { store, author } = sending;
  const waiting = (await waitingByVisit(store, author)).get(visitId) ?? [];
  const parked = await store.parked.where('[author+visitId]').equals([author, visitId]).toArray();
  const ids = new Set(parked.map(({ id }) => id));
  const behind = dependantsOf(ids, waiting);
  return {
    lane: await laneOf(sending, visitId),
    free: waiting.filter(({ id }) => !ids.has(id) && !behind.has(id)),
    parked: waiting.flatMap((command) => {
      const row = parked.find(({ id }) => id === command.id);
      return row && !behind.has(row.id) ? [{ command, notBefore: row.notBefore }] : [];
    }),
  };
}

interface Attempt {
  /** Unix ms at which its round began. */
  readonly triedAt: number;
  readonly batch: readonly LoggedCommand[];
  /** A parked command, tried again by itself. */
  readonly retry: boolean;
}

async function nextAttempt(sending: Sending, visitId: string, triedAt: number): Promise<Attempt> {
  const { lane, free, parked } = await readLane(sending, visitId);
  const now = sending.now();
  if (lane.notBefore > now) return { triedAt, batch: [], retry: false };
  if (free.length > 0) {
    const bytes = (sending.limit ?? pathLimit).most(mostBytes);
    return { triedAt, batch: nextBatch(free, lane.batch, bytes), retry: false };
  }
  const due = parked.find(({ notBefore }) => notBefore <= now);
  return { triedAt, batch: due ? [due.command] : [], retry: true };
}

/** One request. Fails with a `ServerFailure` when nothing of it was answered. */
async function sendBatch(sending: Sending, visitId: string, batch: readonly LoggedCommand[]): Promise<void> {
  const { store, server, author, now } = sending;
  const lane = await laneOf(sending, visitId);
  await store.lanes.put({ ...lane, sendingIds: batch.map(({ id }) => id) });
  const { receipts, serverTime } = await server.push(batch);
  await noteServerTime(store, serverTime, now());
  const unanswered = await storeReceipts(sending, batch, receipts);
  if (unanswered.length === batch.length) throw new ServerFailure('server');
  // The first without a receipt is the one that the server failed at; those after it may never have been tried.
  const [stuck] = unanswered;
  if (stuck) await park(sending, stuck);
  await store.lanes.put({
    ...startLane(author, visitId),
    batch: Math.min(mostPushedAtOnce, lane.batch * 2),
  });
}

/**
 * What a failed request means for its lane; false when the lane has to wait. A command that is alone more than the way
 * lets through says nothing about the next one.
 */
async function afterFailure(
  sending: Sending,
  visitId: string,
  { triedAt, batch, retry }: Attempt,
  { trouble, retryAfterMs }: Pick<ServerFailure, 'trouble' | 'retryAfterMs'>,
): Promise<boolean> {
  const { store, now, random, limit = pathLimit } = sending;
  const ended = { sendingIds: [], notBefore: 0, trouble, triedAt };
  const lane = { ...(await laneOf(sending, visitId)), ...ended };
  const bytes = batch.reduce((sum, command) => sum + bytesOf(command), 0);
  if (trouble === 'server' || trouble === 'too-large') {
    const [alone, second] = batch;
    if (second !== undefined) {
      if (trouble === 'too-large') limit.refused(bytes);
      // Smaller requests find the command at which the server fails.
      await store.lanes.put({ ...lane, batch: Math.ceil(batch.length / 2) });
      return true;
    }
    if (alone) await park(sending, alone, trouble);
    const isLarge = trouble === 'too-large' && bytes > smallBytes;
    if (retry || lane.failures === 0 || isLarge) {
      await store.lanes.put(retry ? lane : { ...lane, failures: 1 });
      return true;
    }
    // Nothing got through since the last one that failed alone: it may well be the server.
  }
  const failures = lane.failures + 1;
  const notBefore = now() + Math.max(backoffMs(failures, random), retryAfterMs);
  await store.lanes.put({ ...lane, failures, notBefore });
  return false;
}

/**
 * Sends what waits of one visit, batch after batch, until all has its receipt or something stops it. A command at
 * which the server fails is parked; what does not build on it goes on.
 */
async function sendLane(sending: Sending, visitId: string, begunAt: number): Promise<void> {
  for (;;) {
    const attempt = await nextAttempt(sending, visitId, begunAt);
    if (attempt.batch.length === 0) return;
    try {
      await sendBatch(sending, visitId, attempt.batch);
    } catch (error) {
      // The device's own database failed: no word about any command. Nothing is noted, and all of it stays waiting.
      if (!(error instanceof ServerFailure)) throw error;
      if (!(await afterFailure(sending, visitId, attempt, error))) return;
    }
  }
}

/** Unix ms of the lane's next try; null when nothing of it can be tried. */
async function nextTry(sending: Sending, visitId: string): Promise<number | null> {
  const { lane, free, parked } = await readLane(sending, visitId);
  const tries = [
    ...(free.length > 0 ? [lane.notBefore] : []),
    ...parked.map(({ notBefore }) => Math.max(notBefore, lane.notBefore)),
  ];
  return tries.length === 0 ? null : Math.max(sending.now(), Math.min(...tries));
}

/**
 * One round: every visit's lane goes its own way, so one that is stuck holds up no other. Nothing is deleted whatever
 * the server answers. Returns the Unix ms of the next try, or null when nothing waits.
 */
export async function sendWaiting(sending: Sending): Promise<number | null> {
  const { store, author } = sending;
  const begunAt = sending.now();
  const before = await waitingByVisit(store, author);
  // All lanes come to their end before one that failed is told of: nothing may send once the lock is given back.
  const ends = await Promise.allSettled(
    [...before.keys()].map((visitId) => sendLane(sending, visitId, begunAt)),
  );
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed) throw failed.reason;
  const after = await waitingByVisit(store, author);
  const tries = await Promise.all([...after.keys()].map((visitId) => nextTry(sending, visitId)));
  const known = tries.filter((at) => at !== null);
  return known.length === 0 ? null : Math.min(...known);
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
  await store.uploads.where('sending').equals(1).modify({ sending: 0 });
}

/** Tries again at once: the person asked for it, or the network seems to be back. */
export async function forgetWaits(store: FieldStore): Promise<void> {
  await store.lanes.toCollection().modify({ notBefore: 0 });
  await store.parked.toCollection().modify({ notBefore: 0 });
  await store.uploads.where('notBefore').above(0).modify({ notBefore: 0, trouble: null });
}
