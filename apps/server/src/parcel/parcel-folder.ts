import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import type { HandedIn } from '@kycuong/domain/sync/handed-in.ts';
import { parcelEnding } from '@kycuong/domain/sync/parcel.ts';
import { type OpenedParcel, requireLength } from '@kycuong/domain/sync/parcel-file.ts';
import type { Started } from './take-start.ts';

/**
 * What one parcel may have. A tablet that was without a network for ten days of 1,000 photos holds 3,000; it cannot
 * part them, so less would leave its work nowhere to go.
 */
const largestParcelMegabytes = 4_000;
const megabyte = 1024 * 1024;
const stagedEnding = '.part';

/** @throws DomainError `too-large` */
export function requireParcelSize(bytes: number): void {
  if (bytes > largestParcelMegabytes * megabyte)
    throw new DomainError('too-large', 'parcel.too-large', { megabytes: largestParcelMegabytes });
}

/** Writes what comes in to a file of its own and flushes it. @throws DomainError `invalid` when it is not as long as it said */
export async function stageParcel(folder: string, { first, rest, length }: Started): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `${randomUUID()}${stagedEnding}`);
  const file = await open(path, 'wx', 0o600);
  try {
    let size = 0;
    for (let bytes: Uint8Array | undefined = first; bytes !== undefined; ) {
      size += bytes.length;
      if (size > length) requireLength(size, length);
      await file.write(bytes);
      const { done, value }: IteratorResult<Uint8Array> = await rest.next();
      bytes = done === true ? undefined : value;
    }
    requireLength(size, length);
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

/** By its content, not by the id alone, which whoever makes a parcel chooses: none takes another's place. */
const nameOf = ({ head, headHash }: Pick<OpenedParcel, 'head' | 'headHash'>) => `${head.id}_${headHash}`;
const listed = (folder: string) => readdir(folder).catch(() => []);

/**
 * A parcel of which anything is not taken in is kept as it came, sealed, under the name of who sent it first; the others
 * have done their work. Says whether another file lies in the folder now.
 */
export async function keepOrClear(
  folder: string,
  staged: string,
  { parcel, answer, sender }: { parcel: OpenedParcel; answer: HandedIn; sender: string },
): Promise<boolean> {
  const name = nameOf(parcel);
  const same = (await listed(folder)).filter((one) => one.startsWith(name));
  if (isTakenIn(answer)) for (const one of same) await rm(join(folder, one), { force: true });
  else if (same.length === 0) {
    await rename(staged, join(folder, `${name}_${sender}${parcelEnding}`));
    return true;
  }
  await rm(staged, { force: true });
  return false;
}

export interface KeptParcel {
  readonly name: string;
  readonly bytes: number;
  /** The account or device that sent it, where its name says so. */
  readonly sender: string | undefined;
  /** When its last byte came. */
  readonly cameAt: Date;
  /** Cut off by the end of a server, or under way just now. */
  readonly isStaged: boolean;
}

/** What lies in the folder. */
export async function listParcels(folder: string): Promise<KeptParcel[]> {
  const parcels: KeptParcel[] = [];
  for (const name of await listed(folder)) {
    // Another request or server may be clearing it away.
    const file = await stat(join(folder, name)).catch(() => undefined);
    if (file === undefined || !(name.endsWith(stagedEnding) || name.endsWith(parcelEnding))) continue;
    const [, , sender] = basename(name, parcelEnding).split('_');
    const isStaged = name.endsWith(stagedEnding);
    parcels.push({ name, bytes: file.size, sender, cameAt: file.mtime, isStaged });
  }
  return parcels;
}
