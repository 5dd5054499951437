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
  /** A further version is being taken in or waits: what is held of it is not told apart from an earlier one. */
  readonly isAnotherComing: () => boolean;
}

async function openPages({ pages, place }: Standing): Promise<string[]> {
  return (await pages()).filter(({ url }) => url.startsWith(place)).map(({ id }) => id);
}

/** No file of the app has this name. */
const noteAddress = ({ place }: Standing) => new URL('pages-before', place).href;

/**
 * Notes which pages were open when this version took over: each may be of any version that was held then, for two
 * updates may come before the person switches, and it goes on needing what it has not fetched yet.
 */
export async function notePagesBefore(standing: Standing): Promise<void> {
  const cache = await standing.caches.open(standing.own);
  await cache.put(noteAddress(standing), new Response((await openPages(standing)).join('\n')));
}

/** Drops what earlier versions left, once no page is open that may be of one of them. */
export async function dropEarlier(standing: Standing): Promise<void> {
  if (standing.isAnotherComing()) return;
  const noted = await (await standing.caches.open(standing.own)).match(noteAddress(standing));
  const before = new Set((await noted?.text())?.split('\n'));
  const open = await openPages(standing);
  if (noted === undefined || open.some((id) => before.has(id))) return;
  await Promise.all((await standing.others()).map((name) => standing.caches.delete(name)));
}
