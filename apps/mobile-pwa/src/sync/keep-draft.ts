import { dropRow, keepRow } from './keep-row.ts';
import type { Draft, FieldStore } from './store.ts';
import { announce } from './write-at-once.ts';

/** A form as of one key. A page counts its keys: the device's clock may be set back in between. */
export interface DraftKey {
  readonly draft: Draft;
  readonly turn: number;
}

/** The last key of each form that was kept: a try that comes late must not lay an older text over a newer one. */
const newest = new Map<string, number>();

/** Keeps a form as it stands now. `isNone`: there is nothing in it that was not there at the start. */
export async function keepDraft(
  store: FieldStore,
  { draft, turn }: DraftKey,
  durability: IDBTransactionDurability,
  isNone: boolean,
): Promise<void> {
  const { account, key } = draft;
  const name = `${store.name} ${account} ${key}`;
  if (turn < (newest.get(name) ?? 0)) return;
  newest.set(name, turn);
  if (isNone) await dropRow(store, 'drafts', [account, key]);
  else await keepRow(store, 'drafts', draft, durability);
  if (durability === 'strict') announce(store, 'drafts', [draft]);
}
