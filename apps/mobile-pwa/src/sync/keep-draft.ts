import { dropRow, keepRow } from './keep-row.ts';
import { isSameContent } from './same-content.ts';
import type { Draft, FieldStore } from './store.ts';
import { announce } from './write-at-once.ts';

/** A form as of one key. A page counts its keys: the device's clock may be set back in between. */
export interface DraftKey {
  readonly draft: Draft;
  readonly turn: number;
  /** What stands in the form where nothing is typed. */
  readonly start: unknown;
}

/** The last key of each form that was kept: a try that comes late must not lay an older text over a newer one. */
const newest = new Map<string, number>();

/** Keeps a form as it stands now; one that says what it said at the start is none. */
export async function keepDraft(
  store: FieldStore,
  { draft, turn, start }: DraftKey,
  durability: IDBTransactionDurability,
): Promise<void> {
  const { account, key } = draft;
  const name = `${store.name} ${account} ${key}`;
  if (turn < (newest.get(name) ?? 0)) return;
  newest.set(name, turn);
  if (isSameContent(draft.value, start)) await dropRow(store, 'drafts', [account, key]);
  else await keepRow(store, 'drafts', draft, durability);
  if (durability === 'strict') announce(store, 'drafts', [draft]);
}
