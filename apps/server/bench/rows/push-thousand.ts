import { mostPushedAtOnce } from '@kycuong/domain/sync/push.ts';
import { type AnswerCommand, writeAnswers } from '../floor/write.ts';
import { interleave, median, timed } from '../measure.ts';
import { absolute, compared, type Row } from '../row.ts';
import { addVisit, type BenchVisit } from '../stage/furnish.ts';
import type { Client } from '../stage/http-client.ts';
import { first, type Stage } from '../stage/stage.ts';
import { countRows, grownBy, requireSameRows } from '../stage/table-counts.ts';
import { push, requireApplied } from './push-request.ts';
import { answers } from './write-commands.ts';

const count = 1_000;
const senders = 8;

/** In one request where the server takes as many. */
async function pushAll(client: Client, commands: readonly unknown[]): Promise<string[]> {
  const receipts: string[] = [];
  for (let from = 0; from < commands.length; from += mostPushedAtOnce)
    receipts.push(...(await push(client, commands.slice(from, from + mostPushedAtOnce))));
  return receipts;
}

interface Sent {
  readonly visit: BenchVisit;
  readonly commands: AnswerCommand[];
  receipts: string[];
}

/** @throws Error unless eight senders of the same commands all get the same receipts; gives those */
async function eightAtOnce(client: Client, commands: readonly unknown[]): Promise<string[]> {
  const all = await Promise.all(Array.from({ length: senders }, () => pushAll(client, commands)));
  const [one = []] = all;
  if (all.some((given) => given.join() !== one.join()))
    throw new Error('identical senders did not get identical receipts');
  return one;
}

/** Times of a replay by one sender and by eight. @throws Error when it leaves a row or gets other receipts */
async function replay({ connection }: Stage, client: Client, sent: readonly Sent[]) {
  const before = await countRows(connection);
  const again: number[] = [];
  const eight: number[] = [];
  for (const { commands, receipts } of sent) {
    let given: string[] = [];
    const send = async () => {
      given = await pushAll(client, commands);
    };
    again.push(await timed(send));
    if (given.join() !== receipts.join()) throw new Error('a replay got other receipts');
    eight.push(await timed(() => eightAtOnce(client, commands)));
  }
  const grown = grownBy(before, await countRows(connection));
  if (Object.keys(grown).length > 0) throw new Error(`a replay left rows: ${JSON.stringify(grown)}`);
  return { again: median(again), eight: median(eight) };
}

/** A thousand commands with a verdict for each; the same again; and eight identical senders of them. */
export async function pushThousand(stage: Stage, rounds: number): Promise<Row[]> {
  const { connection, furnished } = stage;
  const { inspector, client } = first(stage);
  const sent: Sent[] = [];
  const next = async (): Promise<Sent> => {
    const visit = await addVisit(connection, furnished.writing);
    return { visit, commands: answers(inspector, visit, 0, count), receipts: [] };
  };
  const { ours, floor } = await interleave(
    {
      ours: async () => {
        const one = await next();
        sent.push(one);
        return async () => {
          one.receipts = await pushAll(client, one.commands);
        };
      },
      floor: async () => {
        const { visit, commands } = await next();
        return () => writeAnswers(stage.driver, commands, { ...visit, authorName: inspector.fullName });
      },
      warmUp: (mine, bare) => requireSameRows(connection, mine, bare),
    },
    rounds,
  );
  for (const { receipts } of sent) requireApplied(receipts, count);
  const replayed = await replay(stage, client, sent.slice(1));
  const fresh = await next();
  const atOnce = await eightAtOnce(client, fresh.commands);
  requireApplied(atOnce, count);
  return [
    compared('push.thousand', 1.6, { ours, floor }, rounds),
    compared('push.thousand.again', 1, { ours: replayed.again, floor: ours }, rounds),
    absolute('push.thousand.eight', 'ms', replayed.eight, null, rounds),
  ];
}
