import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import * as z from 'zod/mini';
import { makeOnce } from '../make-once.ts';

/** Where things are inside a data folder. */
export type DataFolder = {
  readonly root: string;
  readonly cluster: string;
  readonly users: string;
  readonly lock: string;
  readonly log: string;
  readonly secrets: string;
};

const Secrets = z.object({ password: z.string().check(z.minLength(16)) });

/** The folder's layout; makes what is missing, readable by its owner alone. */
export async function openDataFolder(path: string): Promise<DataFolder> {
  const root = resolve(path);
  const folder = {
    root,
    cluster: join(root, 'postgres'),
    users: join(root, 'run'),
    lock: join(root, 'run.lock'),
    log: join(root, 'postgres.log'),
    secrets: join(root, 'database.json'),
  };
  try {
    await mkdir(folder.users, { recursive: true, mode: 0o700 });
    return folder;
  } catch (error) {
    throw new DomainError('forbidden', 'system.data-unwritable', { folder: root, reason: reasonOf(error) });
  }
}

/** The administrator's password of the folder's cluster, made at first use and kept in a file of mode 0600. */
export async function adminPassword(folder: DataFolder): Promise<string> {
  try {
    const kept = await readFile(folder.secrets, 'utf8').catch(ifMissing(''));
    // Before there is a cluster, a full disk may have left it half-written, and nothing hangs on it yet.
    if (!existsSync(folder.cluster) && !isWhole(kept)) {
      await rm(folder.secrets, { force: true });
      await makeOnce(folder.secrets, JSON.stringify({ password: randomBytes(24).toString('base64url') }));
    }
    return Secrets.parse(JSON.parse(await readFile(folder.secrets, 'utf8'))).password;
  } catch (error) {
    throw unwritable(folder, error);
  }
}

/** The refusal when the folder's disk does not let us work: full, read-only, gone. */
export function unwritable({ root }: Pick<DataFolder, 'root'>, error: unknown): DomainError {
  return new DomainError('forbidden', 'system.data-unwritable', { folder: root, reason: reasonOf(error) });
}

function isWhole(text: string): boolean {
  try {
    return Secrets.safeParse(JSON.parse(text)).success;
  } catch {
    return false;
  }
}

function ifMissing<T>(instead: T): (error: unknown) => T {
  return (error) => {
    if (codeOf(error) === 'ENOENT') return instead;
    throw error;
  };
}

export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

function reasonOf(error: unknown): string {
  return codeOf(error) || (error instanceof Error ? error.name : String(error));
}
