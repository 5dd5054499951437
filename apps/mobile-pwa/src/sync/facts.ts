import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import type { Facts, FieldStore } from './store.ts';

/** A fact of the device, or undefined. What lies in `meta` was written by `setFact` under the same name. */
export async function fact<Key extends keyof Facts & string>(
  store: FieldStore,
  key: Key,
): Promise<Facts[Key] | undefined> {
  const row: { value?: unknown } | undefined = await store.meta.get(key);
  // The only writer is `setFact`, which takes the value's type from the same name.
  return row?.value as Facts[Key] | undefined;
}

/** Several facts in one request, in the order of their keys. */
export async function facts<const Keys extends readonly (keyof Facts & string)[]>(
  store: FieldStore,
  keys: Keys,
): Promise<{ readonly [At in keyof Keys]: Facts[Keys[At]] | undefined }> {
  const rows = await store.meta.bulkGet([...keys]);
  // Each by the same name as its key, as with one.
  return rows.map((row) => row?.value) as { readonly [At in keyof Keys]: Facts[Keys[At]] | undefined };
}

export async function setFact<Key extends keyof Facts & string>(
  store: FieldStore,
  key: Key,
  value: Facts[Key],
): Promise<void> {
  await store.meta.put({ key, value });
}

export async function dropFact(store: FieldStore, key: keyof Facts & string): Promise<void> {
  await store.meta.delete(key);
}

/** This device's id, made once. */
export async function deviceId(store: FieldStore): Promise<string> {
  const known = await fact(store, 'device');
  if (known !== undefined) return known;
  return store.transaction('rw', store.meta, async () => {
    const other = await fact(store, 'device');
    if (other !== undefined) return other;
    const made = uuidV7();
    await setFact(store, 'device', made);
    return made;
  });
}

/** Keeps the server's distance from the device's own time, and that it was reached. */
export async function noteServerTime(store: FieldStore, serverTime: string, nowMs: number): Promise<void> {
  const offset = Math.round(Date.parse(serverTime) - nowMs);
  if (Number.isFinite(offset)) await setFact(store, 'serverOffsetMs', offset);
  await setFact(store, 'lastContactAt', new Date(nowMs).toISOString());
}
