import { liveQuery } from 'dexie';
import { useEffect, useState } from 'react';

/**
 * What a read of the device's database gives, now and after each change of what it read; undefined until the first
 * answer, unless one is given. `key` names the read: when it changes, the old answer is dropped at once.
 */
export function useLive<Value>(key: string, read: () => Promise<Value>, first?: Value): Value | undefined {
  const [answer, setAnswer] = useState<
    { key: string; value: Value } | { key: string; error: unknown } | undefined
  >(first === undefined ? undefined : { key, value: first });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for what `read` closes over
  useEffect(() => {
    // Declared async: a transaction around native promises is otherwise now and then taken for ended too early.
    const running = liveQuery(async () => read()).subscribe({
      next: (value) => setAnswer({ key, value }),
      error: (error) => setAnswer({ key, error }),
    });
    return () => running.unsubscribe();
  }, [key]);
  if (answer?.key !== key) return undefined;
  // The screen's boundary shows it, with a way on.
  if ('error' in answer) throw answer.error;
  return answer.value;
}
