import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { EvidenceStore } from '@kycuong/api/evidence/store.ts';
import { limitTo } from '@kycuong/api/limit-to.ts';
import { type RenditionKind, renderImage, renditionVersions } from './render-image.ts';

/** An unpacked photo takes tens of megabytes, and each one a core. */
const rendering = limitTo(2);

async function readIfThere(path: string): Promise<Buffer | undefined> {
  return readFile(path).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  });
}

/** In place whole or not at all, also after a power cut. Whoever comes second replaces it by the same. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const temporary = `${path}.${randomUUID()}.tmp`;
  try {
    const file = await open(temporary, 'wx', 0o440);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

export interface Renditions {
  /** The picture of an original as JPEG. @throws DomainError `invalid` when the original is no picture. */
  readonly get: (kind: RenditionKind, sha256: string) => Promise<Buffer>;
}

/**
 * Pictures drawn from originals, each made once and kept at `folder/<version>/ab/cd/<sha256 of the original>.jpg`; the
 * version says how they are drawn. All of it may be deleted: what is missing is drawn again when somebody looks.
 */
export function renditionsIn(folder: string, store: EvidenceStore): Renditions {
  const underWay = new Map<string, Promise<Buffer>>();
  const draw = async (kind: RenditionKind, sha256: string, path: string) =>
    rendering(async () => {
      const picture = await renderImage(await store.read(sha256), kind);
      await writeWhole(path, picture);
      return picture;
    });
  return {
    get: async (kind, sha256) => {
      const parts = [renditionVersions[kind], sha256.slice(0, 2), sha256.slice(2, 4), `${sha256}.jpg`];
      const path = join(folder, ...parts);
      const kept = await readIfThere(path);
      if (kept !== undefined) return kept;
      const drawing = underWay.get(path) ?? draw(kind, sha256, path).finally(() => underWay.delete(path));
      underWay.set(path, drawing);
      return drawing;
    },
  };
}
