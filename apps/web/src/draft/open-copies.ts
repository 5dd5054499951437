import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import type { KeptDraft } from './draft-source.ts';
import { liveAs } from './living-windows.ts';
import {
  copiesAt,
  dropLocal,
  keepLocally,
  type LeftCopy,
  type LocalCopy,
  localKeysOf,
} from './local-copy.ts';
import { textOfContent } from './same-content.ts';

/** Of this window, until it is loaded anew. Not in `sessionStorage`: a tab that is duplicated would bear the same. */
const thisWindow = uuidV7();
liveAs(thisWindow);

interface OpenedCopies {
  /** Under which this window keeps what it has of the form. */
  readonly key: string;
  /** With what it goes on: its own, else the newest of all. */
  readonly own: LocalCopy | null;
  /** What other windows have besides: the person looks at each. */
  readonly others: readonly LeftCopy[];
}

/** Where this window keeps what is written in one form. */
export function keyInWindow(place: string, window = thisWindow): string {
  return `${place}@${window}`;
}

/** This window is left without what was written in it. */
export function dropCopiesOfWindow(accountId: string, window = thisWindow): void {
  for (const key of localKeysOf(accountId)) if (key.endsWith(`@${window}`)) dropLocal(key);
}

/** What lies on this computer of a form, as a window opens it. What says the same as is known already goes. */
export function openCopies(place: string, kept: KeptDraft | null, window = thisWindow): OpenedCopies {
  const key = keyInWindow(place, window);
  const copies = copiesAt(place);
  const begun = copies.find((copy) => copy.key === key) ?? copies[0];
  if (begun && begun.key !== key && keepLocally(key, begun.copy)) dropLocal(begun.key);
  const known = new Set([kept, begun?.copy].map((one) => one && textOfContent(one.content)));
  const others = copies.filter((copy) => {
    if (copy === begun) return false;
    const isKnown = known.has(textOfContent(copy.copy.content));
    if (isKnown) dropLocal(copy.key);
    return !isKnown;
  });
  return { key, own: begun?.copy ?? null, others };
}
