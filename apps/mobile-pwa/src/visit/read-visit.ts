import type { OpenConflict } from '@kycuong/domain/visit/open-conflicts.ts';
import type { VisitState } from '@kycuong/domain/visit/visit-state.ts';
import type { VisitView } from '@kycuong/domain/visit/visit-view.ts';
import { isReadable } from '../lock/seal-rows.ts';
import type { Digest, FieldStore, HeldVisit, LoggedCommand, VisitHead } from '../sync/store.ts';
import { digestOf, hasBegun, knowVisit, memoryTables, printOf } from '../sync/visit-memory.ts';
import { headOf } from './head-of.ts';

/** A visit as it stands on this device, what was written here included. */
export interface OpenVisit {
  readonly held: HeldVisit;
  readonly view: VisitView;
  readonly state: VisitState;
  /** Something may still be written. */
  readonly writable: boolean;
  /** Items with something that the server did not accept and nobody has settled. */
  readonly refusedItems: ReadonlySet<string>;
  /** Where the team wrote differently and the leader has not chosen yet, as far as this device knows. */
  readonly conflicts: readonly OpenConflict[];
  /** The items of those. */
  readonly conflictItems: ReadonlySet<string>;
  /** Whoever holds the device leads the team. */
  readonly leads: boolean;
  /** Codes of the sections that are theirs by the leader's word. */
  readonly mySections: ReadonlySet<string>;
  /** Handed in or closed here, and the server has not said yet that it has it. */
  readonly unsentState: boolean;
  /** Name of a team member by account. */
  readonly nameOf: (accountId: string) => string;
}

function itemOf(command: LoggedCommand): string | null {
  if (command.action === 'answer.set' || command.action === 'answer.settle') return command.payload.itemCode;
  if (command.action === 'finding.raise') return command.payload.itemCode ?? null;
  if (command.action === 'evidence.attach' && command.payload.target.kind === 'item')
    return command.payload.target.id;
  return null;
}

function stateOf(
  { status }: Pick<HeldVisit, 'status'>,
  {
    begun,
    checkInTakenBack,
    submitted,
    closed,
  }: Pick<Digest, 'begun' | 'checkInTakenBack' | 'submitted' | 'closed'>,
): VisitState {
  if (closed || status === 'closed') return 'closed';
  if (submitted || status === 'submitted') return 'submitted';
  if (begun) return 'open';
  // What the server said last was said before that, or tells of a colleague's work by itself.
  return checkInTakenBack === true ? 'planned' : status;
}

/** Undefined when the visit is not on this device. */
export async function readVisit(
  store: FieldStore,
  account: string,
  visitId: string,
): Promise<OpenVisit | undefined> {
  return store.transaction('r', [...memoryTables(store), store.packets, store.settlements], async () => {
    const held = await store.packets.get([account, visitId]);
    if (!isReadable(held)) return undefined;
    const [known, settlements] = await Promise.all([
      knowVisit(store, account, visitId),
      store.settlements.toCollection().primaryKeys(),
    ]);
    const { view, logged, refused, conflicts } = known;
    const state = stateOf(held, { ...view, begun: hasBegun(view) });
    const settled = new Set(settlements);
    const endings = logged.filter(({ action }) => action === 'visit.submit' || action === 'visit.close');
    const answered = new Set(
      endings.length === 0
        ? []
        : await store.receipts
            .where('id')
            .anyOf(endings.map(({ id }) => id))
            .primaryKeys(),
    );
    const itemsWith = (isMeant: (id: string) => boolean) =>
      new Set(logged.flatMap((command) => (isMeant(command.id) ? (itemOf(command) ?? []) : [])));
    return {
      held,
      view,
      state,
      writable: state !== 'closed' && !held.revoked,
      refusedItems: itemsWith((id) => refused.has(id) && !settled.has(id)),
      conflicts,
      conflictItems: new Set(conflicts.map(({ itemCode }) => itemCode)),
      leads: held.packet.team.some(({ accountId, role }) => accountId === account && role === 'leader'),
      mySections: new Set(
        [...view.sections].flatMap(([code, { value }]) => (value === account ? [code] : [])),
      ),
      unsentState: endings.some(({ id }) => !answered.has(id)),
      nameOf: (id) => held.packet.team.find(({ accountId }) => accountId === id)?.fullName ?? '',
    };
  });
}

/** A visit as the list shows it. */
export interface ListedVisit extends Pick<OpenVisit, 'state' | 'unsentState'> {
  readonly held: VisitHead;
  readonly answered: number;
  readonly findings: number;
  readonly dossiers: number;
  readonly digest: Digest;
  /** The digest lies on the disk as it is. */
  readonly fresh: boolean;
}

async function listOne(store: FieldStore, held: VisitHead, kept: Digest | undefined): Promise<ListedVisit> {
  const { account, visitId } = held;
  const fresh = kept?.print === (await printOf(store, account, visitId));
  const digest = kept && fresh ? kept : digestOf(account, visitId, await knowVisit(store, account, visitId));
  const received = digest.endings.length === 0 ? [] : await store.receipts.bulkGet([...digest.endings]);
  const { answered, findings, dossiers } = digest;
  return {
    held,
    state: stateOf(held, digest),
    unsentState: received.includes(undefined),
    ...{ answered, findings, dossiers, digest, fresh },
  };
}

/** The heads of all packets that can be read; made from the packet where there is none. */
async function readHeads(store: FieldStore, account: string) {
  const [keys, rows] = await Promise.all([
    store.packets.where('account').equals(account).primaryKeys(),
    store.heads.where('account').equals(account).toArray(),
  ]);
  const kept = rows.filter(isReadable);
  const known = new Set(kept.map(({ visitId }) => visitId));
  const missing = keys.filter(([, visitId]) => !known.has(visitId));
  const packets = missing.length === 0 ? [] : await store.packets.bulkGet(missing);
  return { kept, made: packets.filter(isReadable).map(headOf) };
}

const listTables = (store: FieldStore) => [
  ...memoryTables(store),
  ...[store.packets, store.heads, store.digests],
];

export interface VisitListing {
  readonly visits: readonly ListedVisit[];
  /** Heads or digests had to be computed; `keepListing` spares the next start that. */
  readonly computed: boolean;
}

async function readListing(store: FieldStore, account: string): Promise<VisitListing> {
  const [{ kept, made }, rows] = await Promise.all([
    readHeads(store, account),
    store.digests.where('account').equals(account).toArray(),
  ]);
  const digests = new Map(rows.filter(isReadable).map((digest) => [digest.visitId, digest]));
  const visits = await Promise.all(
    [...kept, ...made].map((head) => listOne(store, head, digests.get(head.visitId))),
  );
  return { visits, computed: made.length > 0 || visits.some(({ fresh }) => !fresh) };
}

/** All visits that a person holds, from their heads and digests; only what changed since is read anew. */
export async function listVisits(store: FieldStore, account: string): Promise<VisitListing> {
  return store.transaction('r', listTables(store), async () => readListing(store, account));
}

/** Keeps the heads and digests that had to be computed, so that the next start need not. Locks no log. */
export async function keepListing(store: FieldStore, account: string): Promise<void> {
  const { visits } = await store.transaction('r', listTables(store), async () => readListing(store, account));
  await store.digests.bulkPut(visits.flatMap(({ digest, fresh }) => (fresh ? [] : [digest])));
  // A packet may have changed since: its head is made under the lock under which packets change.
  await store.transaction('rw', store.packets, store.heads, async () => {
    await store.heads.bulkPut((await readHeads(store, account)).made);
  });
}
