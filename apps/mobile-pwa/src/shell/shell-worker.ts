import { useSyncExternalStore } from 'react';

export interface ShellState {
  /** The app itself is held on the device and opens without a network. */
  readonly held: boolean;
  /** A newer app waits for the person to choose the moment. */
  readonly update: boolean;
}

let state: ShellState = { held: false, update: false };
let waiting: ServiceWorker | null = null;
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
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  waiting?.postMessage({ type: 'SKIP_WAITING' });
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
