import { dropLocal, type LeftCopy, localCopy, localKeysOf, placeOfKey } from './local-copy.ts';

const open = new Set<string>();
const told = new Set<() => void>();
const sendings = new WeakMap<object, () => void>();

/** Where the words of a form lie: whose, on which page, in which form of it. */
export function placeOfWords(accountId: string, path: string, name: string): string {
  return [accountId, 'words', path, name].join(':');
}

/** The form of these words is on the page; gives back how to say that it is gone. */
export function openWords(key: string): () => void {
  const place = placeOfKey(key);
  open.add(place);
  tell();
  return () => {
    open.delete(place);
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

/** What was typed on a page in forms that are closed now, and was neither sent nor given up; the newest first. */
export function wordsLeft(accountId: string, path: string): readonly LeftCopy[] {
  const start = placeOfWords(accountId, path, '');
  return localKeysOf(accountId).flatMap((key) => {
    const copy = key.startsWith(start) && !open.has(placeOfKey(key)) ? localCopy(key) : null;
    return copy === null ? [] : [{ key, copy }];
  });
}
