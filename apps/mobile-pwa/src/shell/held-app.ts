import { type AppFile, isWhole } from './app-file.ts';

/** So many files are fetched at once. */
const lanes = 4;

export interface Ground {
  readonly files: readonly AppFile[];
  /** Where the app's files lie: the worker's scope. */
  readonly place: string;
  readonly cache: Pick<Cache, 'match' | 'put'>;
  readonly fetch: (request: Request) => Promise<Response>;
}

const addressOf = ({ place }: Ground, { url }: AppFile) => new URL(url, place).href;

/**
 * Fetches a file until it is the right one: what lies between may have kept a wrong answer under its name, so that the
 * second question goes past the browser's own cache.
 * @throws Error where what comes is not the file
 */
async function fetchWhole(ground: Ground, file: AppFile, modes: readonly RequestCache[]): Promise<Response> {
  for (const cache of modes) {
    const request = new Request(addressOf(ground, file), { cache, credentials: 'same-origin' });
    const answer = await ground.fetch(request);
    if (await isWhole(file, answer)) return answer;
  }
  throw new Error(`what came is not ${file.url}`);
}

/** Puts one file right, past the browser's own cache, and gives it. @throws Error where it cannot be had now */
export async function mend(ground: Ground, file: AppFile): Promise<Response> {
  const answer = await fetchWhole(ground, file, ['reload']);
  await ground.cache.put(addressOf(ground, file), answer.clone());
  return answer;
}

async function isHeld(ground: Ground, file: AppFile): Promise<boolean> {
  const kept = await ground.cache.match(addressOf(ground, file));
  return kept !== undefined && (await isWhole(file, kept));
}

/**
 * The file as it is held, where it is right: a page that is damaged cannot ask for its own healing. What is not right
 * is fetched, and given once it is. @throws Error where it cannot be had now
 */
export async function give(ground: Ground, file: AppFile): Promise<Response> {
  // Asked for twice: an answer that was copied to be read has lost what the browser compiled beside it.
  const [kept, isRight] = await Promise.all([
    ground.cache.match(addressOf(ground, file)),
    isHeld(ground, file),
  ]);
  if (kept !== undefined && isRight) return kept;
  const answer = await fetchWhole(ground, file, ['reload']);
  // A full disk keeps nothing, and opens the app all the same.
  await ground.cache.put(addressOf(ground, file), answer.clone()).catch(() => undefined);
  return answer;
}

async function inLanes<Item>(items: readonly Item[], run: (item: Item) => Promise<void>): Promise<void> {
  const left = items.values();
  const lane = async () => {
    for (const item of left) await run(item);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

/**
 * Takes the app in, whole or not at all. What an earlier try or the version before held of it is taken from there,
 * once it is seen to be right.
 * @throws Error where a file cannot be had: the install fails, and what came is there for the next try
 */
export async function takeIn(
  ground: Ground,
  before: (address: string) => Promise<Response | undefined>,
): Promise<void> {
  await inLanes(ground.files, async (file) => {
    if (await isHeld(ground, file)) return;
    const address = addressOf(ground, file);
    const kept = await before(address);
    const answer =
      kept !== undefined && (await isWhole(file, kept))
        ? kept
        : await fetchWhole(ground, file, ['default', 'reload']);
    await ground.cache.put(address, answer);
  });
}

/** Whether every file is held and right; what is not is put right where that can be done. */
export async function makeWhole(ground: Ground): Promise<boolean> {
  let whole = true;
  await inLanes(ground.files, async (file) => {
    if (await isHeld(ground, file)) return;
    await mend(ground, file).catch(() => {
      whole = false;
    });
  });
  return whole;
}
