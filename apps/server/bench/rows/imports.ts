import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { hashPassword } from '@kycuong/api/access/password.ts';
import { account, credential, roleGrant } from '@kycuong/db/schema/access.ts';
import { farCorner, millionRows } from '@kycuong/db/testing/make-workbook.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { timed } from '../measure.ts';
import { absolute, type Row } from '../row.ts';
import { password } from '../stage/furnish.ts';
import { type Client, openClient } from '../stage/http-client.ts';
import { type Stage, signIn } from '../stage/stage.ts';

/** How long anybody may wait for the simplest answer while a file is taken in. */
const othersLimitMs = 300;
const national = fileURLToPath(new URL('../../../../../shared/data/', import.meta.url));

interface Sent {
  readonly list: 'units' | 'lineage';
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly input: object;
}

const since = { from: '2025-07-01', until: null };
const before = { from: '2008-01-01', until: '2025-06-30' };
const merged = { on: '2025-07-01', decision: 'Nghị quyết 202/2025/QH15' };

async function openAdministrator({ connection: { db, sql }, server }: Stage): Promise<Client> {
  const id = uuidV7();
  const username = `quantri-${id.slice(-12)}`;
  const passwordHash = await hashPassword(password);
  await db.insert(account).values({ id, username, fullName: 'Quản trị', invented: true });
  await db.insert(credential).values({ accountId: id, passwordHash, changedAt: new Date() });
  const grant = { accountId: id, role: 'administrator', validFrom: '2020-01-01' } as const;
  await db.insert(roleGrant).values({ id: uuidV7(), ...grant });
  // Who guessed from this address before.
  await sql`delete from sign_in_throttle`;
  return signIn(server.url, username);
}

async function send(client: Client, { list, name, bytes, input }: Sent): Promise<void> {
  const form = new FormData();
  form.set('input', JSON.stringify(input));
  form.set('id', uuidV7());
  form.set('dryRun', 'false');
  form.set('file', new File([Uint8Array.from(bytes)], name));
  const made = new Response(form);
  const headers = { 'content-type': made.headers.get('content-type') ?? '' };
  await client.send('POST', `/api/import/${list}`, Buffer.from(await made.arrayBuffer()), headers);
}

/** The longest that somebody else waited for `/health` while the work went on, asking again and again. */
async function longestWait(url: string, work: () => Promise<unknown>): Promise<{ ms: number; wait: number }> {
  const other = openClient(url);
  let isOver = false;
  let wait = 0;
  const asking = (async () => {
    while (!isOver) wait = Math.max(wait, await timed(() => other.send('GET', '/health')));
  })();
  const ms = await timed(work).finally(() => {
    isOver = true;
  });
  await asking;
  other.close();
  return { ms, wait };
}

async function measure(
  stage: Stage,
  { name, limitMs, files }: { name: string; limitMs: number; files: readonly Sent[] },
): Promise<Row[]> {
  const client = await openAdministrator(stage);
  const { ms, wait } = await longestWait(stage.server.url, async () => {
    for (const file of files) await send(client, file);
  });
  client.close();
  return [absolute(name, 'ms', ms, limitMs), absolute(`${name}.others`, 'ms', wait, othersLimitMs)];
}

/** The three lists of the whole country; where they are not at hand, lists of their size. */
async function nationalLists(): Promise<Sent[]> {
  const at = async (name: string) => readFile(`${national}${name}`);
  if (existsSync(national))
    return [
      { list: 'units', name: 'a.csv', bytes: await at('units-until-2025-06-30.csv'), input: before },
      { list: 'units', name: 'b.csv', bytes: await at('units-current.csv'), input: since },
      { list: 'lineage', name: 'c.csv', bytes: await at('lineage-2025-07-01.csv'), input: merged },
    ];
  const madeUp = (communes: number) => {
    const rows = Array.from(
      { length: communes },
      (_, index) => `${10_000 + index},Xã Thử Số ${index + 1},xa,${10 + (index % 60)}`,
    );
    const provinces = Array.from({ length: 60 }, (_, index) => `${10 + index},Tỉnh Thử ${index + 1},tinh,`);
    return Buffer.from(['code,name,kind,parent_code', ...provinces, ...rows].join('\n'));
  };
  return [
    { list: 'units', name: 'a.csv', bytes: madeUp(11_300), input: before },
    { list: 'units', name: 'b.csv', bytes: madeUp(3_300), input: since },
  ];
}

export const importFarCorner = (stage: Stage) =>
  measure(stage, {
    name: 'import.far-corner',
    limitMs: 3_000,
    files: [{ list: 'units', name: 'far.xlsx', bytes: farCorner(), input: since }],
  });

export const importMillion = (stage: Stage) =>
  measure(stage, {
    name: 'import.million',
    limitMs: 3_000,
    files: [{ list: 'units', name: 'million.xlsx', bytes: millionRows(), input: since }],
  });

export const importNational = async (stage: Stage) =>
  measure(stage, { name: 'import.national', limitMs: 60_000, files: await nationalLists() });
