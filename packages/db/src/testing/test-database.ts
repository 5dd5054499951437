import { randomUUID } from 'node:crypto';
import { inject } from 'vitest';
import { type Connection, connect } from '../connection.ts';
import { databaseOf, readdress, roleOf } from '../database-address.ts';
// Brings the type of what the global set-up provides.
import type {} from './global-setup.ts';

export type TestDatabase = {
  readonly migrateUrl: string;
  readonly appUrl: string;
  /** Signed in as the owner: for what only migrations may do. Row security is forced on it too. */
  readonly owner: Connection;
  /** Signed in as the server does. */
  readonly app: Connection;
  readonly drop: () => Promise<void>;
};

/** A migrated database of the test file's own. Its roles are those of the template it is cloned from. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const cluster = inject('testCluster');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const admin = connect(cluster.adminUrl, { name: 'test admin', max: 1 });
  const { sql } = admin;
  await sql`create database ${sql(name)} template ${sql(databaseOf(cluster.migrateUrl))}
    owner ${sql(roleOf(cluster.migrateUrl))}`;
  const migrateUrl = readdress(cluster.migrateUrl, { database: name });
  const appUrl = readdress(cluster.appUrl, { database: name });
  const owner = connect(migrateUrl, { name: 'test owner', max: 4 });
  const app = connect(appUrl, { name: 'test app', max: 8 });
  const drop = async () => {
    await Promise.all([owner.close(), app.close()]);
    await sql`drop database ${sql(name)} with (force)`;
    await admin.close();
  };
  return { migrateUrl, appUrl, owner, app, drop };
}
