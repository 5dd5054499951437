import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Connection, connect } from '@kycuong/db/connection.ts';
import { readdress } from '@kycuong/db/database-address.ts';
import { addVisit, type BenchVisit, type Furnished, furnish } from '../../bench/stage/furnish.ts';
import { embeddedDatabase } from '../../src/database/embedded-database.ts';
import { openDatabase } from '../../src/database/open-database.ts';
import { runKycuong } from '../../src/testing/run-kycuong.ts';
import { type FaultyServer, faultyServer } from './server.ts';

/** A province in a data folder of its own, and its server. */
export interface House {
  /** Around the data folder: what must not lie on its disk. */
  readonly folder: string;
  readonly data: string;
  readonly server: FaultyServer;
  readonly furnished: Furnished;
  readonly visit: BenchVisit;
  /** Signs in past every fence and every check. */
  readonly asRoot: <T>(work: (connection: Connection) => Promise<T>) => Promise<T>;
  /** What `doctor --all-evidence` finds wrong, but that the screens are not built. */
  readonly doctor: () => Promise<string[]>;
  readonly close: () => Promise<void>;
}

export interface HouseSetting {
  /** What is done with the data folder's place before anything is in it; gives how to undo it. */
  readonly prepare?: (data: string) => Promise<() => Promise<void>>;
  /** Of a PostgreSQL that is not the folder's own: an administrator's, and its database's name. */
  readonly databaseUrl?: string;
  /** What the server says is kept in the data folder, not beside it. */
  readonly logInData?: boolean;
  /** Options of Node for the server. */
  readonly node?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** Opens it with its server running. */
export async function openHouse(setting: HouseSetting = {}): Promise<House> {
  const folder = await mkdtemp(join(tmpdir(), 'kycuong-faults-'));
  const undo: (() => unknown)[] = [() => rm(folder, { recursive: true, force: true, maxRetries: 10 })];
  const close = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const data = join(folder, 'data');
    if (setting.prepare !== undefined) undo.push(await setting.prepare(data));
    const { databaseUrl } = setting;
    const asRoot: House['asRoot'] = async (work) => {
      const database = await openDatabase(
        { dataFolder: data, databaseUrl, migrateUrl: undefined },
        'tool',
        () => undefined,
      );
      const admin =
        databaseUrl ?? readdress(database.addresses.adminUrl ?? '', { database: embeddedDatabase });
      const connection = connect(admin, { name: 'faults', max: 2 });
      try {
        return await work(connection);
      } finally {
        await connection.close();
        await database.close();
      }
    };
    const env = { ...setting.env, ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }) };
    const [furnished, visit] = await asRoot(async (connection) => {
      const made = await furnish(connection);
      return [made, await addVisit(connection, made.writing)] as const;
    });
    const args = ['--data', data];
    const { node = [] } = setting;
    const server = await faultyServer({
      args,
      env,
      node,
      log: join(setting.logInData === true ? data : folder, 'server.log'),
    });
    undo.push(server.stop);
    await server.start();
    const doctor = async () => {
      const { exit, out, err, json } = await runKycuong([...args, '--json', 'doctor', '--all-evidence'], env);
      const checks: { name: string; ok: boolean; detail: string }[] = json?.checks ?? [];
      if (checks.length === 0)
        return [`doctor did not run (exit ${exit}): ${out.slice(-1000)} ${err.slice(-2000)}`];
      return checks
        .filter(({ name, ok }) => !ok && name !== 'Giao diện')
        .map(({ name, detail }) => `${name}: ${detail}`);
    };
    return { folder, data, server, furnished, visit, asRoot, doctor, close };
  } catch (error) {
    await close();
    throw error;
  }
}
