import { userInfo } from 'node:os';
import type { UserKind } from '@kycuong/db/embedded/server-users.ts';
import * as z from 'zod/mini';
import { type OpenDatabase, openDatabase } from '../database/open-database.ts';
import { type DatabaseSettings, databaseSettings } from '../database/settings.ts';

const GlobalOptions = z.object({
  data: z.optional(z.string()),
  as: z.optional(z.string()),
  json: z.optional(z.boolean()),
});

/** What every command is given. */
export type CommandContext = {
  readonly settings: DatabaseSettings;
  /** `--as USER`: the acting person's user name. */
  readonly as: string | undefined;
  /** Acts as administrator when nobody is named, and stands in the audit trail. */
  readonly systemAccount: string;
  readonly json: boolean;
  /** Progress, on standard error. */
  readonly log: (message: string) => void;
  /** Opened at first use, closed after the command. */
  readonly openDatabase: (kind?: UserKind) => Promise<OpenDatabase>;
  readonly close: () => Promise<void>;
};

export function createContext(options: unknown, env: NodeJS.ProcessEnv): CommandContext {
  const { data, as, json = false } = GlobalOptions.parse(options);
  const settings = databaseSettings(data, env);
  const log = (message: string) => console.error(message);
  let opened: Promise<OpenDatabase> | undefined;
  return {
    settings,
    as,
    systemAccount: systemAccount(),
    json,
    log,
    openDatabase: (kind = 'tool') => {
      opened ??= openDatabase(settings, kind, log);
      return opened;
    },
    close: async () => {
      await opened?.then(
        (database) => database.close(),
        () => undefined,
      );
    },
  };
}

/** An account without an entry in the password file has no name; its number names it then. */
function systemAccount(): string {
  try {
    return userInfo().username;
  } catch {
    return `uid ${process.getuid?.() ?? '?'}`;
  }
}
