import { execFile } from 'node:child_process';
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
/** A new province and a few minutes' writing take about half of it. */
export const diskMegabytes = 320;
const piece = Buffer.alloc(1024 * 1024, 'x');

/** Puts a disk of its own, in memory, under a folder; gives how to take it away. @throws Error unless root on Linux */
export async function smallDisk(folder: string): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    await run('mount', ['-t', 'tmpfs', '-o', `size=${diskMegabytes}m,mode=0700`, 'kycuong-faults', folder]);
  } catch (error) {
    throw new Error('a full disk needs root on Linux, to mount a small one', { cause: error });
  }
  return async () => {
    await run('umount', ['--lazy', folder]);
  };
}

/** Fills the folder's disk to its last byte; gives how to make room again. */
export async function fill(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, 'filler');
  const file = await open(path, 'w');
  const until = async (bytes: Buffer) => {
    try {
      while (true) await file.write(bytes);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
    }
  };
  await until(piece);
  await until(piece.subarray(0, 1));
  await file.close();
  return () => rm(path);
}
