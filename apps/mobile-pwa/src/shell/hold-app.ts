import type { ShellState } from './shell-worker.ts';

const firstWaitMs = 10_000;
const longestWaitMs = 10 * 60_000;
/** Files that were right are looked over again after this long, when the app is looked at. */
const lookEveryMs = 10 * 60_000;
/** A worker of an earlier version does not know the question. */
const patienceMs = 60_000;

export interface Holding {
  /** Whether every file is held and right, now; what is not is put right where that can be done. */
  readonly look: () => Promise<boolean>;
}

/** The worker that holds the app, once it is installed. @throws Error when the install failed */
async function installed({ active, installing, waiting }: ServiceWorkerRegistration): Promise<ServiceWorker> {
  const coming = active ?? installing ?? waiting;
  if (coming === null) throw new Error('no worker');
  if (coming.state === 'activated') return coming;
  return new Promise((resolve, reject) => {
    coming.addEventListener('statechange', () => {
      if (coming.state === 'activated') resolve(coming);
      if (coming.state === 'redundant') reject(new Error('the app could not be taken in whole'));
    });
  });
}

function isWhole(worker: ServiceWorker): Promise<boolean> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data === true);
    setTimeout(() => resolve(false), patienceMs);
    worker.postMessage({ type: 'IS_WHOLE' }, [port2]);
  });
}

let begun: Holding | undefined;

/** Registers the worker and keeps at it until the app lies here whole; one for the page. */
export function holdApp(tell: (change: Partial<ShellState>, waiting: ServiceWorker | null) => void): Holding {
  if (begun) return begun;
  let registration: ServiceWorkerRegistration | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<boolean> | undefined;
  let failures = 0;
  let held: boolean | null = null;
  let lookedAt = 0;

  const say = () => {
    const waiting = registration?.waiting ?? null;
    tell({ held, update: waiting !== null && registration?.active !== null }, waiting);
  };
  const register = async () => {
    const now = await navigator.serviceWorker.register('/field/sw.js', { scope: '/field/' });
    if (now !== registration)
      now.addEventListener('updatefound', () => now.installing?.addEventListener('statechange', say));
    registration = now;
    // Its own, for the one address of the app that lies outside: without the slash at the end.
    void navigator.serviceWorker.register('/field/no-slash.js', { scope: '/field' }).catch(() => undefined);
    return now;
  };
  const attempt = async () => {
    clearTimeout(timer);
    const isHeld = await register()
      .then(installed)
      .then(isWhole)
      .catch(() => false);
    held = isHeld;
    say();
    lookedAt = performance.now();
    failures = isHeld ? 0 : failures + 1;
    if (!isHeld)
      timer = setTimeout(() => void look(), Math.min(longestWaitMs, firstWaitMs * 2 ** (failures - 1)));
    return isHeld;
  };
  const look = () => {
    running ??= attempt().finally(() => {
      running = undefined;
    });
    return running;
  };
  window.addEventListener('online', () => {
    if (!held) void look();
  });
  // An app that stays open for days never navigates: it asks for a newer one when it is looked at again.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') return;
    void registration?.update().catch(() => undefined);
    if (!held || performance.now() - lookedAt > lookEveryMs) void look();
  });
  void look();
  begun = { look };
  return begun;
}
