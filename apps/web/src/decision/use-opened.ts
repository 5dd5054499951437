import { useState } from 'react';
import { nothingOpened, type Opened, openedNow } from './opened-now.ts';

interface OpenedForm<Thing> {
  /** What the form is about; undefined where none is on the page. */
  readonly thing: Thing | undefined;
  /** It cannot be sent any more: somebody else was first. The text stays, and is told of. */
  readonly isOvertaken: boolean;
  /** After its own success, or where the person leaves it: it goes with what allowed it. */
  readonly letGo: () => void;
}

/**
 * A form that was opened stays until it is done or left, with what was typed and what was refused, though a colleague's act has taken
 * away what allowed it. `now`: what it acts on, while that may be done; the same object for as long as it is the same.
 */
export function useOpened<Thing>(key: string | undefined, now: Thing | undefined): OpenedForm<Thing> {
  const [before, setBefore] = useState<Opened<Thing>>(nothingOpened);
  const opened = openedNow(before, key, now);
  if (opened !== before) setBefore(opened);
  return {
    thing: opened.last,
    isOvertaken: opened.last !== undefined && opened.now === undefined,
    letGo: () => setBefore((one) => ({ ...one, isDone: true, last: one.now })),
  };
}
