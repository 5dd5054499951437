import type { OpenKey } from '../lock/vault.ts';
import { facts } from '../sync/facts.ts';
import { readTotals, type SyncTotals } from '../sync/status.ts';
import type { FieldStore } from '../sync/store.ts';
import { listVisits, type VisitListing } from './read-visit.ts';

export interface VisitsHere extends VisitListing {
  /** False until the server told what the person holds. */
  readonly pulled: boolean;
  /** Server − device in ms, as far as it is known: what is today is the server's word. */
  readonly offsetMs: number;
}

/** All that the list of visits shows. */
export async function readList(store: FieldStore, account: string): Promise<VisitsHere> {
  const [[cursor, offset], listing] = await Promise.all([
    facts(store, [`cursor:${account}`, 'serverOffsetMs']),
    listVisits(store, account),
  ]);
  return { ...listing, pulled: cursor !== undefined, offsetMs: offset ?? 0 };
}

interface FirstLook {
  /** Where the list is the first screen. */
  readonly visits: VisitsHere | undefined;
  readonly totals: SyncTotals;
}

/** By the key under which it was read: forgotten with it. */
const looks = new WeakMap<OpenKey, FirstLook>();

/**
 * Reads what the first screen shows while the lock is still there, so that it comes whole and at once. `totals` as the
 * lock says them.
 */
export async function prepareFirstLook(
  store: FieldStore,
  account: string,
  { totals, list }: { readonly totals: SyncTotals | undefined; readonly list: boolean },
): Promise<void> {
  const held = store.vault.held();
  if (held?.account !== account) return;
  const [visits, said] = await Promise.all([
    list ? readList(store, account) : undefined,
    totals ?? readTotals(store),
  ]);
  looks.set(held, { visits, totals: said });
}

/** What was prepared for the first look; nothing for any later one. */
export function firstLook({ vault }: FieldStore): FirstLook | undefined {
  const held = vault.held();
  return held === null ? undefined : looks.get(held);
}

export function dropFirstLook({ vault }: FieldStore): void {
  const held = vault.held();
  if (held !== null) looks.delete(held);
}
