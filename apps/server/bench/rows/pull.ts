import type { Pulled } from '@kycuong/domain/sync/pull.ts';
import { writeAnswers } from '../floor/write.ts';
import { interleave } from '../measure.ts';
import { compared, type Row } from '../row.ts';
import { addVisit } from '../stage/furnish.ts';
import type { Client } from '../stage/http-client.ts';
import { reader, type Stage } from '../stage/stage.ts';
import { answers } from './write-commands.ts';

const count = 1_000;
const emptyPulls = 100;

async function pull(client: Client, cursor: string | null): Promise<Pulled> {
  const input = encodeURIComponent(JSON.stringify({ cursor }));
  const { body } = await client.send('GET', `/api/trpc/sync.pull?input=${input}`);
  return JSON.parse(body).result.data;
}

/** All pages from a cursor: how many changes they brought, and where they end. */
async function pullAll(client: Client, from: string | null): Promise<{ changes: number; cursor: string }> {
  let cursor = from;
  for (let changes = 0; ; ) {
    const page: Pulled = await pull(client, cursor);
    changes += page.changes.length;
    cursor = page.cursor;
    if (!page.more) return { changes, cursor };
  }
}

async function pullAllBare(bare: Client, roundId: string, from: string): Promise<number> {
  let after = from;
  for (let changes = 0; ; ) {
    const { body } = await bare.send('GET', `/pull/${roundId}/${after}`);
    const page: Pick<Pulled, 'changes' | 'cursor' | 'more'> = JSON.parse(body);
    changes += page.changes.length;
    after = page.cursor;
    if (!page.more) return changes;
  }
}

/** `<transaction id>:<seq>` of a cursor, without the generation. */
const placeIn = (cursor: string) => cursor.slice(cursor.indexOf(':') + 1);

function require(found: number, expected: number): void {
  if (found !== expected) throw new Error(`pulled ${found} changes, not ${expected}`);
}

/** What a colleague wrote, a thousand answers, read by who was granted the visit before. */
export async function pullThousand(stage: Stage, rounds: number): Promise<Row> {
  const { connection, furnished, bare } = stage;
  const { inspector, client } = reader(stage);
  const visit = await addVisit(connection, furnished.reading, [inspector]);
  const { cursor } = await pullAll(client, null);
  const [author] = furnished.inspectors;
  if (author === undefined) throw new Error('nobody writes');
  const commands = answers(author, visit, 0, count);
  for (let from = 0; from < count; from += 50)
    await writeAnswers(stage.driver, commands.slice(from, from + 50), {
      ...visit,
      authorName: author.fullName,
    });
  await connection.sql`analyze change_feed, field_command`;
  const times = await interleave(
    {
      ours: async () => async () => require((await pullAll(client, cursor)).changes, count),
      floor: async () => async () => require(await pullAllBare(bare, visit.roundId, placeIn(cursor)), count),
    },
    rounds,
  );
  return compared('pull.thousand', 2, times, rounds);
}

/** Asked again when nothing changed, as every tablet does all day. Time of one request. */
export async function pullEmpty(stage: Stage, rounds: number): Promise<Row> {
  const { bare } = stage;
  const { client } = reader(stage);
  const { cursor } = await pullAll(client, null);
  const times = await interleave(
    {
      ours: async () => async () => {
        for (let pulls = 0; pulls < emptyPulls; pulls += 1)
          require((await pull(client, cursor)).changes.length, 0);
      },
      floor: async () => async () => {
        for (let pulls = 0; pulls < emptyPulls; pulls += 1) await bare.send('GET', '/empty');
      },
    },
    rounds,
  );
  const one = { ours: times.ours / emptyPulls, floor: times.floor / emptyPulls };
  return compared('pull.empty', 3, one, rounds);
}
