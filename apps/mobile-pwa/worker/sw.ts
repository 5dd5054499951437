import { type AppFile, digestOf, isOfItsType } from '../src/shell/app-file.ts';
import { dropEarlier, notePagesBefore, type Standing } from '../src/shell/earlier-versions.ts';
import { type Ground, give, makeWhole, mend, takeIn } from '../src/shell/held-app.ts';

declare const self: ServiceWorkerGlobalScope & {
  /** Every file of the app, written in by the build, which adds the web manifest: no screen needs that one. */
  readonly __WB_MANIFEST: readonly (AppFile | { readonly url: string; readonly integrity?: undefined })[];
};

/** A wipe spares caches that bear this word: they hold the app and nothing of anybody's. */
const prefix = 'kycuong-precache-';
/** What released versions called theirs. */
const earlier = /^workbox-precache-/;

const files = self.__WB_MANIFEST.filter((file) => file.integrity !== undefined);
const { scope: place } = self.registration;
/** Each version its own: nothing that an earlier one left is believed. */
const naming = digestOf(files.map(({ integrity }) => integrity).join('')).then((digest) => prefix + digest);

const ground = async (): Promise<Ground> => ({
  files,
  place,
  cache: await caches.open(await naming),
  fetch: (request) => fetch(request),
});

async function otherCaches(): Promise<string[]> {
  const [names, cacheName] = await Promise.all([caches.keys(), naming]);
  return names.filter((name) => name !== cacheName && (name.startsWith(prefix) || earlier.test(name)));
}

/** The version before holds a page where a script should be: half of it does not open, and nothing waits for it. */
async function isPoisoned(): Promise<boolean> {
  for (const name of await otherCaches()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const isScript = new URL(request.url).pathname.endsWith('.js');
      const kept = isScript ? await cache.match(request) : undefined;
      if (kept?.headers.get('content-type')?.includes('html')) return true;
    }
  }
  return false;
}

async function install(): Promise<void> {
  await takeIn(await ground(), (address) => caches.match(address));
  if (await isPoisoned()) await self.skipWaiting();
}

const standing = async (): Promise<Standing> => ({
  place,
  caches,
  own: await naming,
  others: otherCaches,
  pages: () => self.clients.matchAll({ type: 'window', includeUncontrolled: true }),
  isAnotherComing: () => (self.registration.installing ?? self.registration.waiting) !== null,
});

async function activate(): Promise<void> {
  const here = await standing();
  await notePagesBefore(here);
  await dropEarlier(here);
  await self.clients.claim();
}

/** The file that answers a request; undefined: none of the app's. */
function fileFor({ url, method, mode }: Request): AppFile | undefined {
  if (method !== 'GET' || !url.startsWith(place)) return undefined;
  const name =
    mode === 'navigate' ? 'index.html' : new URL(url).pathname.slice(new URL(place).pathname.length);
  return files.find((file) => file.url === name);
}

/** Names below `assets/` bear a hash: one that is not of this version may be of an earlier one. */
const isOfAnother = ({ url, method }: Request) => method === 'GET' && url.startsWith(`${place}assets/`);

async function answer(request: Request, file: AppFile | undefined): Promise<Response> {
  if (file === undefined) {
    const kept = await caches.match(request.url);
    return kept && isOfItsType(new URL(request.url).pathname, kept) ? kept : fetch(request);
  }
  const here = await ground();
  // The page found that what it got is not what it should be.
  if (request.headers.has('x-mend')) return mend(here, file);
  // What is held and not right is not shown: a portal's page would stand in the app's place, also once the portal is gone.
  return give(here, file).catch(() => fetch(request, { cache: 'reload' }));
}

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('fetch', (event) => {
  const file = fileFor(event.request);
  if (file !== undefined || isOfAnother(event.request)) event.respondWith(answer(event.request, file));
});
self.addEventListener('message', (event) => {
  if (event.data?.type === 'SKIP_WAITING') event.waitUntil(self.skipWaiting());
  if (event.data?.type === 'IS_WHOLE')
    event.waitUntil(
      ground()
        .then(makeWhole)
        .then((whole) => event.ports[0]?.postMessage(whole))
        .then(standing)
        .then(dropEarlier),
    );
});
