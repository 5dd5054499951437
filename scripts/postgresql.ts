import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { environment, runProgram } from './test/run-program.ts';

const clusterSettings = '/etc/postgresql-common/createcluster.conf';

/**
 * Runs an installation of which the package is told to make no cluster and to start none, as it else does by itself. What
 * the machine says of that is laid aside meanwhile and stands again afterwards.
 */
async function withoutCluster<Result>(install: () => Promise<Result>): Promise<Result> {
  const aside = `${clusterSettings}.kycuong`;
  const hadOne = existsSync(clusterSettings);
  await mkdir(dirname(clusterSettings), { recursive: true });
  if (hadOne) await rename(clusterSettings, aside);
  await writeFile(clusterSettings, 'create_main_cluster = false\n');
  try {
    return await install();
  } finally {
    // Where there was none, the package leaves its own beside ours.
    const theirs = hadOne ? aside : `${clusterSettings}.ucf-dist`;
    await (existsSync(theirs) ? rename(theirs, clusterSettings) : rm(clusterSettings, { force: true }));
  }
}

/** Installs the distribution's PostgreSQL when root on a Debian; makes and starts no cluster. Returns what the installer said. */
export async function installPostgresql(): Promise<string> {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version'))
    return 'PostgreSQL is installed by root on a Debian alone: apt-get install postgresql';
  // The package's own settings file is new to whoever finds ours in its place, and must not be asked about.
  const env = { ...environment, DEBIAN_FRONTEND: 'noninteractive', UCF_FORCE_CONFFOLD: '1' };
  const update = await runProgram('apt-get', ['update', '-q'], { env });
  const install = await withoutCluster(() =>
    runProgram('apt-get', ['install', '-qy', '--no-install-recommends', 'postgresql'], { env }),
  );
  return install.passed ? install.output : `${update.output}\n${install.output}`;
}

if (import.meta.main) console.log(await installPostgresql());
