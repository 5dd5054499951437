import { longest, type Row } from '../row.ts';
import type { Flood } from '../stage/flooder.ts';
import type { Stage } from '../stage/stage.ts';
import { underFlood } from '../stage/under-flood.ts';

const limitMs = 300;
const guessesPerBatch = 340;
const batches = 3;

const guess = (name: string) => ({ username: `khong-co-${name}`, password: 'doan mo' });
const times = <Made>(count: number, make: (index: number) => Made) =>
  Array.from({ length: count }, (_, index) => make(index));

/** Three requests with so many guesses each, all at names that no counter has seen. */
const inBatches = times(batches, (batch) => ({
  path: `/api/trpc/${times(guessesPerBatch, () => 'access.signIn').join(',')}?batch=1`,
  body: Object.fromEntries(times(guessesPerBatch, (index) => guess(`${batch}-${index}`)).entries()),
}));
/** As many guesses, each as it should be sent, all at once. */
const oneByOne = times(batches * guessesPerBatch, (index) => ({
  path: '/api/trpc/access.signIn',
  body: guess(`mot-${index}`),
}));

/** The longest time that the start page took while the guesses were under way, and how many were judged. */
async function longestWait(url: string, requests: Flood['requests']) {
  const { waits, statuses } = await underFlood({ url, requests }, { start: { path: '/' } });
  return { wait: waits.start, judged: statuses.filter((status) => status === 401).length };
}

/** What somebody who is not signed in can do to everybody else by guessing, in three requests and in a thousand. */
export async function signInFlood({ server, connection }: Stage): Promise<readonly Row[]> {
  const url = `http://127.0.0.1:${new URL(server.url).port}`;
  const rowOf = async (name: string, requests: Flood['requests'], tries: number): Promise<Row> => {
    const floods: { wait: number; judged: number }[] = [];
    while (floods.length < tries) {
      floods.push(await longestWait(url, requests));
      await connection.sql`delete from sign_in_throttle`;
    }
    const waits = floods.map(({ wait }) => wait);
    const judged = Math.max(...floods.map((flood) => flood.judged));
    return {
      ...longest(name, waits, limitMs),
      note: `at most ${judged} of ${requests.length} requests judged`,
    };
  };
  // Three requests are refused so soon that few see it: only often tried it is not chance.
  return [await rowOf('signin.flood', inBatches, 10), await rowOf('signin.flood.single', oneByOne, 1)];
}
