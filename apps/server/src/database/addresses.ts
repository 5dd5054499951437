import { databaseOf, roleOf } from '@kycuong/db/database-address.ts';
import { openEmbedded } from '@kycuong/db/embedded/open-embedded.ts';
import type { UserKind } from '@kycuong/db/embedded/server-users.ts';
import { prepareDatabase } from '@kycuong/db/prepare-database.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { embeddedDatabase } from './embedded-database.ts';
import { inspectRole } from './inspect-role.ts';
import type { DatabaseSettings } from './settings.ts';
import { dropUnfinishedStory } from './unfinished-story.ts';

export type Addresses = {
  /** What the server signs in with: owns nothing, bypasses nothing. */
  readonly appUrl: string;
  /** The owner's address; undefined when we were only given the app's. */
  readonly migrateUrl: string | undefined;
  readonly adminUrl: string | undefined;
  /** The database did not exist before. */
  readonly created: boolean;
  /** Told when the folder's own PostgreSQL died for good; an address of one's own is waited for. */
  readonly lost: Promise<unknown>;
  readonly release: () => Promise<void>;
};

/**
 * Finds or makes the database: the embedded one of the data folder, or DATABASE_URL.
 * A DATABASE_URL of an administrator is used to prepare the database and its roles, never to serve.
 */
export async function findAddresses(
  settings: DatabaseSettings,
  kind: UserKind,
  log: (message: string) => void,
): Promise<Addresses> {
  const { databaseUrl, migrateUrl } = settings;
  if (databaseUrl !== undefined) return await externalAddresses(databaseUrl, migrateUrl, log);
  const embedded = await openEmbedded(settings.dataFolder, log, { kind });
  try {
    const secret = new URL(embedded.adminUrl).password;
    if (!embedded.adopted) await dropUnfinishedStory(embedded.adminUrl);
    const prepared = await prepareDatabase(embedded.adminUrl, embeddedDatabase, secret);
    return { ...prepared, adminUrl: embedded.adminUrl, lost: embedded.lost, release: embedded.stop };
  } catch (error) {
    await embedded.stop();
    throw error;
  }
}

async function externalAddresses(
  databaseUrl: string,
  migrateUrl: string | undefined,
  log: (message: string) => void,
): Promise<Addresses> {
  if (!URL.canParse(databaseUrl)) {
    throw new DomainError('invalid', 'system.database-unreachable', {
      address: 'DATABASE_URL',
      reason: 'postgres://…',
    });
  }
  log('Đang kết nối DATABASE_URL…');
  const lost = new Promise<never>(() => undefined);
  const release = async () => undefined;
  const role = await inspectRole(databaseUrl);
  if (role.isAdmin) {
    const secret = new URL(databaseUrl).password;
    const prepared = await prepareDatabase(role.reachedAt, databaseOf(databaseUrl), secret);
    return { ...prepared, adminUrl: undefined, lost, release };
  }
  if (role.isStrong)
    throw new DomainError('forbidden', 'system.role-too-strong', { role: roleOf(databaseUrl) });
  return { appUrl: databaseUrl, migrateUrl, adminUrl: undefined, created: false, lost, release };
}
