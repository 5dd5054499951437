import type { FileHandle } from 'node:fs/promises';
import type { ByteSource } from '@kycuong/domain/sync/parcel-file.ts';

/** A file on the disk, read piece by piece. */
export async function fileSource(file: FileHandle): Promise<ByteSource> {
  const { size } = await file.stat();
  return {
    size,
    read: async (from, to) => {
      const bytes = Buffer.alloc(Math.max(0, Math.min(to, size) - from));
      const { bytesRead } = await file.read(bytes, 0, bytes.length, from);
      return bytes.subarray(0, bytesRead);
    },
  };
}
