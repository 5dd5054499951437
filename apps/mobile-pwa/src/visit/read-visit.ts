import { type OpenConflict, openConflicts } from '@kycuong/domain/visit/open-conflicts.ts';
import type { VisitState } from '@kycuong/domain/visit/visit-state.ts';
import { type VisitView, viewOf } from '@kycuong/domain/visit/visit-view.ts';
import { isReadable } from '../lock/seal-rows.ts';
import type { FieldStore, HeldVisit, LoggedCommand } from '../sync/store.ts';
import { visitHistory } from '../sync/visit-history.ts';

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

function stateOf({ status }: HeldVisit, view: VisitView): VisitState {
  if (view.closed || status === 'closed') return 'closed';
  if (view.submitted || status === 'submitted') return 'submitted';
  return view.checkedInAt !== null || view.answers.size > 0 ? 'open' : status;
}

/** Undefined when the visit is not on this device. */
export async function readVisit(
  store: FieldStore,
  account: string,
  visitId: string,
): Promise<OpenVisit | undefined> {
  const held = await store.packets.get([account, visitId]);
  if (!isReadable(held)) return undefined;
  const [history, all, receipts, settlements] = await Promise.all([
    visitHistory(store, account, visitId),
    store.commands.where('visitId').equals(visitId).toArray(),
    store.receipts.where('visitId').equals(visitId).toArray(),
    store.settlements.toCollection().primaryKeys(),
  ]);
  const logged = all.filter(isReadable);
  const view = viewOf(history);
  const state = stateOf(held, view);
  const statuses = new Map(receipts.map(({ id, status }) => [id, status]));
  const settled = new Set(settlements);
  const conflicts = openConflicts(
    history,
    logged.filter(({ id }) => statuses.get(id) === 'refused'),
  );
  const itemsWith = (isMeant: (command: LoggedCommand) => boolean) =>
    new Set(logged.filter(isMeant).flatMap((command) => itemOf(command) ?? []));
  return {
    held,
    view,
    state,
    writable: state !== 'closed' && !held.revoked,
    refusedItems: itemsWith(({ id }) => statuses.get(id) === 'refused' && !settled.has(id)),
    conflicts,
    conflictItems: new Set(conflicts.map(({ itemCode }) => itemCode)),
    leads: held.packet.team.some(({ accountId, role }) => accountId === account && role === 'leader'),
    mySections: new Set([...view.sections].flatMap(([code, { value }]) => (value === account ? [code] : []))),
    unsentState: logged.some(
      ({ id, action }) => (action === 'visit.submit' || action === 'visit.close') && !statuses.has(id),
    ),
    nameOf: (id) => held.packet.team.find(({ accountId }) => accountId === id)?.fullName ?? '',
  };
}
