import { troubleOfStatus } from '@kycuong/domain/network/trouble-of-status.ts';
import { ServerFailure } from './server-failure.ts';
import type { Trouble } from './trouble.ts';

/** However long somebody on the way asks for: the person may have gone elsewhere by then. */
const longestWaitMs = 30 * 60_000;

/** `Retry-After`, in seconds or as a date; 0 where there is none. */
export function retryAfterMs(header: string | null | undefined, nowMs: number): number {
  if (!header) return 0;
  const seconds = Number(header);
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - nowMs;
  return ms > 0 ? Math.min(ms, longestWaitMs) : 0;
}

/** What a status means where our server gave a key of its catalogue with it. */
export function troubleOfRefusal(status: number, key: string | null): Trouble {
  if (status === 401) return 'signed-out';
  if (status === 429) return 'busy';
  // Its answer would be, and not what it was sent.
  if (status === 413 && key !== 'system.answer-too-large') return 'too-large';
  return 'server';
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

function detailsOf(value: unknown): Record<string, string | number | undefined> {
  return Object.fromEntries(
    Object.entries(isObject(value) ? value : {}).flatMap(([name, said]) =>
      typeof said === 'string' || typeof said === 'number' ? [[name, said]] : [],
    ),
  );
}

/** The refusal in an answer's JSON, as tRPC and the host's own routes write it; null: no word of our server. */
function refusalIn(json: unknown) {
  const error = isObject(json) ? json.error : undefined;
  if (!isObject(error)) return null;
  const problem = isObject(error.data) ? error.data.problem : error;
  if (!isObject(problem)) return isObject(error.data) ? { key: null, details: {} } : null;
  return {
    key: typeof problem.key === 'string' ? problem.key : null,
    details: detailsOf(problem.details),
  };
}

/** What of an answer is looked at. */
type Answer = Pick<Response, 'ok' | 'status' | 'text'> & { readonly headers: Pick<Headers, 'get'> };

/** Text of an answer that has begun: where it breaks off, there is a network. */
async function textOf(answer: Answer, signal: AbortSignal | null | undefined): Promise<string> {
  try {
    return await answer.text();
  } catch {
    throw new ServerFailure(signal?.aborted ? 'network' : 'cut');
  }
}

/**
 * The JSON of an answer, when it is one of our server. Anything on the way may answer in its place: the status, the
 * type and the form say who spoke.
 * @throws ServerFailure
 */
export async function readAnswer(answer: Answer, signal?: AbortSignal | null): Promise<unknown> {
  const { status, headers } = answer;
  const wait = { retryAfterMs: retryAfterMs(headers.get('retry-after'), Date.now()) };
  if (!headers.get('content-type')?.includes('json')) throw new ServerFailure(troubleOfStatus(status), wait);
  const text = await textOf(answer, signal);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new ServerFailure(answer.ok ? 'cut' : troubleOfStatus(status), wait);
  }
  const refusal = refusalIn(json);
  if (refusal !== null)
    throw new ServerFailure(troubleOfRefusal(status, refusal.key), { ...refusal, ...wait });
  if (!answer.ok) throw new ServerFailure(troubleOfStatus(status), wait);
  return json;
}
