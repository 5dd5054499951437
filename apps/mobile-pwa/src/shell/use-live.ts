import { liveQuery } from 'dexie';
import { useEffect, useState } from 'react';

/**
 * What a read of the device's database gives, now and after each change of what it read; undefined until the first
 * answer. `key` names the read: when it changes, the old answer is dropped at once.
 */
export function useLive<Value>(key: string, read: () => Promise<Value>): Value | undefined {
  const [answer, setAnswer] = useState<{ key: string; value: Value }>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for what `read` closes over
  useEffect(() => {
    const running = liveQuery(read).subscribe({
      next: (value) => setAnswer({ key, value }),
      error: (error) => {
        throw error;
      },
    });
    return () => running.unsubscribe();
  }, [key]);
  return answer?.key === key ? answer.value : undefined;
}
