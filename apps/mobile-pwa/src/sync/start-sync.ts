import { contactReport } from '../device/contact-report.ts';
import type { ContactSigner } from '../device/contact-signer.ts';
import { registerHere } from '../device/register-here.ts';
import { heedOrder, resumeWipe, type WipeGround } from '../device/wipe.ts';
import { wrapForRecovery } from '../lock/keys.ts';
import { learnRecoveryKeyDaily } from '../lock/learn-recovery-key.ts';
import type { SendParcel } from '../parcel/hand-in-parcel.ts';
import { isDiskFull } from '../shell/save-trouble.ts';
import { dropFact, fact, setFact } from './facts.ts';
import { noteQuarantine } from './note-quarantine.ts';
import { pullChanges } from './puller.ts';
import { asOnlySender, clearUnderWay, forgetWaits, sendWaiting } from './sender.ts';
import type { FieldServer } from './server.ts';
import { retryAfterOf, ServerFailure } from './server-failure.ts';
import { giveUpReserve } from './storage-room.ts';
import type { FieldStore, Person } from './store.ts';
import { type Carry, uploadWaiting } from './uploader.ts';

const pullEveryMs = 60_000;
const otherTabMs = 2_000;
const heedAgainMs = 3_000;
/** A few touches in a row go in one request. */
const gatherMs = 800;

export interface Sync {
  /** Something was written: send soon. */
  readonly nudge: () => void;
  /** The person asked: forget the waits, send and pull at once. */
  readonly now: () => Promise<void>;
  readonly stop: () => void;
}

export interface SyncGround {
  readonly store: FieldStore;
  readonly server: FieldServer;
  readonly carry: Carry;
  readonly signer: ContactSigner;
  /** Left out in tests: then nothing is handed in sealed. */
  readonly sendParcel?: SendParcel;
}

/** Parcels are rare, and their code is fetched when there is one. */
async function carryKept({ store, sendParcel: send }: SyncGround, account: string): Promise<number | null> {
  if (send === undefined || (await store.parcels.count()) === 0) return null;
  const { carryParcels } = await import('../parcel/carry-parcels.ts');
  return carryParcels({ store, account, send, now: Date.now, random: Math.random });
}

function wipeGround({ store, server, signer, sendParcel }: SyncGround): WipeGround {
  const ground = { store, server, signer, now: Date.now };
  if (sendParcel === undefined) return ground;
  const handInSealed = async () => {
    const { handInBeforeWipe } = await import('../parcel/hand-in-sealed.ts');
    return handInBeforeWipe(store, sendParcel, new Date());
  };
  return { ...ground, handInSealed };
}

/** Keeps whether the person at work is the one who is signed in; gives nothing away under another's name. */
export async function noteSession(store: FieldStore, person: Person, signedIn: Person | null): Promise<void> {
  const isOther = signedIn !== null && signedIn.id !== person.id;
  await setFact(store, 'signedOut', signedIn?.id !== person.id);
  await setFact(store, 'otherSession', isOther ? signedIn.fullName : null);
}

/**
 * One round of the one sender: an order for this device, is the stored person signed in → send commands → upload files → pull. The person is
 * asked of the server each time, because another page of this browser may have signed somebody else in.
 */
export async function round(syncing: SyncGround): Promise<number | null> {
  const { store, server, carry } = syncing;
  const person = await fact(store, 'person');
  // A locked page sends nothing: what it would send it cannot read.
  const isOpen = person !== undefined && store.vault.shownTo() === person.id;
  const wiping = wipeGround(syncing);
  if (await resumeWipe(wiping)) return null;
  // A registered device asks for orders, whoever is or is not at work on it.
  if (!isOpen && (await fact(store, 'registration')) === undefined) return null;
  const { person: signedIn, device } = await server.hello();
  if ((await fact(store, 'roundTrouble')) !== undefined) await dropFact(store, 'roundTrouble');
  const heeded = await heedOrder(wiping, device);
  if (heeded === 'begun' || !isOpen) return null;
  await noteSession(store, person, signedIn);
  if (signedIn?.id !== person.id) throw new ServerFailure('signed-out');
  await registerHere({ store, server }, person);
  const ground = { store, author: person.id, now: Date.now, random: Math.random };
  await clearUnderWay(store);
  const sendAt = await sendWaiting({ ...ground, server });
  let uploadAt = await uploadWaiting({ ...ground, carry });
  const carryAt = await carryKept(syncing, person.id);
  const contact = () => contactReport(store, Date.now());
  const isDecided = await pullChanges({ store, server, account: person.id, now: Date.now, contact });
  if (isDecided) uploadAt = await uploadWaiting({ ...ground, carry });
  await learnRecoveryKeyDaily(store, server, Date.now());
  await noteQuarantine({ store, server, account: person.id });
  await wrapForRecovery(store);
  const { freeWhenDue } = await import('./free-room.ts');
  await freeWhenDue({ store, server, nowMs: Date.now() });
  // Once all is handed in, the next question lets a standing order be carried out.
  const heedAt = heeded === 'waiting' ? Date.now() + heedAgainMs : null;
  const tries = [sendAt, uploadAt, carryAt, heedAt].filter((at) => at !== null);
  return tries.length === 0 ? null : Math.min(...tries);
}

/** Why nothing was sent and when it is tried again, for the screen. Signed out is said by a fact of its own. */
async function noteTrouble(store: FieldStore, error: unknown, nextTryAt: number): Promise<void> {
  if (!(error instanceof ServerFailure) || error.trouble === 'signed-out') return;
  // What can be written here no more is said elsewhere.
  await setFact(store, 'roundTrouble', { trouble: error.trouble, nextTryAt }).catch(() => undefined);
}

/** Keeps sending and pulling while the page is open. Network and visibility events are hints, never proof. */
export function startSync(ground: SyncGround): Sync {
  const { store } = ground;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | undefined;
  let again = false;
  let failures = 0;
  let stopped = false;

  const plan = (delayMs: number) => {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(() => void run(), Math.max(200, delayMs));
  };
  const attempt = async () => {
    try {
      const nextAt = await asOnlySender(navigator.locks, () => round(ground));
      failures = 0;
      // Another tab sends just now; it may have begun before the latest touch here.
      if (nextAt === undefined) plan(otherTabMs);
      else plan(Math.min(pullEveryMs, nextAt === null ? pullEveryMs : nextAt - Date.now()));
    } catch (error) {
      // What the server answered finds no room: as with records, that is what the reserve is for.
      if (isDiskFull(error)) await giveUpReserve();
      // Nobody is told by a message: the status says from receipts what waits, and why. The wait grows up to a minute here,
      // since a round that fails at its first question costs the server nothing.
      failures += 1;
      const waitMs = Math.max(Math.min(pullEveryMs, 2_000 * 2 ** Math.min(failures, 6)), retryAfterOf(error));
      plan(waitMs);
      await noteTrouble(store, error, Date.now() + waitMs);
    }
  };
  const run = (): Promise<void> => {
    if (running) {
      again = true;
      return running;
    }
    running = attempt().finally(() => {
      running = undefined;
      if (again) {
        again = false;
        plan(0);
      }
    });
    return running;
  };
  const hint = () => {
    if (document.visibilityState === 'hidden') return;
    failures = 0;
    void forgetWaits(store).then(run);
  };
  window.addEventListener('online', hint);
  document.addEventListener('visibilitychange', hint);
  void run();
  return {
    // While the server cannot be reached, each touch must not try again: the planned try stands.
    nudge: () => {
      if (failures === 0) plan(gatherMs);
    },
    now: async () => {
      await forgetWaits(store);
      await run();
    },
    stop: () => {
      stopped = true;
      clearTimeout(timer);
      window.removeEventListener('online', hint);
      document.removeEventListener('visibilitychange', hint);
    },
  };
}
