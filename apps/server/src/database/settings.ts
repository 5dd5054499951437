import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UsageError } from '../command-line/usage-error.ts';
import { readStorageBounds, type StorageBounds } from '../evidence/storage-bounds.ts';

/** Where the data is to be found. */
export type DatabaseSettings = {
  /** The embedded database, unless an address is given; uploaded files in any case. Absolute. */
  readonly dataFolder: string;
  readonly databaseUrl: string | undefined;
  readonly migrateUrl: string | undefined;
  /** PEM file of the province's public recovery key, when the private one is kept elsewhere. */
  readonly recoveryPublicKey?: string | undefined;
  /** Photos and files, when not in the data folder: several servers share one. */
  readonly evidenceFolder?: string | undefined;
  /** An upload that has not grown for so long is cleared away. */
  readonly keepUploadsDays?: number;
  /** After how long a session is over, however much it is used. */
  readonly sessionHours?: number;
  readonly tabletSessionDays?: number;
  /** What the security log tells is kept so long. */
  readonly keepSecurityLogDays?: number;
  /** Who must have a second factor. */
  readonly secondFactor?: 'administrators' | undefined;
  readonly storage?: StorageBounds;
};

const besideTheProgram = fileURLToPath(new URL('../../../../data', import.meta.url));

/** @throws UsageError for what is no number above 0 */
function lastingOf(env: NodeJS.ProcessEnv, name: string, unsaid: number): number {
  const amount = Number(env[name] || unsaid);
  if (!(amount > 0)) throw new UsageError(`${name}=${env[name]}: cần một số lớn hơn 0.`);
  return amount;
}

/** @throws UsageError for what it does not know: a word misspelt must not leave the door open */
function whoNeedsFactor({ SECOND_FACTOR: who }: NodeJS.ProcessEnv): 'administrators' | undefined {
  if (!who) return undefined;
  if (who !== 'administrators') throw new UsageError(`SECOND_FACTOR=${who}: chỉ nhận administrators.`);
  return who;
}

/** The folder is `--data`, else `data` at the project's root, from wherever the command is called. */
export function databaseSettings(data: string | undefined, env: NodeJS.ProcessEnv): DatabaseSettings {
  return {
    dataFolder: data === undefined ? besideTheProgram : resolve(data),
    databaseUrl: env.DATABASE_URL || undefined,
    migrateUrl: env.MIGRATE_URL || undefined,
    recoveryPublicKey: env.RECOVERY_PUBLIC_KEY || undefined,
    keepUploadsDays: lastingOf(env, 'KEEP_UPLOADS_DAYS', 7),
    sessionHours: lastingOf(env, 'SESSION_HOURS', 12),
    tabletSessionDays: lastingOf(env, 'TABLET_SESSION_DAYS', 30),
    keepSecurityLogDays: lastingOf(env, 'KEEP_SECURITY_LOG_DAYS', 365),
    secondFactor: whoNeedsFactor(env),
    storage: readStorageBounds(env),
    evidenceFolder: env.EVIDENCE_FOLDER ? resolve(env.EVIDENCE_FOLDER) : undefined,
  };
}
