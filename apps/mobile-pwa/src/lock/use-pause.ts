import { useEffect, useState } from 'react';
import { useField } from '../shell/field-context.ts';
import { pauseLeft } from './attempts.ts';

/** Seconds until the next code may be tried, counted down; 0: now. `again` looks anew. */
export function usePause(account: string): { readonly seconds: number; readonly again: () => Promise<void> } {
  const { store } = useField();
  const [seconds, setSeconds] = useState(0);
  const again = async () => setSeconds(Math.ceil((await pauseLeft(store, account, Date.now())) / 1000));
  const waits = seconds > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `again` reads only the account
  useEffect(() => {
    void again();
    if (!waits) return;
    const timer = setInterval(() => void again(), 1_000);
    return () => clearInterval(timer);
  }, [account, waits]);
  return { seconds, again };
}
