import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { type House, openHouse, password } from '@kycuong/api/testing/house.ts';
import { unit } from '@kycuong/db/schema/organisation.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { eq } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildHost } from '../host.ts';
import { createApi } from './api.ts';
import type { Listening } from './listening.ts';

const listening: Listening = { port: 0, host: '127.0.0.1', publicUrl: undefined };
const headers = { host: 'localhost' };
let house: House;
let app: FastifyInstance;
const cookies = new Map<string, string>();
beforeAll(async () => {
  house = await openHouse();
  const { connection } = house;
  app = await buildHost({ connection, listening, api: createApi(connection, false, tmpdir()) });
  for (const username of ['administrator', 'office']) {
    const payload = { username, password };
    const answer = await app.inject({ method: 'POST', url: '/api/trpc/access.signIn', headers, payload });
    cookies.set(username, answer.cookies[0]?.value ?? '');
  }
});
afterAll(async () => {
  await app.close();
  await house.close();
});

const list =
  'code,name,kind,parent_code\n36,Tỉnh Nam Định,tinh,\n363,Huyện Trực Ninh,huyen,36\n,Xã Lạc,xa,363\n';
const period = { from: '2008-01-01', until: '2025-06-30' };
const good = { name: 'units.csv', content: list, input: JSON.stringify(period), dryRun: 'false' };

async function send(
  who: string | undefined,
  change: Omit<Partial<typeof good>, 'content'> & {
    content?: string | Uint8Array<ArrayBuffer>;
    id?: string;
    ignore?: string;
    sheet?: string;
  } = {},
  kind = 'units',
) {
  const { name, content, input, dryRun, id = uuidV7(), ignore, sheet } = { ...good, ...change };
  const form = new FormData();
  form.set('input', input);
  form.set('id', id);
  form.set('dryRun', dryRun);
  if (ignore !== undefined) form.set('ignore', ignore);
  if (sheet !== undefined) form.set('sheet', sheet);
  form.set('file', new File([content], name));
  const body = new Response(form);
  const answer = await app.inject({
    method: 'POST',
    url: `/api/import/${kind}`,
    headers: { ...headers, 'content-type': body.headers.get('content-type') ?? '' },
    cookies: { kycuong_session: cookies.get(who ?? '') ?? '' },
    payload: Buffer.from(await body.arrayBuffer()),
  });
  return { status: answer.statusCode, body: answer.json() };
}
const stored = () => house.lookAsSystem((tx) => tx.select().from(unit).where(eq(unit.code, '363')));

describe('importing a file in the browser', () => {
  it('is for administrators who are signed in', async () => {
    expect(await send(undefined)).toMatchObject({
      status: 401,
      body: { error: { key: 'access.not-signed-in' } },
    });
    for (const dryRun of ['true', 'false'])
      expect(await send('office', { dryRun })).toMatchObject({
        status: 403,
        body: { error: { key: 'access.forbidden' } },
      });
    expect(await send('administrator', {}, 'toString')).toMatchObject({ status: 404 });
  });

  it('says beside the field what is wrong, and writes nothing', async () => {
    for (const [change, status, key, field] of [
      [{ content: '\u0000\u0001' }, 400, 'file.not-a-table', 'file'],
      [{ content: 'PK\u0003\u0004' }, 400, 'file.not-a-table', 'file'],
      [{ content: '<html><table></table></html>' }, 400, 'file.is-html', 'file'],
      [{ content: '' }, 400, 'file.empty', 'file'],
      [{ content: 'a,b\n1,2\n' }, 400, 'file.columns-missing', 'file'],
      [{ content: `${list}${'x'.repeat(21 * 1024 * 1024)}` }, 413, 'file.too-large', 'file'],
      [{ input: '{"from":"2025-02-30","until":null}' }, 400, 'input.no-such-day', 'from'],
      [{ input: '[' }, 400, 'input.wrong-format', 'input'],
      [{ id: 'x' }, 400, 'input.wrong-format', 'id'],
      [{ ignore: '[' }, 400, 'input.wrong-format', 'ignore'],
      [{ ignore: '{}' }, 400, 'input.wrong-type', 'ignore'],
    ] as const) {
      const answer = await send('administrator', change);
      expect(answer).toMatchObject({ status, body: { error: { key, details: { field } } } });
    }
    expect(await send('administrator', { content: 'x'.repeat(100_000_000) })).toMatchObject({
      status: 413,
      body: { error: { key: 'input.too-large' } },
    });
    expect(await stored()).toEqual([]);
  });

  it('refuses a column of unknown use until it is ignored', async () => {
    const content = 'code,name,kind,cha\n36,Tỉnh Nam Định,tinh,x\n';
    const refused = await send('administrator', { content, dryRun: 'true' });
    expect(refused).toMatchObject({
      status: 400,
      body: {
        error: {
          key: 'file.columns-unknown',
          details: { columns: 'cha', line: 1, field: 'file' },
          issues: [{ field: 'ignore', key: 'file.column-unknown', details: { column: 'cha' } }],
        },
      },
    });
    const taken = await send('administrator', { content, dryRun: 'true', ignore: '["cha"]' });
    expect(taken).toMatchObject({
      status: 200,
      body: { created: 1, rejected: [], source: { fileName: 'units.csv', ignoredColumns: ['cha'] } },
    });
  });

  it('reads the sheet that is chosen, and says which it read', async () => {
    const path = new URL(
      '../../../../packages/db/src/testing/import-files/second-sheet.xlsx',
      import.meta.url,
    );
    const given = { content: Uint8Array.from(await readFile(path)), name: 'units.bin', dryRun: 'true' };
    expect(await send('administrator', given)).toMatchObject({
      status: 200,
      body: { read: 1, source: { sheet: 'DS', otherSheets: ['Hướng dẫn'], titleRows: 0 } },
    });
    expect(await send('administrator', { ...given, sheet: 'Hướng dẫn' })).toMatchObject({
      status: 400,
      body: { error: { key: 'file.columns-missing', details: { sheet: 'Hướng dẫn', field: 'file' } } },
    });
  });

  it('shows what it would do without doing it', async () => {
    expect(await send('administrator', { dryRun: 'true' })).toMatchObject({
      status: 200,
      body: { read: 3, created: 2, rejected: [{ line: 4, reason: 'organisation.code-missing' }] },
    });
    expect(await stored()).toEqual([]);
  });

  it('takes effect once, however often it is sent', async () => {
    const id = uuidV7();
    const first = await send('administrator', { id });
    expect(first).toMatchObject({ status: 200, body: { created: 2 } });
    expect(await send('administrator', { id })).toEqual(first);
    expect(await stored()).toMatchObject([{ name: 'Huyện Trực Ninh', validUntil: '2025-06-30' }]);
    const other = { id, input: JSON.stringify({ ...period, until: null }) };
    expect(await send('administrator', other)).toMatchObject({ status: 409 });
  });

  it('gives first passwords to new people', async () => {
    const content =
      'username,full_name,unit_code,role,valid_from\nmoi.den,Người Mới,14026,inspector,2026-01-01\n';
    const secret = { username: 'moi.den', password: 'mot-mat-khau-dai' };
    const input = JSON.stringify({ passwords: [secret] });
    const answer = await send('administrator', { name: 'users.csv', content, input }, 'users');
    expect(answer).toMatchObject({ status: 200, body: { created: 1, newUsernames: ['moi.den'] } });
    const signIn = { method: 'POST', url: '/api/trpc/access.signIn', headers, payload: secret } as const;
    expect(await app.inject(signIn)).toMatchObject({ statusCode: 200 });
  });
});
