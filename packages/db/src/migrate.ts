import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { DrizzleQueryError } from 'drizzle-orm';
import { type MigrationMeta, readMigrationFiles } from 'drizzle-orm/migrator';
import { migrate as runMigrations } from 'drizzle-orm/postgres-js/migrator';
import postgres, { type Sql } from 'postgres';
import { connect } from './connection.ts';
import { connectionRefusal, roleOf } from './database-address.ts';
import { grantAccess } from './grant-access.ts';

const migrationsFolder = fileURLToPath(new URL('../migrations', import.meta.url));
/** "kycuong" on a telephone's keys: one migration at a time in the whole database. */
const lockKey = 5_928_664;

export type Migrated = { readonly applied: number; readonly total: number };

/**
 * Brings the database up to this version, all or nothing, then renews the app role's rights.
 * Waits while another process migrates.
 * @param migrateUrl the owner's address; @param appUrl the address the server signs in with
 * @throws DomainError `system.migration-newer`, `system.migration-half-done`, `system.migration-failed`, `system.database-unreachable`
 */
export async function migrate(
  migrateUrl: string,
  appUrl: string,
  folder: string = migrationsFolder,
): Promise<Migrated> {
  const connection = connect(migrateUrl, { name: 'kycuong migrate', max: 1, statementTimeoutMs: 0 });
  const { sql, db } = connection;
  try {
    await sql`select pg_advisory_lock(${lockKey})`;
    const known = knownMigrations(folder);
    await sql`create schema if not exists drizzle`;
    const pending = await pendingMigrations(sql, known);
    if (pending > 0) await runMigrations(db, { migrationsFolder: folder });
    await grantAccess(sql, roleOf(appUrl));
    return { applied: pending, total: known.length };
  } catch (error) {
    throw migrationRefusal(migrateUrl, error);
  } finally {
    await connection.close();
  }
}

/** Whether every migration of this version has run; for a host that has no owner's address. */
export async function isMigrated(sql: Sql): Promise<boolean> {
  return (await pendingMigrations(sql, knownMigrations(migrationsFolder))) === 0;
}

function knownMigrations(folder: string): MigrationMeta[] {
  return existsSync(folder) ? readMigrationFiles({ migrationsFolder: folder }) : [];
}

async function pendingMigrations(sql: Sql, known: MigrationMeta[]): Promise<number> {
  const done = await recordedHashes(sql);
  const agree = done.every((hash, index) => known[index] === undefined || known[index].hash === hash);
  if (!agree) throw halfDone('drizzle.__drizzle_migrations');
  if (done.length > known.length) throw new DomainError('conflict', 'system.migration-newer');
  if (done.length === 0 && known.length > 0) {
    const [stray] = await sql<{ name: string }[]>`
      select tablename as name from pg_tables where schemaname = 'public' order by 1 limit 1`;
    if (stray !== undefined) throw halfDone(stray.name);
  }
  return known.length - done.length;
}

async function recordedHashes(sql: Sql): Promise<string[]> {
  const [table] =
    await sql`select from pg_tables where schemaname = 'drizzle' and tablename = '__drizzle_migrations'`;
  if (table === undefined) return [];
  const rows = await sql<
    { hash: string }[]
  >`select hash from drizzle.__drizzle_migrations order by created_at, id`;
  return rows.map((row) => row.hash);
}

function halfDone(reason: string): DomainError {
  return new DomainError('conflict', 'system.migration-half-done', { reason });
}

function migrationRefusal(url: string, error: unknown): unknown {
  const cause = error instanceof DrizzleQueryError ? error.cause : error;
  const refusal = connectionRefusal(url, cause);
  if (refusal !== cause || !(cause instanceof postgres.PostgresError)) return refusal;
  return new DomainError('conflict', 'system.migration-failed', { reason: cause.message });
}
