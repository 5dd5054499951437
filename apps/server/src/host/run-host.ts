import type { OpenDatabase } from '../database/open-database.ts';
import { claimFolder } from '../evidence/folder-mark.ts';
import { foreignFolder } from '../evidence/foreign-folder.ts';
import { buildHost, listen } from '../host.ts';
import { ensureRecovery } from '../secrets/adopt-recovery.ts';
import { openKeys } from '../secrets/open-keys.ts';
import { createApi } from './api.ts';
import { startBackground } from './background.ts';
import type { Listening } from './listening.ts';

export type RunningHost = { readonly url: string; readonly close: () => Promise<void> };

/** Brings the host up on an open database, with what it does by itself. */
export async function runHost(
  database: OpenDatabase,
  listening: Listening,
  log: (message: string) => void,
): Promise<RunningHost> {
  const { connection, evidenceFolder, keepUploadsDays, keepSecurityLogDays } = database;
  const { sessionLimits, secondFactor, storage } = database;
  const ground = { database: connection.db, now: () => new Date(), secondFactor };
  const marks = await claimFolder(ground, evidenceFolder);
  if (marks.expected !== marks.found) log(foreignFolder(evidenceFolder, marks));
  await ensureRecovery(database.connection, database.secretsFolder, database.recoveryPublicKey);
  const keys = await openKeys(database.secretsFolder);
  const app = await buildHost({
    connection,
    listening,
    api: createApi(connection, listening.publicUrl !== undefined, evidenceFolder, keys, {
      sessionLimits,
      secondFactor,
      storage,
    }),
  });
  const url = await listen(app, listening);
  const endBackground = startBackground({
    ground,
    evidenceFolder,
    keepUploadsDays,
    keepSecurityLogDays,
    keepParcelsDays: storage.keepParcelsDays,
    log: app.log,
  });
  return {
    url,
    close: async () => {
      await app.close();
      await endBackground();
    },
  };
}
