import { dropRow, keepRow } from './keep-row.ts';
import type { FieldStore, TypedText } from './store.ts';
import { announce } from './write-at-once.ts';

/** How this page told of each text: a further key changes nothing that is counted. */
const told = new WeakMap<FieldStore, Map<string, 0 | 1>>();

function toldOf(store: FieldStore): Map<string, 0 | 1> {
  const known = told.get(store) ?? new Map<string, 0 | 1>();
  told.set(store, known);
  return known;
}

const bothOf = ({ id, author, visitId, clock }: TypedText) =>
  [0, 1].map((held) => ({ id, author, visitId, clock, held }));

/** Keeps a text as it stands now. */
export async function keepText(
  store: FieldStore,
  text: TypedText,
  durability: IDBTransactionDurability,
): Promise<void> {
  await keepRow(store, 'texts', text, durability);
  if (toldOf(store).get(text.id) === text.held) return;
  toldOf(store).set(text.id, text.held);
  announce(store, 'texts', bothOf(text));
}

/** Forgets a text: it says again what stood there, or the person throws it away. */
export async function dropText(store: FieldStore, text: TypedText): Promise<void> {
  await dropRow(store, 'texts', text.id);
  toldOf(store).delete(text.id);
  announce(store, 'texts', bothOf(text));
}
