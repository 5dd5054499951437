import { join } from 'node:path';
import { type SessionLimits, usualLimits } from '@kycuong/api/access/session-times.ts';
import { loadBuiltIn } from '@kycuong/api/load-built-in.ts';
import { type Connection, connect } from '@kycuong/db/connection.ts';
import type { UserKind } from '@kycuong/db/embedded/server-users.ts';
import { isMigrated, type Migrated, migrate } from '@kycuong/db/migrate.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { type StorageBounds, storageBounds } from '../evidence/storage-bounds.ts';
import { type Addresses, findAddresses } from './addresses.ts';
import type { DatabaseSettings } from './settings.ts';

export type OpenDatabase = {
  /** The pool of the app role. */
  readonly connection: Connection;
  readonly addresses: Addresses;
  /** Photos and files are kept here, wherever the database is. */
  readonly evidenceFolder: string;
  readonly keepUploadsDays: number;
  readonly keepSecurityLogDays: number;
  readonly sessionLimits: SessionLimits;
  readonly storage: StorageBounds;
  /** Who must have a second factor. */
  readonly secondFactor: 'administrators' | undefined;
  /** Private keys of the installation. */
  readonly secretsFolder: string;
  /** PEM file of a public recovery key whose private half is kept elsewhere. */
  readonly recoveryPublicKey: string | undefined;
  readonly migrated: Migrated | undefined;
  readonly close: () => Promise<void>;
};

/**
 * Opens the database ready for use: started or joined, prepared, migrated, signed in as the app role.
 * @throws DomainError of area `system`, one plain sentence each
 */
export async function openDatabase(
  settings: DatabaseSettings,
  kind: UserKind,
  log: (message: string) => void,
): Promise<OpenDatabase> {
  const addresses = await findAddresses(settings, kind, log);
  const connection = connect(addresses.appUrl, { name: `kycuong ${kind}` });
  const close = async () => {
    await connection.close();
    await addresses.release();
  };
  try {
    const migrated = await bringUpToDate(addresses, connection, log);
    await loadBuiltIn({ database: connection.db, now: () => new Date() });
    const evidenceFolder = settings.evidenceFolder ?? join(settings.dataFolder, 'evidence');
    const secretsFolder = join(settings.dataFolder, 'secrets');
    const {
      keepUploadsDays = 7,
      keepSecurityLogDays = 365,
      sessionHours = 12,
      tabletSessionDays = 30,
      storage = storageBounds,
      recoveryPublicKey,
      secondFactor,
    } = settings;
    const hour = 3_600_000;
    const sessionLimits = {
      ...usualLimits,
      consoleMs: sessionHours * hour,
      tabletMs: tabletSessionDays * 24 * hour,
    };
    const kept = {
      evidenceFolder,
      secretsFolder,
      keepUploadsDays,
      keepSecurityLogDays,
      storage,
      sessionLimits,
      secondFactor,
    };
    return { connection, addresses, ...kept, recoveryPublicKey, migrated, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function bringUpToDate(
  { migrateUrl, appUrl }: Addresses,
  connection: Connection,
  log: (message: string) => void,
): Promise<Migrated | undefined> {
  if (migrateUrl !== undefined) {
    const migrated = await migrate(migrateUrl, appUrl);
    if (migrated.applied > 0) log(`Đã nâng cấp cơ sở dữ liệu: ${migrated.applied} bước`);
    return migrated;
  }
  if (await isMigrated(connection.sql)) return undefined;
  throw new DomainError('conflict', 'system.migration-needed');
}
