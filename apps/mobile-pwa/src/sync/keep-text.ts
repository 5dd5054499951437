import { sealer } from '../lock/seal-rows.ts';
import type { FieldStore, TypedText } from './store.ts';
import { announce, keyPathsOf } from './write-at-once.ts';

/** Ids whose row this page has announced, with what the counts see of it: further keys change nothing that is counted. */
const said = new WeakMap<FieldStore, Map<string, 0 | 1>>();

function saidOf(store: FieldStore): Map<string, 0 | 1> {
  const known = said.get(store) ?? new Map<string, 0 | 1>();
  said.set(store, known);
  return known;
}

function write(
  store: FieldStore,
  durability: IDBTransactionDurability,
  run: (texts: IDBObjectStore) => void,
): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  // Past Dexie, and ended in the same breath: whatever becomes of the page after this line, the browser has it.
  const transaction = store.backendDB().transaction('texts', 'readwrite', { durability });
  transaction.oncomplete = () => resolve();
  transaction.onabort = () => reject(transaction.error);
  try {
    run(transaction.objectStore('texts'));
    transaction.commit();
  } catch (error) {
    transaction.onabort = null;
    transaction.abort();
    throw error;
  }
  return promise;
}

/**
 * Keeps what is typed as it stands now. On return the browser has it, whatever becomes of the page; once the promise is
 * kept, the disk, if it is asked to be `strict`.
 */
export async function keepText(
  store: FieldStore,
  text: TypedText,
  durability: IDBTransactionDurability,
): Promise<void> {
  const { seal } = sealer(store.vault, 'texts', keyPathsOf(store.texts.schema));
  await write(store, durability, (texts) => texts.put(seal(text)));
  const known = saidOf(store);
  if (known.get(text.id) === text.held) return;
  known.set(text.id, text.held);
  announce(store, 'texts', [text, { ...text, held: 1 - text.held }]);
}

/** Forgets a text: it says again what stood there, or the person throws it away. */
export async function dropText(store: FieldStore, { id, author, visitId }: TypedText): Promise<void> {
  await write(store, 'strict', (texts) => texts.delete(id));
  saidOf(store).delete(id);
  announce(
    store,
    'texts',
    [0, 1].map((held) => ({ id, author, visitId, held })),
  );
}
