import { fact } from '../sync/facts.ts';
import { useField } from './field-context.ts';
import { useLive } from './use-live.ts';

/** The server's clock, as far as this device knows its distance: null where it does not, undefined until it is read. */
export function useServerClock() {
  const { store } = useField();
  const offsetMs = useLive('server offset', async () => (await fact(store, 'serverOffsetMs')) ?? null);
  return { offsetMs, now: () => new Date(Date.now() + (offsetMs ?? 0)) };
}
