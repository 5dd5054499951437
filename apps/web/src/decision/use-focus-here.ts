import { type RefObject, useEffect, useRef } from 'react';

/**
 * For what opens on a page and closes again: the focus goes in, to a reason that is to be written first, and comes back
 * when it is over, to what opened it, or where that went with the act, to the heading above it.
 */
export function useFocusHere(): RefObject<HTMLElement | null> {
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    const opener = document.activeElement;
    const heading = opener?.closest('section')?.querySelector('h2');
    const into = place.current?.querySelector('textarea') ?? place.current;
    into?.focus({ preventScroll: true });
    return () => {
      // Whoever went on to something else meanwhile is left there.
      if (document.activeElement !== document.body) return;
      const back = [opener, heading].find((known) => known !== document.body && known?.isConnected);
      focusOn(back ?? document.querySelector('main h1'));
    };
  }, []);
  return place;
}

/** Headings and lists take the focus only from a script. */
export function focusOn(place: Element | null): void {
  if (!(place instanceof HTMLElement)) return;
  if (place.tabIndex < 0) place.tabIndex = -1;
  place.focus();
}
