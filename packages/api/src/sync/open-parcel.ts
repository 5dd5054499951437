import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { AttachEvidence } from '@kycuong/domain/evidence/attach-evidence.ts';
import { namedCommand, type ParcelRows } from '@kycuong/domain/sync/parcel.ts';
import type { ByteSource, OpenedParcel } from '@kycuong/domain/sync/parcel-file.ts';
import { openPart, type ParcelKeys, readRows, readSealedPhoto } from '@kycuong/domain/sync/parcel-seal.ts';
import { openBytes } from '@kycuong/domain/sync/row-cipher.ts';
import { decodeRow } from '@kycuong/domain/sync/row-codec.ts';
import * as z from 'zod/mini';

export interface ParcelFile {
  readonly source: ByteSource;
  readonly parcel: OpenedParcel;
  readonly keys: ParcelKeys;
}

function dataKey({ dataKeys }: ParcelKeys, keyId: string): Uint8Array {
  const key = dataKeys.get(keyId);
  if (key === undefined) throw new DomainError('invalid', 'parcel.key-missing');
  return key;
}

function openSealed(
  keys: ParcelKeys,
  { place, keyId, columns, sealed }: ParcelRows['sealed'][number],
): unknown {
  if (place !== `commands:${columns.id}`) throw new DomainError('invalid', 'parcel.altered');
  const bytes = Buffer.from(sealed, 'base64url');
  return { ...columns, ...decodeRow(openBytes(dataKey(keys, keyId), bytes, place)) };
}

/** In the order in which they were written, device by device; what has no number keeps its place at the end. */
const seqOf = (command: unknown) => Written.safeParse(command).data?.seq ?? Number.POSITIVE_INFINITY;
const Written = z.object({ seq: z.number() });

/** The commands of a parcel, as they were logged. @throws DomainError where a part does not open. */
export async function openCommands({ source, parcel, keys }: ParcelFile): Promise<unknown[]> {
  const commands: unknown[] = [];
  for (const [index, { kind }] of parcel.head.parts.entries()) {
    if (kind !== 'rows') continue;
    const rows = readRows(await openPart(source, parcel, keys, index));
    commands.push(...rows.commands.map(({ command }) => command));
    commands.push(...rows.sealed.map((row) => openSealed(keys, row)));
  }
  return commands.toSorted((a, b) => seqOf(a) - seqOf(b));
}

/** The photos and files of a parcel, one in memory at a time. */
export async function* openPhotos({ source, parcel, keys }: ParcelFile): AsyncGenerator<Uint8Array> {
  for (const [index, { kind }] of parcel.head.parts.entries()) {
    if (kind === 'rows') continue;
    const bytes = await openPart(source, parcel, keys, index);
    if (kind === 'photo') yield bytes;
    else {
      const { head, sealed } = readSealedPhoto(bytes);
      const row = decodeRow(openBytes(dataKey(keys, head.keyId), sealed, head.place));
      if (row.bytes instanceof Uint8Array) yield row.bytes;
    }
  }
}

const Attaching = z.object({ action: z.literal('evidence.attach'), payload: AttachEvidence });

/** The tickets for photos among commands. */
export function ticketsOf(commands: readonly unknown[]) {
  return commands.flatMap((command) => {
    const { data } = Attaching.safeParse(command);
    const named = namedCommand(command);
    return data && named ? [{ commandId: named.id, ...data.payload }] : [];
  });
}
