import type { Sync, SyncGround } from './start-sync.ts';

/** A first screen gets this long to stand before anything behind it begins, ms. */
const headStartMs = 1_500;
/** At most this long is waited after that for the page to have nothing else to do, ms. */
const patienceMs = 3_000;

/** Once the screen stands and the page has nothing else to do; a busy page after a while all the same. */
export function whenIdle(run: () => void): void {
  setTimeout(() => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(run, { timeout: patienceMs });
    else run();
  }, headStartMs);
}

/** The rounds of sending and pulling, whose code is fetched and begun once the first screen stands. */
export function syncLater(ground: SyncGround): Sync {
  let stopped = false;
  const started = new Promise<void>((resolve) => whenIdle(resolve)).then(async () => {
    const { startSync } = await import('./start-sync.ts');
    const sync = startSync(ground);
    if (stopped) sync.stop();
    return sync;
  });
  return {
    nudge: () => void started.then((sync) => sync.nudge()),
    now: async () => (await started).now(),
    stop: () => {
      stopped = true;
      void started.then((sync) => sync.stop());
    },
  };
}
