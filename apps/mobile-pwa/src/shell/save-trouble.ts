import { useSyncExternalStore } from 'react';

let troubled = false;
const listeners = new Set<() => void>();

function note(now: boolean): void {
  if (troubled === now) return;
  troubled = now;
  for (const listener of listeners) listener();
}

/**
 * Runs something that writes to the device. When the disk does not take it (full, or closed by the browser) the head of
 * every screen says so until a later write succeeds; the failure goes on to the caller, who keeps what was typed.
 */
export async function saving<Result>(run: () => Promise<Result>): Promise<Result> {
  try {
    const result = await run();
    note(false);
    return result;
  } catch (error) {
    note(true);
    throw error;
  }
}

export function useSaveTrouble(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => troubled,
  );
}
