import { sealer } from '../lock/seal-rows.ts';
import type { FieldStore } from './store.ts';
import { keyPathsOf } from './write-at-once.ts';

type Typing = 'texts' | 'drafts';

function write(
  store: FieldStore,
  table: Typing,
  durability: IDBTransactionDurability,
  run: (rows: IDBObjectStore) => void,
): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  // Past Dexie, and ended in the same breath: whatever becomes of the page after this line, the browser has it.
  const transaction = store.backendDB().transaction(table, 'readwrite', { durability });
  transaction.oncomplete = () => resolve();
  transaction.onabort = () => reject(transaction.error);
  try {
    run(transaction.objectStore(table));
    transaction.commit();
  } catch (error) {
    transaction.onabort = null;
    transaction.abort();
    throw error;
  }
  return promise;
}

/**
 * Keeps a row of what is being typed. On return the browser has it; once the promise is kept, and where it is asked to be
 * `strict`, the disk. Live queries are told by the caller.
 */
export async function keepRow(
  store: FieldStore,
  table: Typing,
  row: object,
  durability: IDBTransactionDurability,
): Promise<void> {
  // Closed by the browser, or not opened yet: whatever asks it by the usual way opens it.
  if (!store.isOpen()) await store.meta.count();
  const { seal } = sealer(store.vault, table, keyPathsOf(store[table].schema));
  await write(store, table, durability, (rows) => rows.put(seal(row)));
}

/** Takes such a row away, in the same manner. */
export async function dropRow(store: FieldStore, table: Typing, key: IDBValidKey): Promise<void> {
  await write(store, table, 'strict', (rows) => rows.delete(key));
}
