import type { Account } from './unprivileged-account.ts';

/**
 * The cluster's path for a child that runs inside that folder.
 * The account that root drops to often cannot walk there (a clone below `/root`, mode 0700), but the working folder is
 * entered before the rights are dropped and stays open to it.
 */
export function clusterPath(cluster: string, account: Account | undefined): string {
  return account !== undefined && process.platform === 'linux' ? '/proc/self/cwd' : cluster;
}

/** Only what the programs need: PG* variables of the person's shell must not steer this cluster. */
export function environment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TEMP } = process.env;
  return {
    LC_ALL: 'C.UTF-8',
    TZ: 'UTC',
    ...(PATH === undefined ? {} : { PATH }),
    ...(SystemRoot === undefined ? {} : { SystemRoot }),
    ...(TEMP === undefined ? {} : { TEMP }),
  };
}
