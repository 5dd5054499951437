import { expect, it } from 'vitest';
import { readAnswer } from './read-answer.ts';
import { ServerFailure } from './server-failure.ts';

const html = { 'content-type': 'text/html' };
const json = { 'content-type': 'application/json; charset=utf-8' };
const page = '<html><body>Wi-Fi</body></html>';
const ours = (httpStatus: number, key: string) =>
  JSON.stringify({ error: { data: { httpStatus, problem: { key } } } });
const door = (key: string) => JSON.stringify({ error: { code: 'x', key, message: 'x' } });

async function failure(answer: Response): Promise<ServerFailure> {
  const said = await readAnswer(answer).catch((error: unknown) => error);
  if (!(said instanceof ServerFailure)) throw new Error(`no failure: ${JSON.stringify(said)}`);
  return said;
}

it.each([
  ['a portal with 200', page, { status: 200, headers: html }, 'portal'],
  ['a portal with 511', page, { status: 511, headers: html }, 'portal'],
  ['a filter with 403', page, { status: 403, headers: html }, 'portal'],
  ['a proxy that asks for a password', page, { status: 401, headers: html }, 'proxy'],
  ['nginx with 413', page, { status: 413, headers: html }, 'too-large'],
  ['a hop with 429', page, { status: 429, headers: html }, 'busy'],
  ['a hop with 502', page, { status: 502, headers: html }, 'gateway'],
  ['a hop with 503 in JSON of its own', '{"message":"no"}', { status: 503, headers: json }, 'gateway'],
  ['a hop with 504', '', { status: 504 }, 'gateway'],
  ['half an answer', '{"result":{"da', { status: 200, headers: json }, 'cut'],
  ['our server with 401', ours(401, 'access.not-signed-in'), { status: 401, headers: json }, 'signed-out'],
  ['our server with 413', ours(413, 'input.too-large'), { status: 413, headers: json }, 'too-large'],
  ['our server’s door with 413', door('input.too-large'), { status: 413, headers: json }, 'too-large'],
  [
    'our answer that is too large',
    ours(413, 'system.answer-too-large'),
    { status: 413, headers: json },
    'server',
  ],
  ['our server with 500', ours(500, 'system.unexpected'), { status: 500, headers: json }, 'server'],
])('%s', async (_, body, init, trouble) => {
  expect((await failure(new Response(body, init))).trouble).toBe(trouble);
});

it('sent elsewhere, it was a portal', async () => {
  expect((await failure(Response.error())).trouble).toBe('portal');
});

it('keeps the server’s reason, and how long whoever answered asks to be left alone', async () => {
  const busy = { status: 429, headers: { ...json, 'retry-after': '90' } };
  const { key, retryAfterMs } = await failure(new Response(ours(429, 'access.throttled'), busy));
  expect([key, retryAfterMs]).toEqual(['access.throttled', 90_000]);
  const later = new Date(Date.now() + 120_000).toUTCString();
  const dated = await failure(
    new Response(page, { status: 503, headers: { ...html, 'retry-after': later } }),
  );
  expect(dated.retryAfterMs).toBeGreaterThan(100_000);
  const forever = await failure(new Response('', { status: 503, headers: { 'retry-after': '9999999' } }));
  expect(forever.retryAfterMs).toBe(30 * 60_000);
});

it('an answer that breaks off is no missing network', async () => {
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('{"result"'));
      controller.error(new TypeError('terminated'));
    },
  });
  expect((await failure(new Response(body, { headers: json }))).trouble).toBe('cut');
});

it('gives the JSON of an answer', async () => {
  expect(await readAnswer(Response.json({ result: { data: 1 } }))).toEqual({ result: { data: 1 } });
});
