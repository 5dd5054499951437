import { countDrafts } from '../draft/count-drafts.ts';
import { dropFact } from '../sync/facts.ts';
import type { FieldStore } from '../sync/store.ts';
import { forgiveAttempts } from './attempts.ts';
import { currentKey } from './keys.ts';

export interface Unsent {
  readonly records: number;
  readonly photos: number;
}

/** What a person wrote here that the server has not received, counted while locked. */
export async function unsentOf(store: FieldStore, account: string): Promise<Unsent> {
  const [written, texts, answered, uploads] = await Promise.all([
    store.commands.where('author').equals(account).primaryKeys(),
    store.texts.where({ held: 0, author: account }).count(),
    store.receipts.toCollection().primaryKeys(),
    store.uploads.where('author').equals(account).toArray(),
  ]);
  const done = new Set(answered);
  return {
    records: written.filter((id) => !done.has(id)).length + texts,
    photos: uploads.filter(({ receivedAt }) => receivedAt === null).length,
  };
}

/** Texts that wait for the person's word, and drafts: never handed in, and after a new key nobody's to read. */
export async function unfinishedOf(store: FieldStore, account: string): Promise<number> {
  const [texts, drafts] = await Promise.all([
    store.texts.where({ held: 1, author: account }).count(),
    store.drafts.where('[account+key]').between([account, ''], [account, '\uffff']).primaryKeys(),
  ]);
  return texts + countDrafts(drafts);
}

/** Whether a new key may begin: nothing that only the forgotten code opens is missing at the server. */
export async function mayStartAnew(store: FieldStore, account: string): Promise<boolean> {
  const key = await currentKey(store, account);
  if (key === undefined) return false;
  if (key.handedInAt !== null) return true;
  const { records, photos } = await unsentOf(store, account);
  return records + photos === 0;
}

/** Notes that everything under the person's key was handed in sealed and taken by the server. */
export async function noteHandedIn(store: FieldStore, account: string, now: Date): Promise<void> {
  const key = await currentKey(store, account);
  if (key !== undefined) await store.keys.update(key.id, { handedInAt: now.toISOString() });
}

/**
 * Lays the key with the forgotten code aside. Nothing that was recorded is deleted; what is unfinished under it goes, since
 * nobody could read it, go on with it or throw it away any more. The next sign-in, with the password, sets a new code,
 * and all that the server holds is pulled anew.
 * @param told how many unfinished things the person was told of, and lets go.
 * @returns false when something is still to be handed in, or more would go than was told; then nothing changed.
 */
export async function startAnew(store: FieldStore, account: string, now: Date, told = 0): Promise<boolean> {
  const { keys, commands, texts, drafts, receipts, uploads, meta } = store;
  return store.transaction('rw', [keys, commands, texts, drafts, receipts, uploads, meta], async () => {
    const key = await currentKey(store, account);
    if (key === undefined || !(await mayStartAnew(store, account))) return false;
    if ((await unfinishedOf(store, account)) > told) return false;
    await texts.where({ held: 1, author: account }).delete();
    await drafts.where('[account+key]').between([account, ''], [account, '\uffff']).delete();
    await keys.update(key.id, { retiredAt: now.toISOString() });
    await dropFact(store, `cursor:${account}`);
    await forgiveAttempts(store, account);
    return true;
  });
}
