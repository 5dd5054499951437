import { useSyncExternalStore } from 'react';

export interface ShellState {
  /**
   * Every file of the app is held on the device and right: it opens without a network, on every screen. Null until the first
   * look is over.
   */
  readonly held: boolean | null;
  /** A newer app waits for the person to choose the moment. */
  readonly update: boolean;
  /** Another window has switched to it already: this one goes on with the old app until it is opened anew. */
  readonly switched: boolean;
}

/** What is needed to begin may itself not come through. */
const againMs = 30_000;

const isHeldHere = () =>
  typeof navigator !== 'undefined' && 'serviceWorker' in navigator && !import.meta.env.DEV;

let state: ShellState = { held: isHeldHere() ? null : false, update: false, switched: false };
let waiting: ServiceWorker | null = null;
/** The person chose the moment in this window. */
let switching = false;
const listeners = new Set<() => void>();

function note(change: Partial<ShellState>): void {
  state = { ...state, ...change };
  for (const listener of listeners) listener();
}

// From the first moment: another window may switch while this one is still starting.
if (typeof navigator !== 'undefined' && 'serviceWorker' in navigator) {
  const hadController = navigator.serviceWorker.controller !== null;
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (hadController && !switching) note({ switched: true });
  });
}

const holding = async () => {
  const { holdApp } = await import('./hold-app.ts');
  return holdApp((change, next) => {
    waiting = next;
    note(change);
  });
};

/**
 * Registers the worker that holds the app's own files, tries again where it could not be installed, and has them looked
 * over. Without it (a very old browser) the app works while online.
 */
export function startShellWorker(): void {
  if (isHeldHere()) holding().catch(() => setTimeout(startShellWorker, againMs));
}

/** Resolves once the app is held on the device, whole; at once where no worker can be had. @throws Error where it is not */
export async function shellHeld(): Promise<void> {
  if (isHeldHere() && !(await (await holding()).look())) throw new Error('the app is not whole here');
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
