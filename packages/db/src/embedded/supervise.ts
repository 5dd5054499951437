/**
 * Its own process, in no terminal's group: parent of the PostgreSQL server, which it stops once no living process uses
 * it any more, also when the last one was killed without a chance to clean up.
 */
import { spawn } from 'node:child_process';
import * as z from 'zod/mini';
import { clusterPath, environment } from './child-process.ts';
import { openDataFolder } from './data-folder.ts';
import { withLaunchLock } from './launch-lock.ts';
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
  const folder = await openDataFolder(task.root);
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
  while (true) {
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
    if (liveUsers(folder).length > 0) continue;
    await withLaunchLock(folder, async () => {
      if (liveUsers(folder).length === 0) server.kill('SIGINT');
    });
  }
}

const [, , argument] = process.argv;
if (import.meta.main && argument !== undefined) await supervise(Task.parse(JSON.parse(argument)));
