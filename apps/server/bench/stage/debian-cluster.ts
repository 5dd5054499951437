import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readdress } from '@kycuong/db/database-address.ts';
import { findDebianPrograms } from '@kycuong/db/testing/find-debian-programs.ts';
import { openDebian } from '@kycuong/db/testing/open-debian.ts';
import { embeddedDatabase } from '../../src/database/embedded-database.ts';

const installer = fileURLToPath(new URL('../../../../scripts/postgresql.ts', import.meta.url));

/** A new cluster of the distribution's PostgreSQL, which is installed where it is missing, under its own settings. */
export async function debianCluster(): Promise<{
  /** The administrator's address of a database that is yet to be made. */
  readonly url: string;
  readonly close: () => Promise<void>;
}> {
  if (findDebianPrograms() === undefined) execFileSync(process.execPath, [installer], { stdio: 'inherit' });
  const folder = await mkdtemp(join(tmpdir(), 'kycuong-bench-debian-'));
  const removed = () => rm(folder, { recursive: true, force: true });
  try {
    const { adminUrl, stop } = await openDebian(folder);
    const close = async () => {
      await stop();
      await removed();
    };
    return { url: readdress(adminUrl, { database: embeddedDatabase }), close };
  } catch (error) {
    await removed();
    throw error;
  }
}
