import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, type FileHandle, link, mkdir, open, readFile, rm } from 'node:fs/promises';
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

/** The bytes are on the disk when it resolves; the handle is still open. */
async function writeSynced(path: string, bytes: Uint8Array): Promise<FileHandle> {
  const handle = await open(path, 'wx', 0o440);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } catch (error) {
    await handle.close();
    throw error;
  }
  return handle;
}

/** Bytes on disk at `folder/ab/cd/<sha256>`, read-only, put in place whole or not at all. */
export function diskStore(folder: string): EvidenceStore {
  const pathOf = (sha256: string) => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error(`not a SHA-256: ${sha256}`);
    return join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  };
  const has = (sha256: string) =>
    access(pathOf(sha256)).then(
      () => true,
      () => false,
    );
  return {
    has,
    put: async (bytes, sha256) => {
      if (await has(sha256)) return;
      const path = pathOf(sha256);
      const place = dirname(path);
      const temporary = join(place, `${randomUUID()}.tmp`);
      await mkdir(place, { recursive: true, mode: 0o700 });
      try {
        const written = await writeSynced(temporary, bytes);
        // Unlike a rename, a link fails where somebody was faster: what is there is never replaced.
        const linked = link(temporary, path).catch((error: unknown) => {
          if (codeOf(error) !== 'EEXIST') throw error;
        });
        await Promise.all([linked, written.close()]);
        await Promise.all([place, dirname(place), folder].map(syncFolder));
      } finally {
        await rm(temporary, { force: true });
      }
    },
    read: (sha256) => readFile(pathOf(sha256)),
    open: (sha256) => createReadStream(pathOf(sha256)),
  };
}
