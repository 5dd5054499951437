/**
 * Its own process, in no terminal's group: parent of the PostgreSQL server, which it stops once no living process uses
 * it any more, also when the last one was killed without a chance to clean up.
 */
import { spawn } from 'node:child_process';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import * as z from 'zod/mini';
import { clusterPath, environment } from './child-process.ts';
import { codeOf, openDataFolder } from './data-folder.ts';
import { prepareLock, withLaunchLock } from './launch-lock.ts';
import { liveUsers } from './server-users.ts';

export const Task = z.object({
  root: z.string(),
  postgres: z.string(),
  port: z.number(),
  settings: z.array(z.string()),
  account: z.optional(z.object({ uid: z.number(), gid: z.number() })),
});
export type Task = z.infer<typeof Task>;

const lookEveryMs = 400;

async function supervise(task: Task): Promise<void> {
  // They lie on the folder's own disk, which may be full.
  for (const output of [process.stdout, process.stderr]) output.on('error', () => undefined);
  const folder = await openDataFolder(task.root);
  prepareLock(folder);
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    `port=${task.port}`,
    'timezone=UTC',
    'log_timezone=UTC',
    // After a crash one sync of the file system instead of one of each file: seconds on a slow disk.
    ...(process.platform === 'linux' ? ['recovery_init_sync_method=syncfs'] : []),
    ...task.settings,
  ];
  const server = spawn(
    task.postgres,
    ['-D', clusterPath(folder.cluster, task.account), ...settings.flatMap((setting) => ['-c', setting])],
    { cwd: folder.cluster, env: environment(), stdio: 'inherit', ...task.account },
  );
  server.on('exit', (code) => process.exit(code ?? 1));
  server.on('error', (error) => {
    console.error(error.message);
    process.exit(1);
  });
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    process.on(signal, () => server.kill('SIGINT'));
  }
  const isUnused = () => {
    try {
      return liveUsers(folder).length === 0;
    } catch (error) {
      // The folder itself is gone.
      return codeOf(error) === 'ENOENT';
    }
  };
  const stopIfUnused = async () => {
    if (isUnused()) server.kill('SIGINT');
  };
  while (true) {
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
    if (!isUnused()) continue;
    await withLaunchLock(folder, stopIfUnused).catch(async (error: unknown) => {
      // Held by somebody who may be about to use it; or the disk refuses, and then nobody else can take it either.
      if (!(error instanceof DomainError)) await stopIfUnused();
    });
  }
}

const [, , argument] = process.argv;
if (import.meta.main && argument !== undefined) await supervise(Task.parse(JSON.parse(argument)));
