import { execFile } from 'node:child_process';
import { chown, mkdir, mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Binaries } from './binaries.ts';
import { clusterPath, environment } from './child-process.ts';
import type { Account } from './unprivileged-account.ts';

export const adminName = 'kycuong_admin';

/** Makes the cluster when it is missing. All or nothing: it is built beside its place and renamed into it. */
export async function initialiseCluster(
  cluster: string,
  password: string,
  binaries: Binaries,
  account: Account | undefined,
  log: (message: string) => void,
): Promise<void> {
  if (await exists(join(cluster, 'PG_VERSION'))) return;
  log(`Đang tạo kho dữ liệu trong ${cluster}…`);
  const draft = `${cluster}.init`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o700 });
  const letter = await mkdtemp(join(tmpdir(), 'kycuong-initdb-'));
  const passwordFile = join(letter, 'password');
  try {
    await writeFile(passwordFile, password, { mode: 0o600 });
    if (account !== undefined) {
      for (const path of [draft, letter, passwordFile]) await chown(path, account.uid, account.gid);
    }
    await promisify(execFile)(
      binaries.initdb,
      [
        `--pgdata=${clusterPath(draft, account)}`,
        `--username=${adminName}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C.UTF-8',
      ],
      { cwd: draft, env: environment(), ...account },
    );
    await rename(draft, cluster);
  } finally {
    await rm(letter, { recursive: true, force: true });
  }
}

async function exists(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    () => false,
  );
}
