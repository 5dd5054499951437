import { type ReportWipe, type SignedWipeOrder, wipeOrderText } from '@kycuong/domain/device/wipe-order.ts';
import { fromBase64url } from '@kycuong/domain/sync/base64url.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { countDrafts } from '../draft/count-drafts.ts';
import { fact, setFact } from '../sync/facts.ts';
import type { FieldStore } from '../sync/store.ts';
import type { ContactSigner } from './contact-signer.ts';
import { countUnsent, type Unsent } from './unsent.ts';

/**
 * How far a wipe has come. `ordered`: a valid order stands and what is unsent is being handed in; nothing is destroyed.
 * From `destroying` on there is no way back; `destroyed`: only the key that signs the report is left.
 */
export interface WipeProgress {
  readonly order: SignedWipeOrder;
  readonly stage: 'ordered' | 'destroying' | 'destroyed';
  readonly unsent: Unsent;
  /** Id of the command that reports it: sent again after a cut, it is answered once. */
  readonly reportId: string;
  readonly report: ReportWipe | null;
}

/** What is left on a device that was wiped: that it was. */
export interface Wiped {
  readonly at: string;
  readonly reason: string;
  readonly report: ReportWipe;
}

/** What the server said to the device that signed; null: it did not take the contact for this device's. */
export type DeviceAnswer = { readonly order: SignedWipeOrder | null } | null;

export interface WipeGround {
  readonly store: FieldStore;
  readonly signer: Pick<ContactSigner, 'wasAsked'>;
  readonly server: { readonly reportWipe: (id: string, report: ReportWipe) => Promise<'taken' | 'refused'> };
  /**
   * Hands everything in sealed, where the normal way does not do. Returns how many files the server took; throws, or is
   * left out, where it cannot: then the device waits.
   */
  readonly handInSealed?: (store: FieldStore) => Promise<number>;
  readonly now: () => number;
}

/** By the key pinned at registration, for this device, in answer to a contact that this page has just signed. */
async function isGenuine({ store, signer }: WipeGround, order: SignedWipeOrder): Promise<boolean> {
  const [own, registration] = await Promise.all([fact(store, 'device'), fact(store, 'registration')]);
  if (order.deviceId !== own || !registration?.orderKey || !signer.wasAsked(order.contact)) return false;
  const curve = { name: 'ECDSA', namedCurve: 'P-256' } as const;
  try {
    const key = await crypto.subtle.importKey('spki', fromBase64url(registration.orderKey), curve, false, [
      'verify',
    ]);
    const text = new TextEncoder().encode(wipeOrderText(order));
    const hashed = { name: 'ECDSA', hash: 'SHA-256' } as const;
    return await crypto.subtle.verify(hashed, key, fromBase64url(order.signature), text);
  } catch {
    return false;
  }
}

const dataTables = (store: FieldStore) =>
  store.tables.filter(({ name }) => name !== 'meta' && name !== 'deviceKeys');

/** What a sealed hand-in took: how many files the server has of it, and how much was written when it began. */
interface Sealed {
  readonly files: number;
  readonly written: number;
}

/** A text that becomes a command meanwhile is not written anew; a photo comes with its command. */
async function countWritten({ commands, texts }: FieldStore): Promise<number> {
  return (await commands.count()) + (await texts.count());
}

async function handInSealed({ store, handInSealed: hand }: WipeGround): Promise<Sealed | null> {
  if (hand === undefined) return null;
  const written = await countWritten(store);
  const files = await hand(store).catch(() => 0);
  return files === 0 ? null : { files, written };
}

/**
 * Begins to destroy, in one transaction with the last look at what is unsent: a record written meanwhile in another tab
 * stops it. Returns whether it began.
 */
async function begin(ground: WipeGround, order: SignedWipeOrder, sealed: Sealed | null): Promise<boolean> {
  const { store } = ground;
  const sealedFiles = sealed?.files ?? 0;
  return store.transaction('rw', store.tables, async () => {
    const unsent = await countUnsent(store);
    const written = await countWritten(store);
    const isHandedIn = sealed === null ? unsent.records + unsent.photos === 0 : sealed.written === written;
    if (!isHandedIn) return false;
    const [records, photos, drafts, held, keys] = await Promise.all([
      store.commands.count(),
      store.uploads.count(),
      store.drafts.toCollection().primaryKeys().then(countDrafts),
      // Only their author could have said whether they may go in.
      store.texts.count(),
      store.keys.count(),
    ]);
    const handedIn = { records, photos, sealedFiles };
    const destroyed = { records, photos, drafts: drafts + held, keys: keys + 1 };
    const report = { orderId: order.orderId, handedIn, destroyed };
    await setFact(store, 'wipe', {
      order,
      stage: 'destroying',
      unsent,
      reportId: uuidV7(ground.now()),
      report,
    });
    return true;
  });
}

/** The keys first, so that whatever a cut leaves behind cannot be read; then the rows; then the browser's other places. */
async function destroy(store: FieldStore, progress: WipeProgress): Promise<void> {
  store.vault.close();
  await store.keys.clear();
  await store.deviceKeys.where('id').equals('own').modify({ agree: null });
  for (const table of dataTables(store)) await table.clear();
  await store.meta.where('key').noneOf(['wipe', 'device', 'registration', 'serverOffsetMs']).delete();
  globalThis.sessionStorage?.clear();
  globalThis.localStorage?.clear();
  // The app's own files are no data, and without them a cut here could not be mended offline.
  const names = (await globalThis.caches?.keys()) ?? [];
  await Promise.all(names.filter((name) => !name.includes('precache')).map((name) => caches.delete(name)));
  await setFact(store, 'wipe', { ...progress, stage: 'destroyed' });
}

/** The report is signed by the last key; with its answer that key goes too, and with it the device's name. */
async function report({ store, server, now }: WipeGround, progress: WipeProgress): Promise<void> {
  const { order, reportId } = progress;
  if (progress.report === null) return;
  if ((await server.reportWipe(reportId, progress.report)) !== 'taken') return;
  const wiped = { at: new Date(now()).toISOString(), reason: order.reason, report: progress.report };
  await store.transaction('rw', store.deviceKeys, store.meta, async () => {
    await store.deviceKeys.clear();
    await store.meta.clear();
    await setFact(store, 'wiped', wiped);
  });
}

async function goOn(ground: WipeGround): Promise<void> {
  const { store } = ground;
  const progress = await fact(store, 'wipe');
  if (progress?.stage === 'destroying') await destroy(store, progress);
  const after = await fact(store, 'wipe');
  if (after?.stage === 'destroyed') await report(ground, after);
}

/** `none`: no order stands; `waiting`: one stands, and what is unsent is to be handed in; `begun`: nothing else is to be done. */
export type Heeded = 'none' | 'waiting' | 'begun';

/**
 * Heeds what the server says to this device, and goes on with a wipe that has begun. Nothing but a genuine order starts
 * one: no status code, no missing session, no other answer.
 */
export async function heedOrder(ground: WipeGround, answer: DeviceAnswer): Promise<Heeded> {
  const { store } = ground;
  const progress = await fact(store, 'wipe');
  if (progress !== undefined && progress.stage !== 'ordered') {
    await goOn(ground);
    return 'begun';
  }
  if (answer === null) return progress === undefined ? 'none' : 'waiting';
  if (answer.order === null) {
    await store.meta.delete('wipe');
    return 'none';
  }
  const { order } = answer;
  if (!(await isGenuine(ground, order))) return progress === undefined ? 'none' : 'waiting';
  const unsent = await countUnsent(store);
  await setFact(store, 'wipe', { order, stage: 'ordered', unsent, reportId: '', report: null });
  const sealed = unsent.records + unsent.photos > 0 ? await handInSealed(ground) : null;
  if (!(await begin(ground, order, sealed))) return 'waiting';
  await goOn(ground);
  return 'begun';
}

/** Goes on after a kill, without waiting for the server to say anything. */
export async function resumeWipe(ground: WipeGround): Promise<boolean> {
  const progress = await fact(ground.store, 'wipe');
  if (progress === undefined || progress.stage === 'ordered') return false;
  await goOn(ground);
  return true;
}
