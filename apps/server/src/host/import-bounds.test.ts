import { once } from 'node:events';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { type House, openHouse, password } from '@kycuong/api/testing/house.ts';
import { makeWorkbook, millionRows, swollen } from '@kycuong/db/testing/make-workbook.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildHost, listen } from '../host.ts';
import { importAside } from '../import-file/import-aside.ts';
import { createApi } from './api.ts';
import type { Listening } from './listening.ts';

const listening: Listening = { port: 0, host: '127.0.0.1', publicUrl: undefined };
const megabyte = 1024 * 1024;
let house: House;
let app: FastifyInstance;
let base: string;
const cookies = new Map<string, string>();

beforeAll(async () => {
  house = await openHouse();
  const { connection } = house;
  app = await buildHost({ connection, listening, api: createApi(connection, false, tmpdir()) });
  base = await listen(app, listening);
  for (const username of ['administrator', 'headCoLe']) {
    const answer = await fetch(`${base}api/trpc/access.signIn`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password }),
    });
    cookies.set(username, (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '');
  }
});
afterAll(async () => {
  await app.close();
  await house.close();
});

function formOf(file: Buffer, name = 'units.xlsx'): FormData {
  const form = new FormData();
  form.set('input', JSON.stringify({ from: '2025-07-01', until: null }));
  form.set('id', uuidV7());
  form.set('dryRun', 'true');
  form.set('file', new File([Uint8Array.from(file)], name));
  return form;
}
async function send(file: Buffer) {
  const headers = { cookie: cookies.get('administrator') ?? '' };
  const answer = await fetch(`${base}api/import/units`, { method: 'POST', headers, body: formOf(file) });
  return { status: answer.status, body: JSON.parse(await answer.text()) };
}

/** The same form as the worker gets it. */
async function sentOf(file: Buffer) {
  const form = new Response(formOf(file));
  return {
    body: new Uint8Array(await form.arrayBuffer()),
    contentType: form.headers.get('content-type') ?? '',
    databaseUrl: house.connection.url,
    accountId: house.accountId('administrator'),
    list: 'units' as const,
    secondFactor: undefined,
  };
}
const bounds = { readMs: 60_000, writeMs: 60_000, memoryMb: 384 };

/** What comes back on a request of which the head alone was sent. */
async function answerToHead(username: string | undefined): Promise<number | undefined> {
  const outgoing = request(`${base}api/import/units`, {
    method: 'POST',
    headers: {
      'content-type': 'multipart/form-data; boundary=x',
      'content-length': 3 * megabyte,
      cookie: cookies.get(username ?? '') ?? '',
    },
  });
  outgoing.flushHeaders();
  const [answer] = await once(outgoing, 'response');
  outgoing.destroy();
  return answer.statusCode;
}

describe('a file to import', { timeout: 180_000 }, () => {
  it('is refused before a byte of it was sent to who may not import, and to strangers', async () => {
    expect(await answerToHead('headCoLe')).toBe(403);
    expect(await answerToHead(undefined)).toBe(401);
  });

  const texts = `<si><t>${'x'.repeat(900)}</t></si>`.repeat(60_000);
  const large = [
    ['a directory that says less than is true', swollen(60, 100), 'file.sizes-wrong'],
    ['texts that no cell has', makeWorkbook({ rows: '<row/>', strings: texts }), 'file.empty'],
  ] as const;

  it.each(large)('is read beside what the server does for others: %s', async (_, file, key) => {
    const begun = once(process, 'worker');
    const answer = send(file);
    const alone = answer.then(() => Promise.reject(new Error('it was read by the thread that serves')));
    const [worker] = await Promise.race([begun, alone]);
    alone.catch(() => undefined);
    let isOver = false;
    worker.once('exit', () => {
      isOver = true;
    });
    expect((await fetch(`${base}health`)).status).toBe(200);
    expect(isOver).toBe(false);
    expect(await answer).toMatchObject({ body: { error: { key, details: { field: 'file' } } } });
    expect(isOver).toBe(true);
  });

  it('is never held whole: rows of 57 MB, nothing in them, are read in 32', async () => {
    const blanks = ' '.repeat(260);
    const rows = Array.from({ length: 200_000 }, (_, at) => `<row><c r="A${at + 1}" s="1"/>${blanks}</row>`);
    const sent = await sentOf(makeWorkbook({ rows: rows.join('') }));
    const read = importAside(sent, { ...bounds, memoryMb: 32 });
    await expect(read).rejects.toMatchObject({ key: 'file.empty' });
  });

  it('that takes too much memory or time is let go', async () => {
    const sent = await sentOf(millionRows());
    for (const [change, key] of [
      [{ readMs: 1 }, 'file.takes-too-long'],
      [{ writeMs: 1 }, 'file.writing-takes-too-long'],
      [{ memoryMb: 6 }, 'file.takes-too-much'],
    ] as const)
      await expect(importAside(sent, { ...bounds, ...change })).rejects.toMatchObject({ key });
  });

  it('of a million empty rows is its one row; it waits for the one before it, and a crowd is sent away', async () => {
    const file = millionRows();
    const answers = await Promise.all(Array.from({ length: 6 }, () => send(file)));
    const read = answers.filter(({ status }) => status === 200);
    expect(read.map(({ body }) => body.read)).toEqual([1, 1]);
    const sentAway = answers.filter(({ status }) => status === 429);
    expect(sentAway).toHaveLength(4);
    expect(sentAway[0]?.body.error.key).toBe('file.others-first');
    expect((await send(swollen(1))).status).toBe(200);
  });
});
