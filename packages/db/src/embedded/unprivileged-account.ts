import { readFile, stat } from 'node:fs/promises';

export type Account = { readonly uid: number; readonly gid: number };

/**
 * The account that PostgreSQL, which refuses to run as root, is to run under; undefined when we are not root.
 * An existing cluster keeps its owner. No account is ever created.
 */
export async function unprivilegedAccount(clusterFolder: string): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const owner = await stat(clusterFolder).catch(() => undefined);
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return chooseAccount(await readFile('/etc/passwd', 'utf8').catch(() => ''));
}

/** `postgres`, `nobody` or any other account of a passwd file but root; 65534 where there is none. */
export function chooseAccount(passwd: string): Account {
  const accounts = passwd
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid = '', gid = '']) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter((entry) => entry.name !== '' && entry.uid > 0 && entry.gid > 0);
  const chosen =
    accounts.find((entry) => entry.name === 'postgres') ??
    accounts.find((entry) => entry.name === 'nobody') ??
    accounts[0];
  return chosen === undefined ? { uid: 65534, gid: 65534 } : { uid: chosen.uid, gid: chosen.gid };
}
