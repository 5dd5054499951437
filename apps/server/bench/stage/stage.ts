import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Connection, connect } from '@kycuong/db/connection.ts';
import { readdress } from '@kycuong/db/database-address.ts';
import postgres, { type Sql } from 'postgres';
import { embeddedDatabase } from '../../src/database/embedded-database.ts';
import { openDatabase } from '../../src/database/open-database.ts';
import { debianCluster } from './debian-cluster.ts';
import { fillRecords } from './fill-records.ts';
import { type Furnished, furnish, type Inspector, password } from './furnish.ts';
import { type Client, json, openClient } from './http-client.ts';
import { type ServerProcess, startProcess } from './server-process.ts';

/** All that a measurement stands on: our server, the bare one, one database under both. */
export interface Stage {
  readonly furnished: Furnished;
  /** Signed in as each inspector, in their order. */
  readonly clients: readonly Client[];
  readonly bare: Client;
  readonly server: ServerProcess;
  /** A superuser's: past every fence, as the bare server is. */
  readonly connection: Connection;
  /** The bare driver on the same database: `connection` has given its own to Drizzle, which changes how it writes JSON. */
  readonly driver: Sql;
  readonly close: () => Promise<void>;
}

/** `embedded`: the one from npm. `debian`: the distribution's, as a province has it. */
export type Postgres = 'embedded' | 'debian';

const program = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The cookie of a session of that person's own. */
export async function sessionOf(url: string, username: string): Promise<string> {
  const nobody = openClient(url);
  const { headers } = await nobody.send(
    'POST',
    '/api/trpc/access.signIn',
    JSON.stringify({ username, password }),
    json,
  );
  nobody.close();
  const [cookie = ''] = String(headers['set-cookie']).split(';');
  return cookie;
}

export async function signIn(url: string, username: string): Promise<Client> {
  return openClient(url, await sessionOf(url, username));
}

/** Opens everything on a data folder of its own; `profile` is a folder for the server's CPU profile. */
export async function openStage(on: Postgres, profile: string | undefined): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'kycuong-bench-'));
  const undo: (() => unknown)[] = [() => rm(folder, { recursive: true, force: true })];
  const close = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const own = on === 'debian' ? await debianCluster() : undefined;
    if (own !== undefined) undo.push(own.close);
    const databaseUrl = own?.url;
    const settings = { dataFolder: folder, databaseUrl, migrateUrl: undefined };
    const database = await openDatabase(settings, 'tool', () => undefined);
    undo.push(database.close);
    const adminUrl =
      databaseUrl ?? readdress(database.addresses.adminUrl ?? '', { database: embeddedDatabase });
    const connection = connect(adminUrl, { name: 'bench' });
    undo.push(connection.close);
    const driver = postgres(adminUrl, { onnotice: () => undefined });
    undo.push(() => driver.end({ timeout: 5 }));
    const furnished = await furnish(connection);
    await fillRecords({ connection, driver, furnished });
    await connection.sql`analyze`;
    const profiling = profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`];
    const ours = [program('../../bin/kycuong.js'), '--data', folder, 'serve', '--port', '0'];
    const server = await startProcess(
      [...profiling, ...ours],
      databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl },
    );
    undo.push(server.stop);
    const floor = await startProcess([program('../floor/serve.ts')], {
      FLOOR_DATABASE: adminUrl,
      FLOOR_FOLDER: join(folder, 'floor'),
    });
    undo.push(floor.stop);
    const clients: Client[] = [];
    for (const { username } of furnished.inspectors) clients.push(await signIn(server.url, username));
    const bare = openClient(floor.url);
    undo.push(() => {
      for (const client of [bare, ...clients]) client.close();
    });
    return { furnished, clients, bare, server, connection, driver, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The first inspector, and a client signed in as that person. */
export function first({ furnished, clients }: Stage): { inspector: Inspector; client: Client } {
  const [inspector] = furnished.inspectors;
  const [client] = clients;
  if (inspector === undefined || client === undefined) throw new Error('nobody is here');
  return { inspector, client };
}

/** The one who only reads. */
export function reader({ furnished, clients }: Stage): { inspector: Inspector; client: Client } {
  const inspector = furnished.inspectors[8];
  const client = clients[8];
  if (inspector === undefined || client === undefined) throw new Error('nobody is here');
  return { inspector, client };
}

/** The one with the tablet. */
export function tabletPerson({ furnished }: Stage): Inspector {
  const person = furnished.inspectors[9];
  if (person === undefined) throw new Error('nobody is here');
  return person;
}
