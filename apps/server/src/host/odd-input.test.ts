import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSession } from '@kycuong/api/access/create-session.ts';
import { sessionCookieName } from '@kycuong/api/access/sessions.ts';
import { type FieldHouse, openFieldHouse } from '@kycuong/api/testing/field-house.ts';
import type { Persona } from '@kycuong/api/testing/house.ts';
import { account } from '@kycuong/db/schema/access.ts';
import { largestDraftBytes } from '@kycuong/domain/draft/draft-form.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { eq } from 'drizzle-orm';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildHost } from '../host.ts';
import { createApi } from './api.ts';

let house: FieldHouse;
let app: FastifyInstance;
let folder: string;

beforeAll(async () => {
  house = await openFieldHouse();
  folder = await mkdtemp(join(tmpdir(), 'kycuong-odd-'));
  const { connection } = house;
  const listening = { port: 0, host: '127.0.0.1', publicUrl: undefined };
  app = await buildHost({ connection, listening, api: createApi(connection, false, folder) });
});
afterAll(async () => {
  await app.close();
  await house.close();
  await rm(folder, { recursive: true });
});

async function ask(persona: Persona | undefined, options: InjectOptions) {
  const { headers, ...rest } = options;
  const own =
    persona &&
    (await createSession(
      { ...house.ground, now: () => new Date() },
      { accountId: house.accountId(persona) },
    ));
  const cookies = own === undefined ? {} : { [sessionCookieName]: own.id };
  const answer = await app.inject({ ...rest, cookies, headers: { host: 'localhost', ...headers } });
  return { status: answer.statusCode, text: answer.body };
}
const json = { 'content-type': 'application/json' };
const post = (path: string, payload: string): InjectOptions => ({
  ...{ method: 'POST', url: `/api/trpc/${path}`, headers: json, payload },
});
const deep = `${'{"a":['.repeat(10_000)}1${']}'.repeat(10_000)}`;

it('the largest draft that there may be passes the door, of whatever letters and as the console sends it', async () => {
  const content = { name: 'ờ'.repeat(Math.floor((largestDraftBytes - 11) / 3)) };
  const payload = { draftId: uuidV7(), form: 'round', about: null, version: 0, content };
  const sent = post('draft.save?batch=1', JSON.stringify({ 0: { id: uuidV7(), payload } }));
  expect(await ask('office', sent)).toMatchObject({ status: 200 });
});

it('what a person pastes is taken, by a command and by a search', async () => {
  const reason = 'Nghỉ việc\u0003\u000btừ\ufffe 30/11\0\ud83d'.normalize('NFD');
  const payload = { accountId: house.accountId('headNinhGiang'), reason };
  const locked = await ask(
    'administrator',
    post('access.lockAccount', JSON.stringify({ id: uuidV7(), payload })),
  );
  expect(locked.status).toBe(200);
  const [row] = await house.look('administrator', (tx) =>
    tx
      .select()
      .from(account)
      .where(eq(account.id, house.accountId('headNinhGiang'))),
  );
  expect(row?.disabledReason).toBe('Nghỉ việc\ntừ 30/11');
  const input = encodeURIComponent(JSON.stringify({ q: 'Phạm\u0003 Văn\u000bTịch\0' }));
  const found = await ask('administrator', { url: `/api/trpc/access.accounts?input=${input}` });
  expect(found).toMatchObject({ status: 200, text: expect.stringContaining('Phạm Văn Tịch') });
});

describe('what no person sends is refused as theirs, not failed on as ours', () => {
  it.each(['a\0b', 'a\ud800'])('a question by an id that the database does not take: %j', async (text) => {
    const input = encodeURIComponent(JSON.stringify({ subjectId: text }));
    const trail = await ask('administrator', { url: `/api/trpc/trail.list?input=${input}` });
    expect(trail).toMatchObject({ status: 400, text: expect.stringContaining('"field":"subjectId"') });
  });

  it('what is nested thousands deep, by every door', async () => {
    const command = `{"id":"${uuidV7()}","payload":${deep}}`;
    const query = '{"areaId":'.concat('['.repeat(3_000), ']'.repeat(3_000), '}');
    for (const sent of [
      post('planning.createRound', command),
      post('visit.checkIn', command),
      post('access.signIn', deep),
      { url: `/api/trpc/statistics.coverage?input=${encodeURIComponent(query)}` },
    ])
      expect(await ask('office', sent)).toMatchObject({
        ...{ status: 400, text: expect.stringContaining('input.too-deep') },
      });
  });

  it('one such command of a tablet takes no other along', async () => {
    const round = await house.addRound();
    const { write } = house.tablet('inspector');
    const visitId = round.visitId('coLe');
    const good = write('visit.check-in', { visitId, arrivedAt: '2026-11-23T02:00:00Z' });
    const bad = write('answer.set', { visitId, itemCode: 'M01', conformity: 'conform', note: '@@' });
    const next = write('answer.set', { visitId, itemCode: 'M02', conformity: 'conform' });
    const body = JSON.stringify({ commands: [good, bad, next] }).replace('"@@"', deep);
    const { status, text } = await ask('inspector', post('sync.push', body));
    expect(status).toBe(200);
    const receipts: string[] = JSON.parse(text).result.data.receipts;
    const told = receipts.map((receipt) => JSON.parse(receipt));
    expect(told.map(({ id }) => id)).toEqual([good.id, bad.id, next.id]);
    expect(told.map(({ status: of }) => of)).toEqual(['applied', 'refused', 'applied']);
    expect(told[1].reason).toMatchObject({ code: 'invalid', key: 'input.too-deep' });
  });

  it.each(['evidenceId x y', 'evidenceId !!!!', 'evidenceId YQ==,evidenceId YQ==', ',', 'evidenceId'])(
    'metadata of an upload that is none: %s',
    async (metadata) => {
      for (const url of ['/api/evidence/upload', `/api/evidence/upload/${uuidV7()}`])
        expect(
          await ask('inspector', {
            method: 'POST',
            url,
            headers: { 'tus-resumable': '1.0.0', 'upload-length': '3', 'upload-metadata': metadata },
          }),
        ).toMatchObject({ status: expect.toSatisfy((code) => code === 400 || code === 404) });
    },
  );

  it('a method that only asks what arrived', async () => {
    for (const url of ['/api/trpc/access.session', '/health', '/'])
      expect(await ask(undefined, { method: 'TRACE' as 'GET', url })).toMatchObject({ status: 405 });
  });
});
