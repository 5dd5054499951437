/** A data key of one person on this device, while it is held. */
export interface OpenKey {
  readonly account: string;
  readonly keyId: string;
  /** 32 bytes. */
  readonly key: Uint8Array;
}

/**
 * The data key of the one person at work, in this page's memory and nowhere else. Empty while the page is locked.
 * What was opened with it is remembered for as long, since a row of the log never changes.
 */
export interface Vault {
  readonly held: () => OpenKey | null;
  readonly open: (key: OpenKey) => void;
  readonly close: () => void;
  readonly subscribe: (listener: () => void) => () => void;
  /** Rows opened before, by table and primary key. */
  readonly opened: Map<string, { readonly seal: string; readonly fields: object }>;
}

export function newVault(): Vault {
  let held: OpenKey | null = null;
  const listeners = new Set<() => void>();
  const opened: Vault['opened'] = new Map();
  const change = (next: OpenKey | null) => {
    opened.clear();
    held = next;
    for (const listener of listeners) listener();
  };
  return {
    held: () => held,
    open: change,
    close: () => {
      held?.key.fill(0);
      change(null);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    opened,
  };
}
