import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import type { HandedIn } from '@kycuong/domain/sync/handed-in.ts';
import { parcelEnding } from '@kycuong/domain/sync/parcel.ts';

const largestParcelMegabytes = 4_000;
const megabyte = 1024 * 1024;

/** Writes what comes in to a file of its own and flushes it. @throws DomainError `too-large` */
export async function stageParcel(folder: string, body: AsyncIterable<Uint8Array>): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `${randomUUID()}.part`);
  const file = await open(path, 'wx', 0o600);
  try {
    let size = 0;
    for await (const bytes of body) {
      size += bytes.length;
      if (size > largestParcelMegabytes * megabyte)
        throw new DomainError('too-large', 'parcel.too-large', { megabytes: largestParcelMegabytes });
      await file.write(bytes);
    }
    await file.sync();
    return path;
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
}

/** Everything in it has its place on the server. */
function isTakenIn({ opened, commands, photos }: HandedIn): boolean {
  return (
    opened &&
    commands.every(({ status }) => status === 'applied' || status === 'conflict') &&
    photos.every(({ status }) => status !== 'awaited')
  );
}

/** A parcel of which anything is not taken in is kept as it came, sealed; the others have done their work. */
export async function keepOrClear(folder: string, staged: string, answer: HandedIn): Promise<void> {
  const kept = join(folder, `${answer.parcelId}${parcelEnding}`);
  if (isTakenIn(answer)) await Promise.all([rm(staged, { force: true }), rm(kept, { force: true })]);
  else await rename(staged, kept);
}
