import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { setInterval } from 'node:timers/promises';
import { createTestDatabase } from '@kycuong/db/testing/test-database.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildHost, listen } from '../host.ts';
import { connectionLimits } from './connection-limits.ts';

const database = await createTestDatabase();
const listening = { port: 0, host: '127.0.0.1', publicUrl: undefined };
const limits = { ...connectionLimits, bodyMs: 400, growthMs: 400, leastBytes: 1_000, lookEveryMs: 50 };
let release = () => {};
const released = new Promise<void>((resolve) => {
  release = resolve;
});
const app = await buildHost({
  connection: database.app,
  listening,
  limits,
  api: async (scope) => {
    scope.post('/echo', async (request) => request.body);
    scope.addContentTypeParser('application/octet-stream', (_request, body, done) => done(null, body));
    scope.post('/later', async (request) => {
      await released;
      return { size: (await text(request.raw)).length };
    });
    scope.post('/file', async (request) => ({ size: (await text(request.raw)).length }));
  },
});
let port: number;

beforeAll(async () => {
  port = Number(new URL(await listen(app, listening)).port);
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

/** A request that says how long its body is; what comes of it, once the other side has ended it. */
function begin(path: string, type: string, length: number) {
  const socket: Socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write(
    [
      `POST ${path} HTTP/1.1`,
      'Host: localhost',
      `Content-Type: ${type}`,
      `Content-Length: ${length}`,
      'Connection: close',
      '',
      '',
    ].join('\r\n'),
  );
  return { socket, answer: text(socket) };
}

async function feed(socket: Socket, parts: readonly string[]): Promise<void> {
  const left = [...parts];
  for await (const _ of setInterval(100)) {
    const part = left.shift();
    if (part === undefined || socket.destroyed) return;
    socket.write(part);
  }
}

it('a small body that never comes is cut off, however lively it drips', async () => {
  const { socket, answer } = begin('/api/echo', 'application/json', 100);
  const feeding = feed(
    socket,
    Array.from({ length: 60 }, () => ' '),
  );
  expect(await answer).toMatch(/^HTTP\/1\.1 408 [\s\S]*system\.too-slow/);
  await feeding;
});

it('a file that stops growing is cut off', async () => {
  const { socket, answer } = begin('/api/file', 'application/octet-stream', 1_000_000);
  socket.write('x'.repeat(5_000));
  expect(await answer).toMatch(/^HTTP\/1\.1 408 /);
});

it('a file that grows slowly comes through, longer than any small body may take', async () => {
  const parts = Array.from({ length: 15 }, () => 'x'.repeat(800));
  const { socket, answer } = begin('/api/file', 'application/octet-stream', 15 * 800);
  await feed(socket, parts);
  expect(await answer).toMatch(/^HTTP\/1\.1 200 [\s\S]*"size":12000/);
});

it('a file that we leave unread for a while is not held against its sender', async () => {
  const size = 3_000_000;
  const { socket, answer } = begin('/api/later', 'application/octet-stream', size);
  socket.write('x'.repeat(size));
  await feed(
    socket,
    Array.from({ length: 12 }, () => ''),
  );
  release();
  expect(await answer).toMatch(/^HTTP\/1\.1 200 [\s\S]*"size":3000000/);
});
