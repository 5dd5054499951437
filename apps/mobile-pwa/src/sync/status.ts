import type { Receipt } from '@kycuong/domain/sync/receipt.ts';
import type { Table } from 'dexie';
import { facts } from './facts.ts';
import type {
  Facts,
  FieldStore,
  Lane,
  LoggedCommand,
  Parked,
  Settlement,
  TypedText,
  Upload,
} from './store.ts';
import { type Trouble, troubles } from './trouble.ts';

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
    /** Of those that wait: typed, and not to be logged before the person has looked at it. */
    readonly held: number;
    /** The server keeps it and has not applied it: the leader of the team decides. */
    readonly quarantined: number;
    /** Not accepted, and left at that by the person's word: it lies here and is not sent again. */
    readonly rested: number;
  };
  readonly photos: Counts & {
    readonly refused: number;
    readonly quarantined: number;
    readonly rested: number;
  };
}

export interface SyncTotals extends VisitSync {
  /**
   * Everything written on this device is with the server, and what was refused was mended; some of it may wait there
   * for the leader. False while nothing was written.
   */
  readonly allReceived: boolean;
  /** Why the last try brought nothing, while something waits. */
  readonly trouble: Trouble | null;
  /** Records and files, each of which is alone more than the way lets through. */
  readonly tooLarge: number;
  /** Unix ms of the next try, when it is set. */
  readonly nextTryAt: number | null;
  readonly lastReceiptAt: string | null;
  /** When the server was last reached, on the device's own clock. */
  readonly lastContactAt: string | null;
  readonly signedOut: boolean;
}

export interface SyncStatus extends SyncTotals {
  readonly byVisit: ReadonlyMap<string, VisitSync>;
}

export interface SyncFacts {
  readonly commands: readonly Pick<LoggedCommand, 'id' | 'visitId'>[];
  /** Typed, and no commands yet. */
  readonly texts: readonly Pick<TypedText, 'visitId' | 'held'>[];
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

/** How many rows there are of each kind, at one visit or on the whole device. */
export interface Tally {
  readonly commands: number;
  /** Typed, and no commands yet; of these, those that wait for the person. */
  readonly texts: number;
  readonly held: number;
  readonly receipts: number;
  readonly conflict: number;
  readonly refused: number;
  readonly quarantined: number;
  /** Refused, and mended, handed to the leader or laid to rest; of these, the latter two. */
  readonly settled: number;
  readonly handed: number;
  readonly rested: number;
  readonly sending: number;
  readonly parked: number;
  readonly uploads: number;
  readonly uploadsReceived: number;
  readonly uploadsSending: number;
  /** Not received, and the ticket refused; of these, settled; of these, handed to the leader and laid to rest. */
  readonly uploadsRefused: number;
  readonly uploadsSettled: number;
  readonly uploadsHanded: number;
  readonly uploadsRested: number;
  /** Not received, and the ticket waits for the leader. */
  readonly uploadsQuarantined: number;
}

type Statuses = ReadonlyMap<string, Receipt['status'] | undefined>;

/**
 * How refused commands were settled. One handed to the leader counts as with the leader only once the server has the
 * command that hands it over; when the leader has decided, it is not refused or not settled any more.
 */
function settledBy(settlements: readonly Settlement[], statuses: Statuses) {
  const isTaken = (id: string | null) => {
    const status = statuses.get(id ?? '');
    return status === 'applied' || status === 'conflict';
  };
  const of = (isMeant: (settlement: Settlement) => boolean) =>
    new Set(settlements.flatMap((one) => (isMeant(one) ? [one.refusedId] : [])));
  return {
    settled: of(() => true),
    handed: of(({ toLeader, mendedBy }) => toLeader === true && isTaken(mendedBy)),
    rested: of(({ mendedBy }) => mendedBy === null),
  };
}

function countIn(ids: readonly string[], { settled, handed, rested }: ReturnType<typeof settledBy>) {
  const count = (among: ReadonlySet<string>) => ids.filter((id) => among.has(id)).length;
  return { settled: count(settled), handed: count(handed), rested: count(rested) };
}

/** A photo that is asked about while its ticket is refused or before the leader is counted there alone. */
const isAside = (ticket: Receipt['status'] | undefined) => ticket === 'refused' || ticket === 'quarantined';

/** Counts rows one by one; what `readTally` gets from the indexes has to be the same. */
export function tallyOf(facts: SyncFacts, isCounted: (row: { visitId: string }) => boolean): Tally {
  const receipts = new Map(facts.receipts.map(({ id, status }) => [id, status]));
  const ways = settledBy(facts.settlements, receipts);
  const parked = new Set(facts.parked.map(({ id }) => id));
  const underWay = new Set(facts.lanes.flatMap(({ sendingIds }) => sendingIds));
  const commands = facts.commands.filter(isCounted);
  const answered = commands.filter(({ id }) => receipts.has(id));
  const open = commands.filter(({ id }) => !receipts.has(id));
  const refused = answered.filter(({ id }) => receipts.get(id) === 'refused');
  const texts = facts.texts.filter(isCounted);
  const uploads = facts.uploads.filter(isCounted);
  const away = uploads.filter(({ receivedAt }) => receivedAt === null);
  const awayRefused = away
    .map(({ commandId }) => commandId)
    .filter((commandId) => receipts.get(commandId) === 'refused');
  const photos = countIn(awayRefused, ways);
  return {
    commands: commands.length,
    texts: texts.length,
    held: texts.filter(({ held }) => held === 1).length,
    receipts: answered.length,
    conflict: answered.filter(({ id }) => receipts.get(id) === 'conflict').length,
    refused: refused.length,
    quarantined: answered.filter(({ id }) => receipts.get(id) === 'quarantined').length,
    ...countIn(
      refused.map(({ id }) => id),
      ways,
    ),
    sending: open.filter(({ id }) => underWay.has(id)).length,
    parked: open.filter(({ id }) => parked.has(id)).length,
    uploads: uploads.length,
    uploadsReceived: uploads.length - away.length,
    uploadsSending: away.filter(
      ({ sending, commandId }) => sending === 1 && !isAside(receipts.get(commandId)),
    ).length,
    uploadsRefused: awayRefused.length,
    uploadsSettled: photos.settled,
    uploadsHanded: photos.handed,
    uploadsRested: photos.rested,
    uploadsQuarantined: away.filter(({ commandId }) => receipts.get(commandId) === 'quarantined').length,
  };
}

function countsOf(tally: Tally): VisitSync {
  const open = tally.commands - tally.receipts;
  // Between a receipt and the end of its request, what is under way is answered already.
  const sending = Math.min(tally.sending, open);
  const away = tally.uploads - tally.uploadsReceived - tally.uploadsRefused - tally.uploadsQuarantined;
  return {
    records: {
      // What is typed is the server's no more than what is logged.
      waiting: open - sending + tally.texts,
      sending,
      received: tally.receipts - tally.refused - tally.quarantined,
      conflict: tally.conflict,
      refused: tally.refused - tally.settled,
      parked: tally.parked,
      held: tally.held,
      quarantined: tally.quarantined + tally.handed,
      rested: tally.rested,
    },
    photos: {
      waiting: away - tally.uploadsSending,
      sending: tally.uploadsSending,
      received: tally.uploadsReceived,
      refused: tally.uploadsRefused - tally.uploadsSettled,
      quarantined: tally.uploadsQuarantined + tally.uploadsHanded,
      rested: tally.uploadsRested,
    },
  };
}

interface Ground {
  /** Lanes, parked commands and uploads that had trouble. */
  readonly lanes: readonly Omit<Lane, 'sendingIds' | 'failures' | 'batch'>[];
  readonly parked: readonly Omit<Parked, 'id' | 'failures'>[];
  readonly uploads: readonly Pick<Upload, 'trouble' | 'triedAt' | 'notBefore' | 'receivedAt'>[];
  /** The last round ended before anything was sent; what stands of earlier tries is older. */
  readonly round?: Facts['roundTrouble'] | undefined;
  readonly lastReceiptAt: string | null;
  readonly lastContactAt: string | null;
  readonly signedOut: boolean;
}

/** What the screen may say, from receipts alone: a thing is received when its receipt lies here, and not before. */
function totalsOf(tally: Tally, ground: Ground): SyncTotals {
  const all = countsOf(tally);
  const { records, photos } = all;
  const open = records.waiting + records.sending + photos.waiting + photos.sending;
  const { round } = ground;
  const large = ground.parked.filter(({ trouble }) => trouble === 'too-large');
  const away = ground.uploads.filter(({ receivedAt }) => receivedAt === null);
  const stuck = [...ground.lanes, ...away].filter(({ trouble }) => trouble !== null);
  const lastAt = Math.max(...stuck.map(({ triedAt = 0 }) => triedAt));
  const waitOf = ({ author, visitId, notBefore }: (typeof ground.parked)[number]) =>
    ground.lanes.reduce(
      (at, lane) => (lane.author === author && lane.visitId === visitId ? Math.max(at, lane.notBefore) : at),
      notBefore,
    );
  // A lane that goes on with what is not parked has no wait of its own.
  const tries = round
    ? [round.nextTryAt]
    : [...stuck.map(({ notBefore }) => notBefore), ...ground.parked.map(waitOf)].filter((at) => at > 0);
  // What was parked for its size is told of while nothing has failed since.
  const last = stuck.length > 0 ? stuck.filter(({ triedAt = 0 }) => triedAt === lastAt) : large;
  const told = round ? [round] : last;
  const isClean =
    records.refused + photos.refused + photos.quarantined + records.rested + photos.rested === 0;
  return {
    ...all,
    // A record that waits for the leader is with the server; the bytes of its photo are here alone until it is let in.
    allReceived: records.received + records.quarantined > 0 && open === 0 && isClean,
    trouble:
      open === 0 ? null : (troubles.find((name) => told.some(({ trouble }) => trouble === name)) ?? null),
    tooLarge: large.length + away.filter(({ trouble }) => trouble === 'too-large').length,
    nextTryAt: open === 0 || tries.length === 0 ? null : Math.min(...tries),
    lastReceiptAt: ground.lastReceiptAt,
    lastContactAt: ground.lastContactAt,
    signedOut: ground.signedOut,
  };
}

/** The status computed from all rows. */
export function statusOf(facts: SyncFacts): SyncStatus {
  const visitIds = new Set(
    [...facts.commands, ...facts.texts, ...facts.uploads].map(({ visitId }) => visitId),
  );
  return {
    ...totalsOf(
      tallyOf(facts, () => true),
      facts,
    ),
    byVisit: new Map(
      [...visitIds].map((visitId) => [visitId, countsOf(tallyOf(facts, (row) => row.visitId === visitId))]),
    ),
  };
}

/** Answers to what this device handed in sealed, as long as its author has not got the receipt himself. */
async function sealedAnswers(store: FieldStore, visitId: string | null) {
  const rows = await (visitId === null
    ? store.sealedAnswers.toArray()
    : store.sealedAnswers.where('visitId').equals(visitId).toArray());
  const answered =
    rows.length === 0
      ? []
      : await store.receipts
          .where('id')
          .anyOf(rows.map(({ id }) => id))
          .primaryKeys();
  const known = new Set(answered);
  const open = rows.filter(({ id }) => !known.has(id));
  const of = (wanted: Receipt['status']) => open.flatMap(({ id, status }) => (status === wanted ? [id] : []));
  return {
    all: open.length,
    conflict: of('conflict').length,
    refused: of('refused'),
    quarantined: of('quarantined'),
  };
}

async function ticketsOf(store: FieldStore, commandIds: readonly string[]): Promise<Upload[]> {
  return commandIds.length === 0 ? [] : store.uploads.where('commandId').anyOf(commandIds).toArray();
}

/** What became of the commands that hand something to the leader. */
async function handingStatuses(store: FieldStore, settlements: readonly Settlement[]): Promise<Statuses> {
  const ids = settlements.flatMap(({ toLeader, mendedBy }) => (toLeader && mendedBy ? [mendedBy] : []));
  const answers = ids.length === 0 ? [] : await store.receipts.bulkGet(ids);
  return new Map(ids.map((id, index) => [id, answers[index]?.status]));
}

/**
 * The same numbers without reading a row that holds work: a tablet with thousands of records asks at each touch.
 * @param visitId null: the whole device.
 */
export async function readTally(store: FieldStore, visitId: string | null): Promise<Tally> {
  const of = <Row, Key>(table: Table<Row, Key>) =>
    visitId === null ? table.toCollection() : table.where({ visitId });
  const answered = (status: Receipt['status']) =>
    visitId === null
      ? store.receipts.where('status').equals(status)
      : store.receipts.where('[visitId+status]').equals([visitId, status]);
  const texts = (held?: 0 | 1) =>
    visitId === null
      ? store.texts.where('held').anyOf(held ?? [0, 1])
      : store.texts.where('[visitId+held]').between([visitId, held ?? 0], [visitId, held ?? 1], true, true);
  const [typed, heldTexts, commands, receipts, conflict, refused, held, sealed, settlements, lanes, parked] =
    await Promise.all([
      texts().count(),
      texts(1).count(),
      of(store.commands).count(),
      of(store.receipts).count(),
      answered('conflict').count(),
      answered('refused').primaryKeys(),
      answered('quarantined').primaryKeys(),
      sealedAnswers(store, visitId),
      store.settlements.toArray(),
      store.lanes.toArray(),
      of(store.parked).count(),
    ]);
  const [uploads, uploadsReceived, uploadsSending, tickets, heldTickets] = await Promise.all([
    of(store.uploads).count(),
    (visitId === null
      ? store.uploads.where('receivedAt').above('')
      : store.uploads.where('[visitId+receivedAt]').between([visitId, ''], [visitId, '\uffff'])
    ).count(),
    (visitId === null
      ? store.uploads.where('sending').equals(1)
      : store.uploads.where('[visitId+sending]').equals([visitId, 1])
    ).count(),
    ticketsOf(store, [...refused, ...sealed.refused]),
    ticketsOf(store, [...held, ...sealed.quarantined]),
  ]);
  const away = tickets.flatMap(({ receivedAt, commandId }) => (receivedAt === null ? [commandId] : []));
  const ways = settledBy(settlements, await handingStatuses(store, settlements));
  const photos = countIn(away, ways);
  return {
    commands,
    texts: typed,
    held: heldTexts,
    receipts: receipts + sealed.all,
    conflict: conflict + sealed.conflict,
    refused: refused.length + sealed.refused.length,
    quarantined: held.length + sealed.quarantined.length,
    ...countIn([...refused, ...sealed.refused], ways),
    sending: lanes
      .filter((lane) => visitId === null || lane.visitId === visitId)
      .reduce((sum, { sendingIds }) => sum + sendingIds.length, 0),
    parked,
    uploads,
    uploadsReceived,
    uploadsSending:
      uploadsSending - [...tickets, ...heldTickets].filter(({ sending }) => sending === 1).length,
    uploadsRefused: away.length,
    uploadsSettled: photos.settled,
    uploadsHanded: photos.handed,
    uploadsRested: photos.rested,
    uploadsQuarantined: heldTickets.filter(({ receivedAt }) => receivedAt === null).length,
  };
}

/**
 * The facts of the whole device, whoever wrote: another person's unsent work is unsent work. From keys and indexes
 * alone, so that it is as true while the tablet is locked.
 */
export async function readTotals(store: FieldStore): Promise<SyncTotals> {
  const tables = [
    ...[store.meta, store.commands, store.texts, store.receipts, store.settlements],
    ...[store.lanes, store.parked, store.uploads, store.sealedAnswers],
  ];
  return store.transaction('r', tables, async () => {
    const [tally, lanes, parked, uploads, [lastReceiptAt], [contact, signedOut, round]] = await Promise.all([
      readTally(store, null),
      store.lanes.toArray(),
      store.parked.toArray(),
      store.uploads.where('notBefore').above(0).toArray(),
      store.receipts.orderBy('storedAt').reverse().limit(1).keys(),
      facts(store, ['lastContactAt', 'signedOut', 'roundTrouble']),
    ]);
    return totalsOf(tally, {
      ...{ lanes, parked, uploads, round },
      lastReceiptAt: typeof lastReceiptAt === 'string' ? lastReceiptAt : null,
      lastContactAt: contact ?? null,
      signedOut: signedOut ?? false,
    });
  });
}

/** With the counts of each visit that has anything on this device. */
export async function readStatus(store: FieldStore): Promise<SyncStatus> {
  const [written, typed, attached] = await Promise.all([
    store.commands.orderBy('visitId').uniqueKeys(),
    store.texts.orderBy('visitId').uniqueKeys(),
    store.uploads.orderBy('visitId').uniqueKeys(),
  ]);
  const visitIds = [...new Set([...written, ...typed, ...attached].map(String))];
  const tallies = await Promise.all(visitIds.map((visitId) => readTally(store, visitId)));
  const byVisit = new Map(
    visitIds.flatMap((visitId, index) => {
      const tally = tallies[index];
      return tally ? [[visitId, countsOf(tally)] as const] : [];
    }),
  );
  return { ...(await readTotals(store)), byVisit };
}
