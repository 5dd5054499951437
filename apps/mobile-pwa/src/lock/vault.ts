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
  /** The key with which rows are sealed and opened now. */
  readonly held: () => OpenKey | null;
  /** Whose work may be on the screen. Null a moment before the key goes, so that screens can save what was typed. */
  readonly shownTo: () => string | null;
  /** Holds a key; with false, what it opens is not shown before `show`. */
  readonly open: (key: OpenKey, shown?: boolean) => void;
  /** Lets the work under that key onto the screen, if it is still held. */
  readonly show: (key: OpenKey) => void;
  /** Takes the work off the screen; the key stays until `close`. */
  readonly hide: () => void;
  /** Forgets the key, and overwrites it. With a key given, only if that one is still held. */
  readonly close: (only?: OpenKey) => void;
  readonly subscribe: (listener: () => void) => () => void;
  /** Rows opened before, by table and primary key. */
  readonly opened: Map<string, { readonly seal: string; readonly fields: object }>;
}

export function newVault(): Vault {
  let held: OpenKey | null = null;
  let hidden = false;
  const listeners = new Set<() => void>();
  const opened: Vault['opened'] = new Map();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  return {
    held: () => held,
    shownTo: () => (hidden ? null : (held?.account ?? null)),
    open: (key, shown = true) => {
      opened.clear();
      held = key;
      hidden = !shown;
      tell();
    },
    show: (key) => {
      if (held !== key) return;
      hidden = false;
      tell();
    },
    hide: () => {
      hidden = true;
      tell();
    },
    close: (only) => {
      if (held === null || (only !== undefined && only !== held)) return;
      held.key.fill(0);
      opened.clear();
      held = null;
      tell();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    opened,
  };
}
