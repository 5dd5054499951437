import { readdir, readFile } from 'node:fs/promises';

/** The processes of a PostgreSQL that serve our server's connections, as Linux lists them. */
export async function backendsOf(postmaster: number): Promise<number[]> {
  const found: number[] = [];
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '');
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    if (parent !== postmaster) continue;
    const words = await readFile(`/proc/${name}/cmdline`, 'utf8').catch(() => '');
    if (words.includes('kycuong_app')) found.push(Number(name));
  }
  return found;
}
