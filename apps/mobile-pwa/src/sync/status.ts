import { type Receipt, receiptStatuses } from '@kycuong/domain/sync/receipt.ts';
import { fact } from './facts.ts';
import type { FieldStore, Lane, LoggedCommand, Parked, Settlement, Trouble, Upload } from './store.ts';

export interface Counts {
  readonly waiting: number;
  readonly sending: number;
  readonly received: number;
}

export interface VisitSync {
  readonly records: Counts & {
    readonly conflict: number;
    readonly refused: number;
    /** Of those that wait: set aside because the server failed at them, each tried again by itself. */
    readonly parked: number;
  };
  readonly photos: Counts & { readonly refused: number };
}

export interface SyncStatus extends VisitSync {
  readonly byVisit: ReadonlyMap<string, VisitSync>;
  /** Everything written on this device is with the server and nothing was refused. False while nothing was written. */
  readonly allReceived: boolean;
  /** Why the last try brought nothing, while something waits. */
  readonly trouble: Trouble | null;
  /** Unix ms of the next try, when it is set. */
  readonly nextTryAt: number | null;
  readonly lastReceiptAt: string | null;
  /** When the server was last reached, on the device's own clock. */
  readonly lastContactAt: string | null;
  readonly signedOut: boolean;
}

export interface SyncFacts {
  readonly commands: readonly Pick<LoggedCommand, 'id' | 'visitId'>[];
  readonly receipts: readonly {
    readonly id: string;
    readonly status: Receipt['status'];
  }[];
  readonly settlements: readonly Settlement[];
  readonly uploads: readonly Upload[];
  readonly lanes: readonly Lane[];
  readonly parked: readonly Parked[];
  readonly lastReceiptAt: string | null;
  readonly lastContactAt: string | null;
  readonly signedOut: boolean;
}

const none = { waiting: 0, sending: 0, received: 0 };

function countVisit(facts: SyncFacts, isCounted: (row: { visitId: string }) => boolean): VisitSync {
  const receipts = new Map(facts.receipts.map(({ id, status }) => [id, status]));
  const underWay = new Set(facts.lanes.flatMap(({ sendingIds }) => sendingIds));
  const settled = new Set(facts.settlements.map(({ refusedId }) => refusedId));
  const parked = new Set(facts.parked.map(({ id }) => id));
  const records = { ...none, conflict: 0, refused: 0, parked: 0 };
  for (const { id } of facts.commands.filter(isCounted)) {
    const status = receipts.get(id);
    if (status === undefined) {
      records[underWay.has(id) ? 'sending' : 'waiting'] += 1;
      if (parked.has(id)) records.parked += 1;
    } else if (status !== 'refused') records.received += 1;
    else if (!settled.has(id)) records.refused += 1;
    if (status === 'conflict') records.conflict += 1;
  }
  const photos = { ...none, refused: 0 };
  for (const { commandId, receivedAt, sending } of facts.uploads.filter(isCounted)) {
    if (receivedAt !== null) photos.received += 1;
    else if (receipts.get(commandId) === 'refused') photos.refused += settled.has(commandId) ? 0 : 1;
    else photos[sending ? 'sending' : 'waiting'] += 1;
  }
  return { records, photos };
}

/** What the screen may say, from receipts alone: a thing is received when its receipt lies here, and not before. */
export function statusOf(facts: SyncFacts): SyncStatus {
  const all = countVisit(facts, () => true);
  const visitIds = new Set([...facts.commands, ...facts.uploads].map(({ visitId }) => visitId));
  const { records, photos } = all;
  const open = records.waiting + records.sending + photos.waiting + photos.sending;
  const stuck = [...facts.lanes, ...facts.uploads.filter(({ receivedAt }) => receivedAt === null)].filter(
    ({ trouble }) => trouble !== null,
  );
  const tries = [...stuck, ...facts.parked].map(({ notBefore }) => notBefore);
  const rank: readonly Trouble[] = ['signed-out', 'network', 'server'];
  return {
    ...all,
    byVisit: new Map(
      [...visitIds].map((visitId) => [visitId, countVisit(facts, (row) => row.visitId === visitId)]),
    ),
    allReceived: records.received > 0 && open === 0 && records.refused + photos.refused === 0,
    trouble: open === 0 ? null : (rank.find((name) => stuck.some(({ trouble }) => trouble === name)) ?? null),
    nextTryAt: open === 0 || tries.length === 0 ? null : Math.min(...tries),
    lastReceiptAt: facts.lastReceiptAt,
    lastContactAt: facts.lastContactAt,
    signedOut: facts.signedOut,
  };
}

async function commandKeys(store: FieldStore): Promise<SyncFacts['commands']> {
  const visitIds = await store.commands.orderBy('visitId').uniqueKeys();
  const keys = await Promise.all(
    visitIds.map(async (key) => {
      const visitId = String(key);
      const ids = await store.commands.where('visitId').equals(visitId).primaryKeys();
      return ids.map((id) => ({ id, visitId }));
    }),
  );
  return keys.flat();
}

async function receiptKeys(store: FieldStore): Promise<SyncFacts['receipts']> {
  const keys = await Promise.all(
    receiptStatuses.map(async (status) => {
      const ids = await store.receipts.where('status').equals(status).primaryKeys();
      return ids.map((id) => ({ id, status }));
    }),
  );
  return keys.flat();
}

/**
 * The facts of the whole device, whoever wrote: another person's unsent work is unsent work. Read from keys and
 * indexes alone, so that it is as true, and as fast, while the tablet is locked.
 */
export async function readStatus(store: FieldStore): Promise<SyncStatus> {
  const [commands, receipts, lastReceipt, settlements, uploads, lanes, parked, contact, signedOut] =
    await Promise.all([
      commandKeys(store),
      receiptKeys(store),
      store.receipts.orderBy('storedAt').lastKey(),
      store.settlements.toArray(),
      store.uploads.toArray(),
      store.lanes.toArray(),
      store.parked.toArray(),
      fact(store, 'lastContactAt'),
      fact(store, 'signedOut'),
    ]);
  return statusOf({
    ...{ commands, receipts, settlements, uploads, lanes, parked },
    lastReceiptAt: lastReceipt === undefined ? null : String(lastReceipt),
    lastContactAt: contact ?? null,
    signedOut: signedOut ?? false,
  });
}
