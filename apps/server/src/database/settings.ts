import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the data is to be found. */
export type DatabaseSettings = {
  /** The embedded database, unless an address is given; uploaded files in any case. Absolute. */
  readonly dataFolder: string;
  readonly databaseUrl: string | undefined;
  readonly migrateUrl: string | undefined;
};

const besideTheProgram = fileURLToPath(new URL('../../../../data', import.meta.url));

/** The folder is `--data`, else `data` at the project's root, from wherever the command is called. */
export function databaseSettings(data: string | undefined, env: NodeJS.ProcessEnv): DatabaseSettings {
  return {
    dataFolder: data === undefined ? besideTheProgram : resolve(data),
    databaseUrl: env.DATABASE_URL || undefined,
    migrateUrl: env.MIGRATE_URL || undefined,
  };
}
