import { dropRow, keepRow } from './keep-row.ts';
import type { Draft, FieldStore } from './store.ts';
import { announce } from './write-at-once.ts';

/** When this page kept each form last: a try that comes late must not lay an older text over a newer one. */
const newest = new Map<string, string>();

/** Keeps a form as it stands now. `isNone`: there is nothing in it that was not there at the start. */
export async function keepDraft(
  store: FieldStore,
  draft: Draft,
  durability: IDBTransactionDurability,
  isNone: boolean,
): Promise<void> {
  const { account, key, savedAt } = draft;
  const name = `${store.name} ${account} ${key}`;
  if (savedAt < (newest.get(name) ?? '')) return;
  newest.set(name, savedAt);
  if (isNone) await dropRow(store, 'drafts', [account, key]);
  else await keepRow(store, 'drafts', draft, durability);
  if (durability === 'strict') announce(store, 'drafts', [draft]);
}
