import { useSyncExternalStore } from 'react';

export interface ShellState {
  /** The app itself is held on the device and opens without a network. */
  readonly held: boolean;
  /** A newer app waits for the person to choose the moment. */
  readonly update: boolean;
  /** Another window has switched to it already: this one goes on with the old app until it is opened anew. */
  readonly switched: boolean;
}

let state: ShellState = { held: false, update: false, switched: false };
let waiting: ServiceWorker | null = null;
/** The person chose the moment in this window. */
let switching = false;
const listeners = new Set<() => void>();

function note(change: Partial<ShellState>): void {
  state = { ...state, ...change };
  for (const listener of listeners) listener();
}

function watch(registration: ServiceWorkerRegistration): void {
  const look = () => {
    waiting = registration.waiting;
    note({
      held: registration.active !== null,
      update: registration.waiting !== null && registration.active !== null,
    });
  };
  look();
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', look);
  });
  void navigator.serviceWorker.ready.then(look);
  // An app that stays open for days never navigates: it asks for a newer one when it is looked at again.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void registration.update().catch(() => undefined);
  });
}

// From the first moment: another window may switch while this one is still starting.
if (typeof navigator !== 'undefined' && 'serviceWorker' in navigator) {
  const hadController = navigator.serviceWorker.controller !== null;
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (hadController && !switching) note({ switched: true });
  });
}

/** Registers the worker that holds the app's own files. Without it (a very old browser) the app works while online. */
export async function startShellWorker(): Promise<void> {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
  const registration = await navigator.serviceWorker.register('/field/sw.js', { scope: '/field/' });
  watch(registration);
}

/** Resolves once the app is held on the device, at once where no worker can be had. */
export async function shellHeld(): Promise<void> {
  if ('serviceWorker' in navigator && !import.meta.env.DEV) await navigator.serviceWorker.ready;
}

/** Switches to the waiting version and opens it. What was written lies in the database, not in the page. */
export function applyUpdate(): void {
  if (state.switched) {
    location.reload();
    return;
  }
  switching = true;
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  waiting?.postMessage({ type: 'SKIP_WAITING' });
}

/** Another window has switched to a newer app: what this one had not fetched yet is gone. */
export function isOvertaken(): boolean {
  return state.switched;
}

export function useShellState(): ShellState {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => state,
  );
}
