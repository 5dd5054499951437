import { setImmediate } from 'node:timers/promises';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { AttachEvidence } from '@kycuong/domain/evidence/attach-evidence.ts';
import { isTooDeep } from '@kycuong/domain/input/is-too-deep.ts';
import { mostRecords, namedCommand, type ParcelRows, tooManyRecords } from '@kycuong/domain/sync/parcel.ts';
import type { ByteSource, OpenedParcel } from '@kycuong/domain/sync/parcel-file.ts';
import { openPart, type ParcelKeys, readRows, readSealedPhoto } from '@kycuong/domain/sync/parcel-seal.ts';
import { openBytes } from '@kycuong/domain/sync/row-cipher.ts';
import { decodeRow } from '@kycuong/domain/sync/row-codec.ts';
import * as z from 'zod/mini';
import { inTurns } from '../in-turns.ts';

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

export interface OpenedCommand {
  /** As it was logged. */
  readonly command: unknown;
  /** Of its text. */
  readonly bytes: number;
}

/** What is too deep to be written down is refused for that. */
const bytesOf = (command: unknown) =>
  isTooDeep(command) ? 0 : Buffer.byteLength(JSON.stringify(command) ?? '');

/** @throws DomainError where a part does not open, and `too-large` with `parcel.too-many-records` */
export async function openCommands({ source, parcel, keys }: ParcelFile): Promise<OpenedCommand[]> {
  const opened: (OpenedCommand & { readonly seq: number })[] = [];
  for (const [index, { kind }] of parcel.head.parts.entries()) {
    if (kind !== 'rows') continue;
    const { commands, sealed } = readRows(await openPart(source, parcel, keys, index));
    if (opened.length + commands.length + sealed.length > mostRecords) throw tooManyRecords();
    const add = (command: unknown) => opened.push({ command, bytes: bytesOf(command), seq: seqOf(command) });
    for await (const { command } of inTurns(commands)) add(command);
    for await (const row of inTurns(sealed)) add(openSealed(keys, row));
  }
  return opened.toSorted((a, b) => a.seq - b.seq);
}

/** The photos and files of a parcel, one in memory at a time. */
export async function* openPhotos({ source, parcel, keys }: ParcelFile): AsyncGenerator<Uint8Array> {
  for (const [index, { kind }] of parcel.head.parts.entries()) {
    if (kind === 'rows') continue;
    const bytes = await openPart(source, parcel, keys, index);
    if (kind === 'photo') yield bytes;
    else {
      const { head, sealed } = readSealedPhoto(bytes);
      // Each unsealing of the largest file takes as long as others may wait.
      await setImmediate();
      const row = decodeRow(openBytes(dataKey(keys, head.keyId), sealed, head.place));
      if (row.bytes instanceof Uint8Array) yield row.bytes;
    }
  }
}

const Attaching = z.object({ action: z.literal('evidence.attach'), payload: AttachEvidence });

/** The tickets for photos among commands. */
export async function ticketsOf(commands: readonly OpenedCommand[]) {
  const tickets: (AttachEvidence & { readonly commandId: string })[] = [];
  for await (const { command } of inTurns(commands)) {
    const { data } = Attaching.safeParse(command);
    const named = namedCommand(command);
    if (data && named) tickets.push({ commandId: named.id, ...data.payload });
  }
  return tickets;
}
