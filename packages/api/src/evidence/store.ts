import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';

/** Where received bytes are kept, each once, under the SHA-256 (64 hex digits) that they have. */
export interface EvidenceStore {
  /** Keeps bytes whose hash has been verified; returns when they would survive a power cut. Never overwrites. */
  readonly put: (bytes: Uint8Array, sha256: string) => Promise<void>;
  readonly has: (sha256: string) => Promise<boolean>;
  readonly read: (sha256: string) => Promise<Buffer>;
  readonly open: (sha256: string) => Readable;
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : undefined);

/** A new name in a folder survives a power cut only when the folder is synced too. Windows cannot, and need not. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(path, 'r');
  await handle.sync().finally(() => handle.close());
}

/** The bytes are on the disk when it resolves. */
async function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(path, 'wx', 0o440);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Does it once more after the folder has been made, where that was not there. */
async function inFolder(folder: string, write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
    await makeFolder(folder);
    await write();
  }
}

const makeFolder = (path: string) => mkdir(path, { recursive: true, mode: 0o700 });

/**
 * Bytes on disk at `store/ab/cd/<sha256>` in a data folder, read-only, put in place whole or not at all. They are first
 * written in `staging`, where what a power cut leaves over is cleared away in time.
 */
export function diskStore(folder: string): EvidenceStore {
  const [kept, staging] = [join(folder, 'store'), join(folder, 'staging')];
  const pathOf = (sha256: string) => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error(`not a SHA-256: ${sha256}`);
    return join(kept, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  };
  return {
    has: (sha256) =>
      access(pathOf(sha256)).then(
        () => true,
        () => false,
      ),
    put: async (bytes, sha256) => {
      const path = pathOf(sha256);
      const place = dirname(path);
      const staged = join(staging, `${randomUUID()}.tmp`);
      // Making a new place takes about as long as writing the bytes.
      const made = makeFolder(place);
      made.catch(() => undefined);
      const clear = () => rm(staged, { force: true });
      try {
        await inFolder(staging, () => writeSynced(staged, bytes));
        await made;
        // Unlike a rename, a link fails where somebody was faster: what is there is never replaced.
        await link(staged, path).catch((error: unknown) => {
          if (codeOf(error) !== 'EEXIST') throw error;
        });
      } catch (error) {
        await clear();
        throw error;
      }
      await Promise.all([clear(), ...[place, dirname(place), kept].map(syncFolder)]);
    },
    read: (sha256) => readFile(pathOf(sha256)),
    open: (sha256) => createReadStream(pathOf(sha256)),
  };
}
