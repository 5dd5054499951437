import { setImmediate } from 'node:timers/promises';

const mostAtOnce = 250;
const longestMs = 20;

/** One after another what a stranger may have made long: in between all others have their turn. */
export async function* inTurns<Item>(items: Iterable<Item>): AsyncGenerator<Item> {
  let done = 0;
  let since = performance.now();
  for (const item of items) {
    yield item;
    done += 1;
    if (done < mostAtOnce && performance.now() - since < longestMs) continue;
    await setImmediate();
    done = 0;
    since = performance.now();
  }
}
