import { withdrawQuestions } from '../evidence/ask-about-marking.ts';
import { leaveFields } from '../shell/live-fields.ts';
import type { FieldStore } from '../sync/store.ts';

const channelName = 'kycuong-field-lock';

/** Long for a slow disk, short for whoever picks the tablet up. */
const patienceMs = 5_000;

/** A turn of the page, then a write to every table: what was begun before it is on the disk after it. */
async function settled(store: FieldStore): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0));
  await store.transaction('rw', store.tables, () => store.meta.get('device'));
}

/** Done, or given up: a field that never comes to an end must not keep the tablet open. */
async function leaveInTime(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, patienceMs);
  try {
    await Promise.race([leaveFields(), promise]);
  } finally {
    clearTimeout(timer);
  }
}

async function lockHere(store: FieldStore): Promise<void> {
  const held = store.vault.held();
  if (held === null) return;
  store.vault.hide();
  withdrawQuestions();
  try {
    // What is being typed becomes a command as long as there is a key for it.
    await leaveInTime();
    // Screens save as they go; a save may need a second turn (a photo's bytes, a list read first).
    await settled(store);
    await settled(store);
  } catch {
    // A disk that takes nothing more must not keep the tablet open.
  }
  store.vault.close(held);
}

/** Takes the work off the screen, lets what was typed reach the disk, and forgets the key; in every tab. */
export async function lockNow(store: FieldStore): Promise<void> {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage(store.name);
  channel.close();
  await lockHere(store);
}

/** Locks this tab when another one was locked. */
export function followLock(store: FieldStore): void {
  new BroadcastChannel(channelName).addEventListener('message', () => void lockHere(store));
}
