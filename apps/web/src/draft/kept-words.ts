import { otherWindows } from './living-windows.ts';
import { copiesAt, dropLocal, keepLocally, type LeftCopy, localCopy, localKeysOf } from './local-copy.ts';

const open = new Set<string>();
const told = new Set<() => void>();
const sendings = new WeakMap<object, () => void>();

/** Where the words of a form lie: whose, on which page, in which form of it. */
export function placeOfWords(accountId: string, path: string, name: string): string {
  return [accountId, 'words', path, name].join(':');
}

/** The form of these words is on the page; gives back how to say that it is gone. */
export function openWords(key: string): () => void {
  open.add(key);
  tell();
  return () => {
    open.delete(key);
    tell();
  };
}

/** What follows for its words once a form has arrived. */
export function whenSent(control: object, act: () => void): void {
  sendings.set(control, act);
}

/** What is written in the form has arrived. */
export function wordsSent({ control }: { readonly control: object }): void {
  sendings.get(control)?.();
}

function tell(): void {
  for (const act of told) act();
}

/** Tells whenever there may be others; also another window writes. */
export function followWords(act: () => void): () => void {
  told.add(act);
  window.addEventListener('storage', act);
  return () => {
    told.delete(act);
    window.removeEventListener('storage', act);
  };
}

export function dropWords(key: string): void {
  dropLocal(key);
  tell();
}

/** Of a key: the window that wrote there. */
const windowOf = (key: string) => key.slice(key.lastIndexOf('@') + 1);

/** Without what stands in a form of another window that is still open: it is that window's. */
export function withoutLiving(copies: readonly LeftCopy[], living: ReadonlySet<string>): readonly LeftCopy[] {
  return copies.filter(({ key }) => !living.has(windowOf(key)));
}

/** The newest that a window which is gone has left in a form; from now on it lies under `key`. */
export async function takeWords(place: string, key: string): Promise<LeftCopy['copy'] | null> {
  const [left] = withoutLiving(copiesAt(place), await otherWindows());
  if (left === undefined) return null;
  if (keepLocally(key, left.copy)) dropWords(left.key);
  return left.copy;
}

/**
 * What was typed on a page, or on one below the page of a thing, in forms that are not open in this window, and was neither sent
 * nor given up; the newest first.
 */
export function wordsLeft(accountId: string, path: string): readonly LeftCopy[] {
  const isOfThing = path.split('/').length > 2;
  const starts = [placeOfWords(accountId, path, ''), ...(isOfThing ? [`${accountId}:words:${path}/`] : [])];
  return localKeysOf(accountId).flatMap((key) => {
    const isHere = starts.some((start) => key.startsWith(start)) && !open.has(key);
    const copy = isHere ? localCopy(key) : null;
    return copy === null ? [] : [{ key, copy }];
  });
}
