import type { OpenDatabase } from '../database/open-database.ts';
import { buildHost, listen } from '../host.ts';
import { openKeys } from '../secrets/open-keys.ts';
import { createApi } from './api.ts';
import type { Listening } from './listening.ts';

export type RunningHost = { readonly url: string; readonly close: () => Promise<void> };

/** Brings the host up on an open database. */
export async function runHost(database: OpenDatabase, listening: Listening): Promise<RunningHost> {
  const keys = await openKeys(database.secretsFolder);
  const app = await buildHost({
    connection: database.connection,
    listening,
    api: createApi(database.connection, listening.publicUrl !== undefined, database.evidenceFolder, keys),
  });
  const url = await listen(app, listening);
  return { url, close: () => app.close() };
}

/** Resolves at the first Ctrl-C or request to end; further ones change nothing while we close in order. */
export function askedToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
  });
}
