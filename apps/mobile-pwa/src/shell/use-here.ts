import { type RefObject, useEffect, useRef } from 'react';

/** Whether the screen is still there: what began on it may end after it was left. */
export function useHere(): RefObject<boolean> {
  const here = useRef(false);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);
  return here;
}
