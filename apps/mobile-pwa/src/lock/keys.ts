import type { RecoveryKey } from '@kycuong/domain/sync/recovery-key.ts';
import { recoveryPurpose } from '@kycuong/domain/sync/recovery-purpose.ts';
import { newDataKey } from '@kycuong/domain/sync/row-cipher.ts';
import { wrapFor } from '@kycuong/domain/sync/sealed-key.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { fact } from '../sync/facts.ts';
import type { FieldStore, Person, StoredKey } from '../sync/store.ts';
import { beginAttempt, forgiveAttempts, pauseLeft } from './attempts.ts';
import { unwrapWithCode, wrapWithCode } from './code-wrap.ts';

/** The key under which a person writes on this device; undefined before the first code. */
export async function currentKey(store: FieldStore, account: string): Promise<StoredKey | undefined> {
  const keys = await store.keys.where('account').equals(account).toArray();
  return keys.find(({ retiredAt }) => retiredAt === null);
}

/** Everybody who has a code on this device. */
export async function peopleHere(store: FieldStore): Promise<Person[]> {
  const keys = await store.keys.toArray();
  return keys.filter(({ retiredAt }) => retiredAt === null).map(({ person }) => person);
}

async function forRecovery(key: Uint8Array, recovery: RecoveryKey | undefined) {
  if (recovery === undefined) return null;
  return { recoveryKeyId: recovery.id, wrapped: await wrapFor(recovery.publicKey, key, recoveryPurpose) };
}

/**
 * A new data key for a person under a new code, and opens it. Everything is worked out first and stored in one write:
 * a tablet that dies in between has no code yet, and asks again. Where another tab was first, its code holds and
 * false is given.
 */
export async function makeKey(
  store: FieldStore,
  person: Person,
  code: string,
  now: Date,
  iterations?: number,
): Promise<boolean> {
  const id = uuidV7(now.getTime());
  const key = newDataKey();
  const byCode = await wrapWithCode(code, id, key, iterations);
  const byRecovery = await forRecovery(key, await fact(store, 'recoveryKey'));
  const madeAt = now.toISOString();
  const stored = { id, account: person.id, person, madeAt, retiredAt: null, byCode, byRecovery };
  const isFirst = await store.transaction('rw', store.keys, async () => {
    if ((await currentKey(store, person.id)) !== undefined) return false;
    await store.keys.add({ ...stored, handedInAt: null });
    return true;
  });
  if (isFirst) store.vault.open({ account: person.id, keyId: id, key });
  return isFirst;
}

export type Unlocking =
  | { readonly outcome: 'open' | 'wrong' }
  | { readonly outcome: 'wait'; readonly ms: number };

async function tryCode(
  store: FieldStore,
  account: string,
  code: string,
  now: Date,
): Promise<Unlocking & { readonly key?: Uint8Array<ArrayBuffer>; readonly stored?: StoredKey }> {
  const stored = await currentKey(store, account);
  // Worked out while the attempt is being counted; what came of it is looked at only once that is on the disk.
  const trying = stored && unwrapWithCode(code, stored.id, stored.byCode).catch(() => undefined);
  if (!(await beginAttempt(store, account, now.getTime())))
    return { outcome: 'wait', ms: await pauseLeft(store, account, now.getTime()) };
  const key = await trying;
  return key === undefined || stored === undefined ? { outcome: 'wrong' } : { outcome: 'open', key, stored };
}

/** What a kill left of what was typed becomes commands before anything of it is shown. */
async function logLeft(store: FieldStore, account: string): Promise<void> {
  if ((await store.texts.where({ author: account }).count()) === 0) return;
  const { logTexts } = await import('../sync/log-text.ts');
  await logTexts(store, { visitId: null });
}

/**
 * Opens a person's work with the code, without a network. A wrong code costs a try, and later time; never the work.
 * `prepare` reads what is shown first, with the key, before anything is shown.
 */
export async function unlock(
  store: FieldStore,
  account: string,
  code: string,
  now: Date,
  prepare: () => Promise<unknown> = async () => undefined,
): Promise<Unlocking> {
  const { key, stored, ...tried } = await tryCode(store, account, code, now);
  if (key === undefined || stored === undefined) return tried;
  // Remembered after all: what is written from now on was not part of what was handed in.
  if (stored.handedInAt !== null) await store.keys.update(stored.id, { handedInAt: null });
  const open = { account, keyId: stored.id, key };
  store.vault.open(open, false);
  // What could not be logged stays a text; what could not be read now is read by the screen itself, which also says why.
  const left = logLeft(store, account).catch(() => undefined);
  const prepared = left.then(prepare).catch(() => undefined);
  await Promise.all([prepared.then(() => store.vault.show(open)), forgiveAttempts(store, account)]);
  return tried;
}

/** Puts the same data key under a new code, in one write; the old code holds until then. */
export async function changeCode(
  store: FieldStore,
  account: string,
  code: { readonly old: string; readonly next: string },
  now: Date,
): Promise<Unlocking> {
  const { key, stored, ...tried } = await tryCode(store, account, code.old, now);
  if (key === undefined || stored === undefined) return tried;
  await forgiveAttempts(store, account);
  const byCode = await wrapWithCode(code.next, stored.id, key);
  key.fill(0);
  await store.keys.update(stored.id, { byCode });
  return tried;
}

/** Wraps the held key for the province too, as soon as its public key is known here, and anew when that was changed. */
export async function wrapForRecovery(store: FieldStore): Promise<void> {
  const held = store.vault.held();
  const recovery = await fact(store, 'recoveryKey');
  if (held === null || recovery === undefined) return;
  const stored = await store.keys.get(held.keyId);
  if (stored === undefined || stored.byRecovery?.recoveryKeyId === recovery.id) return;
  const byRecovery = await forRecovery(held.key.slice(), recovery);
  await store.keys.update(held.keyId, { byRecovery });
}
