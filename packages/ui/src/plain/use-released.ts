import { type RefCallback, useCallback, useRef } from 'react';

/** A finger that moved further than this slid, px; it did not touch. */
const slideLimit = 16;
/** Held longer, it is the browser's to say what was meant, ms. */
const holdLimit = 500;

interface Start {
  readonly id: number;
  readonly x: number;
  readonly y: number;
  readonly at: number;
}

/** Something is being typed: leaving it is an act of its own, and the browser's to carry out. */
function isTyping(): boolean {
  const { activeElement } = document;
  return (
    activeElement instanceof HTMLTextAreaElement || activeElement?.matches('input:not([type=radio])') === true
  );
}

/**
 * Runs an act as the finger leaves the screen. A browser tells of a touch again a while later, as if it were a mouse that
 * came, pressed, let go and clicked; on a slow tablet that is most of what a person waits for. It is spared where the touch
 * was a plain one. Everything else (mouse, keys, screen readers, a finger that slid or stayed) goes on by the click. Only
 * for what stands still on the screen: in a list, a finger that stops the scrolling is none that chooses. Listens at the
 * element itself: the act is under way before React has looked for who else may want to know.
 */
export function useReleased(act: () => void): RefCallback<HTMLElement> {
  const latest = useRef(act);
  latest.current = act;
  return useCallback((element: HTMLElement | null) => {
    if (element === null) return;
    let start: Start | null = null;
    const begin = ({ changedTouches, touches, timeStamp }: TouchEvent) => {
      const touch = changedTouches[0];
      start =
        touch === undefined || touches.length > 1
          ? null
          : { id: touch.identifier, x: touch.clientX, y: touch.clientY, at: timeStamp };
    };
    const cancel = () => {
      start = null;
    };
    const end = (event: TouchEvent) => {
      const from = start;
      start = null;
      const touch = event.changedTouches[0];
      if (from === null || touch === undefined || touch.identifier !== from.id || !event.cancelable) return;
      const slid = Math.hypot(touch.clientX - from.x, touch.clientY - from.y) > slideLimit;
      if (slid || event.timeStamp - from.at > holdLimit || isTyping()) return;
      event.preventDefault();
      latest.current();
    };
    element.addEventListener('touchstart', begin, { passive: true });
    element.addEventListener('touchcancel', cancel);
    element.addEventListener('touchend', end);
    return () => {
      element.removeEventListener('touchstart', begin);
      element.removeEventListener('touchcancel', cancel);
      element.removeEventListener('touchend', end);
    };
  }, []);
}
