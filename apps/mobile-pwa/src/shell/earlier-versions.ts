/** Where a version stands among those that the device holds. */
export interface Standing {
  readonly caches: Pick<CacheStorage, 'delete'> & {
    readonly open: (name: string) => Promise<Pick<Cache, 'match' | 'put'>>;
  };
  /** The cache of this version, and those of all others. */
  readonly own: string;
  readonly others: () => Promise<readonly string[]>;
  /** Where the app's files lie: the worker's scope. */
  readonly place: string;
  /** Pages that are open now, of whichever version. */
  readonly pages: () => Promise<readonly { readonly id: string; readonly url: string }[]>;
  /** A further version is being taken in or waits; it may bear the name of an earlier one. */
  readonly isAnotherComing: () => boolean;
}

async function openPages({ pages, place }: Standing): Promise<string[]> {
  return (await pages()).filter(({ url }) => url.startsWith(place)).map(({ id }) => id);
}

/** No files of the app have these names. */
type Note = 'pages-before' | 'versions-before';

async function note({ caches, own, place }: Standing, name: Note, lines: readonly string[]): Promise<void> {
  const cache = await caches.open(own);
  await cache.put(new URL(name, place).href, new Response(lines.join('\n')));
}

async function noted({ caches, own, place }: Standing, name: Note): Promise<readonly string[]> {
  const cache = await caches.open(own);
  const lines = await (await cache.match(new URL(name, place).href))?.text();
  return lines ? lines.split('\n') : [];
}

/**
 * Notes what was held and which pages were open when this version took over: each may be of any version that was held then,
 * for two updates may come before the person switches, and it goes on needing what it has not fetched yet.
 */
export async function noteBefore(standing: Standing): Promise<void> {
  await note(standing, 'pages-before', await openPages(standing));
  await note(standing, 'versions-before', await standing.others());
}

/** Drops what earlier versions left, once no page is open that may be of one of them. */
export async function dropEarlier(standing: Standing): Promise<void> {
  if (standing.isAnotherComing()) return;
  const before = new Set(await noted(standing, 'pages-before'));
  if ((await openPages(standing)).some((id) => before.has(id))) return;
  const versions = await noted(standing, 'versions-before');
  await Promise.all(versions.map((name) => standing.caches.delete(name)));
}
