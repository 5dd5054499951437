import { chmod } from 'node:fs/promises';
import { type Embedded, openEmbedded } from '../embedded/open-embedded.ts';
import { findDebianPrograms } from './find-debian-programs.ts';

/**
 * A cluster of the distribution's PostgreSQL in a folder of its own, on a free port; its own clusters are left alone.
 * @throws Error where none is installed
 */
export async function openDebian(folder: string, settings: readonly string[] = []): Promise<Embedded> {
  const programs = findDebianPrograms();
  if (programs === undefined)
    throw new Error('the distribution has no PostgreSQL 15 or later installed here');
  // Up to 15, its programs go back by name to the folder that they were started in, as the account that root drops to.
  await chmod(folder, 0o711);
  return openEmbedded(folder, () => undefined, { settings, programs });
}
