import type { OpenKey } from '../lock/vault.ts';
import { fact } from '../sync/facts.ts';
import type { FieldStore } from '../sync/store.ts';
import { listVisits, type VisitListing } from './read-visit.ts';

export interface VisitsHere extends VisitListing {
  /** False until the server told what the person holds. */
  readonly pulled: boolean;
}

/** All that the list of visits shows. */
export async function readList(store: FieldStore, account: string): Promise<VisitsHere> {
  const [cursor, listing] = await Promise.all([fact(store, `cursor:${account}`), listVisits(store, account)]);
  return { ...listing, pulled: cursor !== undefined };
}

/** By the key under which it was read: forgotten with it. */
const ready = new WeakMap<OpenKey, VisitsHere>();

/** Reads the list while the lock is still on the screen, so that it comes whole and at once. */
export async function prepareList(store: FieldStore, account: string): Promise<void> {
  const held = store.vault.held();
  if (held?.account === account) ready.set(held, await readList(store, account));
}

/** What was prepared for the first look; nothing for any later one. */
export function preparedList({ vault }: FieldStore): VisitsHere | undefined {
  const held = vault.held();
  return held === null ? undefined : ready.get(held);
}

export function dropPreparedList({ vault }: FieldStore): void {
  const held = vault.held();
  if (held !== null) ready.delete(held);
}
