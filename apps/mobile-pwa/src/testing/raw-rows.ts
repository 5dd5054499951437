import type { FieldStore } from '../sync/store.ts';

type Row = Readonly<Record<string, unknown>>;

function asked<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Every row as it lies in the browser's database, read past everything of ours. */
export async function rawRows(store: FieldStore): Promise<ReadonlyMap<string, readonly Row[]>> {
  const database = store.backendDB();
  const names = [...database.objectStoreNames];
  const open = database.transaction(names, 'readonly');
  const read = names.map(
    async (name) => [name, await asked<Row[]>(open.objectStore(name).getAll())] as const,
  );
  return new Map(await Promise.all(read));
}
