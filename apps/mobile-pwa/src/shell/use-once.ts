import { useCallback, useEffect, useRef, useState } from 'react';
import { Withheld } from '../evidence/withheld.ts';
import { isDiskFull } from './save-trouble.ts';

/** A second tap of the same finger comes within this; what stands in the same place by then is not what it meant. */
const restMs = 500;

/**
 * One act at a time: what is tapped while it runs, and shortly after it is done, does nothing. An act that came to
 * nothing, because the person took it back or the disk is full, may be tried again at once.
 * @returns `once` says whether the act was done; `busy` is for the buttons
 */
export function useOnce() {
  const taken = useRef(false);
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [busy, setBusy] = useState(false);
  useEffect(() => () => clearTimeout(resting.current), []);
  const once = useCallback(async (act: () => Promise<unknown>): Promise<boolean> => {
    if (taken.current) return false;
    taken.current = true;
    setBusy(true);
    const free = () => {
      taken.current = false;
      setBusy(false);
    };
    try {
      await act();
    } catch (error) {
      free();
      // Both were said where they happened: by the person, and at the head of the screen.
      if (error instanceof Withheld || isDiskFull(error)) return false;
      throw error;
    }
    resting.current = setTimeout(free, restMs);
    return true;
  }, []);
  return { busy, once };
}
