import { type RefObject, useEffect, useRef, useState } from 'react';
import { wayBack } from './way-back.ts';

/**
 * For what opens on a page and closes again: the focus goes in, to a reason that is to be written first, and comes back
 * when it is over, to what opened it, or where that went with the act, to the heading above it.
 */
export function useFocusHere(): RefObject<HTMLElement | null> {
  const place = useRef<HTMLElement>(null);
  // Already while it is drawn: what opened it may be taken away for as long as it is open.
  const [drawnFrom] = useState(() => wayBack(document.activeElement));
  useEffect(() => {
    const opener = document.activeElement;
    const back = opener === document.body ? drawnFrom : wayBack(opener);
    const into = place.current?.querySelector('textarea') ?? place.current;
    into?.focus({ preventScroll: true });
    return () => {
      // Whoever went on to something else meanwhile is left there.
      if (document.activeElement === document.body) stayOn(back);
    };
  }, [drawnFrom]);
  return place;
}

/** What is gone back to may go too, with what is asked for again after the act: then on to the next, until the person goes on. */
function stayOn(back: () => Element | null): void {
  focusOn(back());
  const lost = new MutationObserver(() => {
    if (document.activeElement === document.body) focusOn(back());
  });
  lost.observe(document.body, { childList: true, subtree: true });
  const goneOn = new AbortController();
  for (const act of ['keydown', 'pointerdown'])
    document.addEventListener(
      act,
      () => {
        lost.disconnect();
        goneOn.abort();
      },
      { capture: true, signal: goneOn.signal },
    );
}

/** Headings and lists take the focus only from a script. */
export function focusOn(place: Element | null): void {
  if (!(place instanceof HTMLElement)) return;
  if (place.tabIndex < 0) place.tabIndex = -1;
  place.focus();
}
