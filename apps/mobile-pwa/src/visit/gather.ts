import { type FieldCommand, timeOf } from '@kycuong/domain/sync/field-command.ts';
import type { FieldStore } from '../sync/store.ts';
import { visitHistory } from '../sync/visit-history.ts';

/** What this device has of one person at a visit. */
export interface Gathered {
  /** Come from the server; photos are those that are named, not their bytes. */
  readonly records: number;
  readonly photos: number;
  /** When the server took the last of it; null: nothing has come. */
  readonly lastAt: string | null;
  readonly handedInAt: string | null;
  /** Written on this device and not received yet. */
  readonly waiting: number;
}

const nothing: Gathered = { records: 0, photos: 0, lastAt: null, handedInAt: null, waiting: 0 };

function add(so: Gathered, command: FieldCommand): Gathered {
  const { action, receivedAt } = command;
  const { at: writtenAt } = timeOf(command);
  // What an earlier release pulled does not tell when the server took it.
  const at = receivedAt ?? writtenAt;
  const photo = action === 'evidence.attach' ? 1 : 0;
  return {
    ...so,
    records: so.records + 1 - photo,
    photos: so.photos + photo,
    lastAt: so.lastAt === null || at > so.lastAt ? at : so.lastAt,
    handedInAt: action === 'visit.submit' ? writtenAt : so.handedInAt,
  };
}

/** By author, from the commands themselves: who is not in it has sent nothing that this device knows of. */
export function gather(
  history: readonly FieldCommand[],
  waiting: ReadonlySet<string>,
): ReadonlyMap<string, Gathered> {
  const people = new Map<string, Gathered>();
  for (const command of history) {
    const so = people.get(command.author) ?? nothing;
    const more = waiting.has(command.id) ? { ...so, waiting: so.waiting + 1 } : add(so, command);
    people.set(command.author, more);
  }
  return people;
}

/** As `gather`, of what lies on this device. */
export async function readGathered(
  store: FieldStore,
  account: string,
  visitId: string,
): Promise<ReadonlyMap<string, Gathered>> {
  const [history, logged, answered] = await Promise.all([
    visitHistory(store, account, visitId),
    store.commands.where('visitId').equals(visitId).primaryKeys(),
    store.receipts.where('visitId').equals(visitId).primaryKeys(),
  ]);
  const received = new Set([
    ...answered,
    ...history.flatMap(({ id, receivedAt }) => (receivedAt === undefined ? [] : [id])),
  ]);
  return gather(history, new Set(logged.filter((id) => !received.has(id))));
}
