import { dropRow, keepRow } from './keep-row.ts';
import type { Draft, FieldStore } from './store.ts';
import { announce } from './write-at-once.ts';

/** Keeps a form as it stands now. `isNone`: there is nothing in it that was not there at the start. */
export async function keepDraft(
  store: FieldStore,
  draft: Draft,
  durability: IDBTransactionDurability,
  isNone: boolean,
): Promise<void> {
  const { account, key } = draft;
  if (isNone) await dropRow(store, 'drafts', [account, key]);
  else await keepRow(store, 'drafts', draft, durability);
  if (durability === 'strict') announce(store, 'drafts', [draft]);
}
