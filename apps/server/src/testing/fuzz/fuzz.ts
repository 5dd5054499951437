import fc from 'fast-check';
import { anyRequest } from './any-request.ts';
import type { Aims, FuzzRequest } from './request.ts';
import { type Answer, openSender } from './send.ts';

export interface FuzzGround extends Omit<Aims, 'people'> {
  readonly url: URL;
  /** Signs everybody in anew, whatever was done to their accounts meanwhile: the value of each one's cookie header. */
  readonly signEverybodyIn: () => Promise<readonly string[]>;
  /** What the server holds in memory, MB. */
  readonly memory: () => number;
}

export interface FuzzReport {
  readonly sent: number;
  /** How often each status came; 0: closed without an answer, -2: could not be sent. */
  readonly byStatus: Readonly<Record<string, number>>;
  readonly slowestMs: number;
  /** After the first tenth, half and all of it, MB. */
  readonly memory: readonly number[];
  /** What should not have come: the first few, told so that they can be sent again. */
  readonly wrong: readonly string[];
  readonly wrongCount: number;
}

const atOnce = 6;
const inOnePiece = 200;
const mostTold = 20;
const longestMs = 15_000;

/** Where nobody has built the screens, their addresses say so by a status that is else a failure. */
function isWrong({ path }: FuzzRequest, { status }: Answer): boolean {
  const isUnbuilt = status === 503 && !/^\/(api|health)/.test(path);
  return status === -1 || (status >= 500 && !isUnbuilt);
}

function tell(
  { person, method, path, headers, body, raw }: FuzzRequest,
  { status, body: said }: Answer,
): string {
  const sent =
    raw ?? `${method} ${path} ${JSON.stringify(headers)} ${Buffer.from(body ?? []).toString('latin1')}`;
  return `${status} to ${person ?? 'nobody'}: ${sent.slice(0, 600)} → ${said.slice(0, 300)}`;
}

/** Sends so many requests of the seed to a server, and tells what came of them. */
export async function fuzz(ground: FuzzGround, count: number, seed: number): Promise<FuzzReport> {
  const sender = openSender(ground.url, longestMs);
  const byStatus = new Map<number, number>();
  const memory: number[] = [];
  /** One of each kind. */
  const wrong = new Map<string, string>();
  let [sent, wrongCount, slowestMs] = [0, 0, 0];
  const look = [count / 10, count / 2, count];
  const one = async (request: FuzzRequest, cookies: readonly string[]) => {
    const answer = await sender.send(
      request,
      request.person === undefined ? undefined : cookies[request.person],
    );
    sent += 1;
    byStatus.set(answer.status, (byStatus.get(answer.status) ?? 0) + 1);
    slowestMs = Math.max(slowestMs, answer.ms);
    if (!isWrong(request, answer)) return;
    wrongCount += 1;
    const place = `${answer.status} ${request.raw ?? `${request.method} ${request.path.split('?')[0]}`}`;
    if (!wrong.has(place) && wrong.size < mostTold) wrong.set(place, tell(request, answer));
  };
  try {
    for (let piece = 0; sent < count; piece += 1) {
      const cookies = await ground.signEverybodyIn();
      const numRuns = Math.min(inOnePiece, count - sent);
      const arbitrary = anyRequest({ ...ground, people: cookies.length });
      const waiting = fc.sample(arbitrary, { numRuns, seed: seed * 100_003 + piece });
      const lane = async () => {
        for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) await one(next, cookies);
      };
      await Promise.all(Array.from({ length: atOnce }, lane));
      while (sent >= (look[0] ?? Number.POSITIVE_INFINITY)) {
        look.shift();
        memory.push(Math.round(ground.memory()));
      }
    }
  } finally {
    sender.close();
  }
  return {
    sent,
    byStatus: Object.fromEntries([...byStatus].toSorted(([a], [b]) => a - b)),
    slowestMs: Math.round(slowestMs),
    memory,
    wrong: [...wrong.values()],
    wrongCount,
  };
}
