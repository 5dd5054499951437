import { timed } from './measure.ts';
import { openClient } from './stage/http-client.ts';

/** How long anybody may wait for the simplest answer while a file or parcel is taken in. */
export const othersLimitMs = 300;

/** The longest that somebody else waited for `/health` while the work went on, asking again and again. */
export async function longestWait(
  url: string,
  work: () => Promise<unknown>,
): Promise<{ ms: number; wait: number }> {
  const other = openClient(url);
  let isOver = false;
  let wait = 0;
  const asking = (async () => {
    while (!isOver) wait = Math.max(wait, await timed(() => other.send('GET', '/health')));
  })();
  const ms = await timed(work).finally(() => {
    isOver = true;
  });
  await asking;
  other.close();
  return { ms, wait };
}
