/**
 * Bytes that lie in the browser's cache for nothing but to be given up when a record finds no room. Photos end before
 * they are touched, records do not.
 */
export const reserveBytes = 32_000_000;
const cacheName = 'kycuong-room';
const reserve = '/field/reserve';
const trial = '/field/trial';
const gibibyte = 2 ** 30;

/** A browser that is short of room may refuse its cache altogether: then nothing was done. */
const done = (run: (cache: Cache) => Promise<boolean>): Promise<boolean> =>
  caches
    .open(cacheName)
    .then(run)
    .catch(() => false);

/** Lays so many bytes into the cache, which refuses them at once where no room is; a database may tell half a minute late. */
function lay(name: string, bytes: number): Promise<boolean> {
  const piece = crypto.getRandomValues(new Uint8Array(65_536));
  const filler = new Blob(Array.from({ length: Math.ceil(bytes / piece.length) }, () => piece));
  return done((cache) => cache.put(name, new Response(filler)).then(() => true));
}

/** Whether the reserve lies here; it is laid where it can be. */
export async function holdReserve(): Promise<boolean> {
  const isHeld = await done(async (cache) => (await cache.keys(reserve)).length > 0);
  return isHeld || lay(reserve, reserveBytes);
}

/** Makes room for records; false when nothing was left to give up. */
export function giveUpReserve(): Promise<boolean> {
  return done((cache) => cache.delete(reserve));
}

/** Whether a photo of this size fits beside the reserve. Tried, because browsers do not tell how much room there is. */
export async function hasRoomFor(bytes: number): Promise<boolean> {
  if (!(await holdReserve())) return false;
  const fits = await lay(trial, bytes);
  await done((cache) => cache.delete(trial));
  return fits;
}

/** Bytes that are still free; null where the browser does not tell, as Chromium does: there it is always whole gibibytes. */
export function freeBytes({ quota, usage }: StorageEstimate): number | null {
  if (quota === undefined || usage === undefined) return null;
  const free = Math.max(0, quota - usage);
  return free > 0 && free % gibibyte === 0 ? null : free;
}
