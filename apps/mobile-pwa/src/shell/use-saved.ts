import { useCallback, useEffect, useRef, useState } from 'react';
import { Withheld } from '../evidence/withheld.ts';

const pauseMs = 400;
const retryMs = 5_000;

/**
 * A value that is typed and saved by itself: after a short pause, when the control is left, when the page is hidden
 * and when the screen goes away. What was typed and is not saved yet wins over what comes from elsewhere.
 */
export function useSaved<Value>(
  stored: Value,
  save: (value: Value) => Promise<unknown>,
  /** What must not be saved by the pause alone, while it is still being typed. */
  isHeld: (value: Value) => boolean = () => false,
) {
  const [typed, setTyped] = useState<{ value: Value } | null>(null);
  const pending = useRef<{ value: Value } | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const saving = useRef(save);
  saving.current = save;

  const flush = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current);
    const last = pending.current;
    if (last === null) return;
    pending.current = null;
    try {
      await saving.current(last.value);
    } catch (error) {
      // Not on the disk: what is typed stays in the field, and the next touch tries again.
      pending.current ??= last;
      // What the person took back waits for them; a disk may have room again.
      if (!(error instanceof Withheld)) timer.current = setTimeout(() => void flush(), retryMs);
      return;
    }
    setTyped((now) => (now === last ? null : now));
  }, []);

  useEffect(() => {
    const leave = () => void flush();
    document.addEventListener('visibilitychange', leave);
    window.addEventListener('pagehide', leave);
    return () => {
      document.removeEventListener('visibilitychange', leave);
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [flush]);

  const change = (value: Value) => {
    const next = { value };
    pending.current = next;
    setTyped(next);
    clearTimeout(timer.current);
    if (!isHeld(value)) timer.current = setTimeout(() => void flush(), pauseMs);
  };
  return { value: typed === null ? stored : typed.value, change, flush };
}
