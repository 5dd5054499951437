import { setTimeout as pause } from 'node:timers/promises';
import { Receipt } from '@kycuong/domain/sync/receipt.ts';
import { type Photo, photo, upload } from '../../bench/rows/photos.ts';
import { push } from '../../bench/rows/push-request.ts';
import { answers } from '../../bench/rows/write-commands.ts';
import { type Inspector, itemCount, password } from '../../bench/stage/furnish.ts';
import { type Client, json, openClient } from '../../bench/stage/http-client.ts';
import type { House } from './house.ts';

/** What the server said it had taken: commands that it applied, photos whose last byte it confirmed. */
export interface Acknowledged {
  readonly commands: Set<string>;
  readonly photos: Set<string>;
}

export interface Load {
  readonly acknowledged: Acknowledged;
  /** Until so many more commands have been acknowledged than now: the writing goes well. */
  readonly untilTaken: (more: number) => Promise<void>;
  /** Until so many more requests have failed than now. */
  readonly untilFailed: (more: number) => Promise<void>;
  /** Ends when every one has had its last answer or failure. */
  readonly end: () => Promise<void>;
}

const writerCount = 6;
/** Each so many commands of a writer, one is a photo. */
const photoEach = 12;
const patienceMs = 60_000;
const longestAnswerMs = 20_000;

async function signIn(url: string, username: string): Promise<Client> {
  const nobody = openClient(url);
  try {
    const body = JSON.stringify({ username, password });
    const { headers } = await nobody.send('POST', '/api/trpc/access.signIn', body, json);
    // All that a browser would keep: the session, and by what it is known again.
    const cookies = [headers['set-cookie'] ?? []].flat().map((cookie) => cookie.split(';')[0]);
    return openClient(url, cookies.join('; '));
  } finally {
    nobody.close();
  }
}

/** What is not answered at all counts as failed in the end. */
async function answered<T>(sending: Promise<T>): Promise<T> {
  const patience = new AbortController();
  const tooLong = pause(longestAnswerMs, undefined, { signal: patience.signal }).then(() => {
    throw new Error('no answer');
  });
  tooLong.catch(() => undefined);
  return await Promise.race([sending, tooLong]).finally(() => patience.abort());
}

interface Writing {
  readonly acknowledged: Acknowledged;
  /** What failed last, for whoever waits in vain. */
  readonly trouble: { last: string; count: number };
  readonly isOver: () => boolean;
}

/** Writes as a tablet does: what was not answered is sent again, the same, until it is. */
async function write(house: House, author: Inspector, { acknowledged, trouble, isOver }: Writing) {
  const { server, visit } = house;
  const fail = (what: string) => {
    trouble.last = what;
    trouble.count += 1;
  };
  let client: Client | undefined;
  const again = async <T>(send: (client: Client) => Promise<T>): Promise<T | undefined> => {
    while (!isOver()) {
      try {
        client ??= await signIn(server.url, author.username);
        return await answered(send(client));
      } catch (error) {
        fail(String(error));
        // Signed out, or the connection is of a server that is no more.
        if (!/ answered 5\d\d/.test(String(error))) {
          client?.close();
          client = undefined;
        }
        await pause(50);
      }
    }
    return undefined;
  };
  const command = async (one: { readonly id: string }): Promise<boolean> => {
    while (!isOver()) {
      const receipt = (await again((to) => push(to, [one])))?.[0] ?? '';
      const status = receipt === '' ? undefined : Receipt.safeParse(JSON.parse(receipt)).data?.status;
      // `conflict`: applied too, beside what another one wrote.
      const isTaken = status === 'applied' || status === 'conflict';
      if (isTaken) acknowledged.commands.add(one.id);
      if (status !== undefined && !isTaken) fail(receipt);
      if (status !== undefined) return isTaken;
      fail('no receipt');
      await pause(50);
    }
    return false;
  };
  const send = async (one: Photo) => {
    if (!(await command(one.command))) return;
    const sent = await again(async (to) => {
      await upload(to, one);
      return true;
    });
    if (sent === true) acknowledged.photos.add(one.command.payload.evidenceId);
  };
  for (let turn = 0; !isOver(); turn += 1) {
    if (turn % photoEach === photoEach - 1) await send(photo(author, visit, turn % itemCount));
    for (const one of answers(author, visit, turn % itemCount, 1)) await command(one);
  }
  client?.close();
}

/** Several inspectors write at once, without a pause, until it is ended. */
export function startLoad(house: House): Load {
  const acknowledged: Acknowledged = { commands: new Set(), photos: new Set() };
  let over = false;
  const writers = house.furnished.inspectors.slice(0, writerCount);
  const trouble = { last: '', count: 0 };
  const given: Writing = { acknowledged, trouble, isOver: () => over };
  const writing = writers.map((author) => write(house, author, given));
  const until = async (count: () => number, more: number) => {
    const enough = count() + more;
    for (const from = performance.now(); count() < enough; await pause(20))
      if (performance.now() - from > patienceMs)
        throw new Error(
          `${acknowledged.commands.size} acknowledged, ${trouble.count} failed: ${trouble.last}`,
          { cause: house.server.words().slice(-2_000) },
        );
  };
  return {
    acknowledged,
    untilTaken: (more) => until(() => acknowledged.commands.size, more),
    untilFailed: (more) => until(() => trouble.count, more),
    end: async () => {
      over = true;
      await Promise.all(writing);
    },
  };
}

/** How many of the acknowledged writes are not there. */
export async function countLost(house: House, { commands, photos }: Acknowledged): Promise<number> {
  return await house.asRoot(async ({ sql }) => {
    const [found] = await sql<{ commands: number; receipts: number; trail: number; photos: number }[]>`
      select
        (select count(*)::int from field_command where id = any(${[...commands]}::uuid[])) as commands,
        (select count(*)::int from command_receipt where id = any(${[...commands]}::uuid[]) and status in ('applied', 'conflict')) as receipts,
        (select count(distinct command_id)::int from trail_entry where command_id = any(${[...commands]}::uuid[])) as trail,
        (select count(*)::int from evidence where id = any(${[...photos]}::uuid[]) and status = 'received') as photos`;
    if (found === undefined) throw new Error('nothing was counted');
    const kept = Math.min(found.commands, found.receipts, found.trail);
    return commands.size - kept + (photos.size - found.photos);
  });
}
