import { TRPCClientError } from '@trpc/client';
import { afterEach, expect, it, vi } from 'vitest';
import { askServer, OtherAnswer } from './ask-server.ts';
import { failureText } from './refusal.ts';

afterEach(() => void vi.unstubAllGlobals());
const html = { 'content-type': 'text/html' };
const key = (path: string) => path;

it.each([
  ['a portal', 200, 'shell:other-portal'],
  ['a portal with 511', 511, 'shell:other-portal'],
  ['a filter', 403, 'shell:other-portal'],
  ['a proxy that asks for a password', 401, 'shell:other-proxy'],
  ['a hop that lets nothing large through', 413, 'shell:other-too-large'],
  ['a hop that is busy', 429, 'shell:other-busy'],
  ['a hop that does not reach the server', 502, 'shell:other-gateway'],
])('%s is told by what it is', async (_, status, words) => {
  vi.stubGlobal('fetch', async () => new Response('<p>x', { status, headers: html }));
  const failure = await askServer('/api/trpc/access.session').catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(OtherAnswer);
  expect(failureText(failure, key)).toBe(words);
  if (failure instanceof Error) expect(failureText(TRPCClientError.from(failure), key)).toBe(words);
});

it('half an answer, the words at the server’s door, and no answer at all are told apart', () => {
  const half = new SyntaxError('Unterminated string in JSON');
  expect(failureText(TRPCClientError.from(half), key)).toBe('shell:other-cut');
  const responseJSON = { error: { code: 'too-large', key: 'input.too-large', message: '' } };
  const door = TRPCClientError.from(new Error('Unable to transform response'), { meta: { responseJSON } });
  expect(failureText(door, key)).toBe('errors:input.too-large');
  expect(failureText(TRPCClientError.from(new TypeError('Failed to fetch')), key)).toBe(
    'shell:no-connection',
  );
});
