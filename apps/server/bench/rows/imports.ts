import { hashPassword } from '@kycuong/api/access/password.ts';
import { account, credential, roleGrant } from '@kycuong/db/schema/access.ts';
import { farCorner, millionRows } from '@kycuong/db/testing/make-workbook.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { longestWait, othersLimitMs } from '../longest-wait.ts';
import { absolute, longest, type Row } from '../row.ts';
import { password } from '../stage/furnish.ts';
import type { Client } from '../stage/http-client.ts';
import { nationalLists } from '../stage/national-lists.ts';
import { type Stage, signIn } from '../stage/stage.ts';

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

/** Takes out again what was taken in, past every key that would look for each unit in each table. */
async function takeOut({ connection: { sql } }: Stage, kept: readonly string[]): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`delete from unit_lineage`;
    await tx`delete from unit where not id = any(${kept}::uuid[])`;
    await tx`select rebuild_unit_scope()`;
  });
  await sql`vacuum (analyze) unit, unit_lineage, unit_scope`;
}

async function measure(
  stage: Stage,
  { name, limitMs, files }: { name: string; limitMs: number; files: readonly Sent[] },
): Promise<Row[]> {
  const units = await stage.connection.sql<{ id: string }[]>`select id from unit`;
  const client = await openAdministrator(stage);
  const { ms, wait } = await longestWait(stage.server.url, async () => {
    for (const file of files) await send(client, file);
  });
  client.close();
  await takeOut(
    stage,
    units.map(({ id }) => id),
  );
  return [absolute(name, 'ms', ms, limitMs), longest(`${name}.others`, [wait], othersLimitMs)];
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

export function importNational(stage: Stage): Promise<Row[]> {
  const lists = nationalLists();
  return measure(stage, {
    name: 'import.national',
    limitMs: 60_000,
    files: [
      { list: 'units', name: 'before.csv', bytes: lists.before, input: before },
      { list: 'units', name: 'since.csv', bytes: lists.since, input: since },
      { list: 'lineage', name: 'lineage.csv', bytes: lists.lineage, input: merged },
    ],
  });
}
