import * as z from 'zod/mini';
import { DomainError } from '../error/domain-error.ts';
import { toBase64url } from './base64url.ts';
import {
  hasRoomForRecords,
  largestHeadBytes,
  ParcelFrame,
  type ParcelHead,
  ParcelPart,
  tooManyRecords,
} from './parcel.ts';

const magic = new TextEncoder().encode('KYCUONG1');
const lengthBytes = 4;
const signatureBytes = 64;

/** A file that is read piece by piece, in the browser or on a server. `read` gives fewer bytes only at the end. */
export interface ByteSource {
  readonly size: number;
  readonly read: (from: number, to: number) => Promise<Uint8Array>;
}

export interface OpenedParcel {
  readonly head: ParcelHead;
  readonly headHash: string;
  /** The device's signature over `parcelText(headHash)`, base64url; null: there is none. */
  readonly signature: string | null;
  /** Where each part begins in the file. */
  readonly offsets: readonly number[];
}

export async function sha256Hex(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** All that stands before the parts: `KYCUONG1`, length of the head, head, length of the signature, signature. */
export function writeStart(head: Uint8Array, signature: Uint8Array | null): Uint8Array<ArrayBuffer> {
  const signed = signature ?? new Uint8Array();
  const start = new Uint8Array(magic.length + lengthBytes + head.length + lengthBytes + signed.length);
  const view = new DataView(start.buffer);
  start.set(magic);
  view.setUint32(magic.length, head.length);
  start.set(head, magic.length + lengthBytes);
  view.setUint32(magic.length + lengthBytes + head.length, signed.length);
  start.set(signed, magic.length + 2 * lengthBytes + head.length);
  return start;
}

async function readExactly(
  source: Pick<ByteSource, 'read'>,
  from: number,
  length: number,
): Promise<Uint8Array> {
  const bytes = await source.read(from, from + length);
  if (bytes.length !== length) throw new DomainError('invalid', 'parcel.cut');
  return bytes;
}

async function readLength(source: Pick<ByteSource, 'read'>, at: number, most: number): Promise<number> {
  const bytes = await readExactly(source, at, lengthBytes);
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  if (length > most) throw new DomainError('invalid', 'parcel.altered');
  return length;
}

/** Checked at one go, between two turns of all others. */
const partsAtOnce = 1_000;
const SomeParts = z.array(ParcelPart);
const letOthersRun = () => new Promise<void>((resolve) => setTimeout(resolve));

async function parseParts(given: readonly unknown[]): Promise<ParcelHead['parts'] | undefined> {
  const parts: ParcelHead['parts'] = [];
  for (let at = 0; at < given.length; at += partsAtOnce) {
    if (at > 0) await letOthersRun();
    const { data } = SomeParts.safeParse(given.slice(at, at + partsAtOnce));
    if (data === undefined) return undefined;
    parts.push(...data);
  }
  return parts;
}

async function parseHead(bytes: Uint8Array): Promise<ParcelHead> {
  let given: unknown;
  try {
    given = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new DomainError('invalid', 'parcel.altered');
  }
  const { data: frame } = ParcelFrame.safeParse(given);
  const parts = frame && (await parseParts(frame.parts));
  if (frame !== undefined && parts !== undefined) return { ...frame, parts };
  const version = typeof given === 'object' && given !== null && 'version' in given ? given.version : 1;
  const newer = typeof version === 'number' && version > 1;
  throw new DomainError('invalid', newer ? 'parcel.newer-version' : 'parcel.altered');
}

/** Whether bytes are, or may go on to be, the mark by which a parcel begins. */
export function mayBeParcel(first: Uint8Array): boolean {
  return magic.subarray(0, first.length).every((byte, at) => first[at] === byte);
}

/**
 * How many bytes stand before the parts, as far as the first ones tell: at least so many, and no more once they are
 * all there.
 * @throws DomainError `invalid` with `parcel.altered` when it would be more than any parcel has
 */
export function startLength(first: Uint8Array): number {
  const view = new DataView(first.buffer, first.byteOffset, first.length);
  const headAt = magic.length + lengthBytes;
  if (first.length < headAt) return headAt;
  const headLength = view.getUint32(magic.length);
  if (headLength > largestHeadBytes) throw new DomainError('invalid', 'parcel.altered');
  const signatureAt = headAt + headLength + lengthBytes;
  if (first.length < signatureAt) return signatureAt;
  const signatureLength = view.getUint32(signatureAt - lengthBytes);
  if (signatureLength > signatureBytes) throw new DomainError('invalid', 'parcel.altered');
  return signatureAt + signatureLength;
}

/**
 * What a parcel's start says of it, and how long the whole is by that. Of `source` no more than the start is read.
 * @throws DomainError `invalid` as `readParcel`; `too-large` with `parcel.too-many-records`
 */
export async function readStart(
  source: Pick<ByteSource, 'read'>,
): Promise<OpenedParcel & { readonly length: number }> {
  const mark = await source.read(0, magic.length);
  if (mark.length !== magic.length || !mayBeParcel(mark))
    throw new DomainError('invalid', 'parcel.not-a-parcel');
  let at = magic.length;
  const headLength = await readLength(source, at, largestHeadBytes);
  at += lengthBytes;
  const headBytes = await readExactly(source, at, headLength);
  at += headLength;
  const signatureLength = await readLength(source, at, signatureBytes);
  at += lengthBytes;
  const signature = await readExactly(source, at, signatureLength);
  at += signatureLength;
  const head = await parseHead(headBytes);
  if (!hasRoomForRecords(head)) throw tooManyRecords();
  const offsets = head.parts.map(({ size }) => {
    const begins = at;
    at += size;
    return begins;
  });
  return {
    length: at,
    head,
    headHash: await sha256Hex(headBytes),
    signature: signatureLength === 0 ? null : toBase64url(signature),
    offsets,
  };
}

/** @throws DomainError `invalid` with `parcel.cut` or `parcel.altered` where a file is not as long as its start says */
export function requireLength(size: number, length: number): void {
  if (size < length) throw new DomainError('invalid', 'parcel.cut');
  if (size > length) throw new DomainError('invalid', 'parcel.altered');
}

/**
 * Reads the head of a parcel and checks that the file is as long as it says. The parts are not looked at.
 * @throws DomainError `invalid` with `parcel.not-a-parcel`, `parcel.newer-version`, `parcel.cut` or `parcel.altered`;
 * `too-large` with `parcel.too-many-records`.
 */
export async function readParcel(source: ByteSource): Promise<OpenedParcel> {
  const { length, ...parcel } = await readStart(source);
  requireLength(source.size, length);
  return parcel;
}

/** One sealed part, whole. @throws DomainError `invalid` with `parcel.altered` when its hash is not the head's. */
export async function readPart(
  source: ByteSource,
  { head, offsets }: OpenedParcel,
  index: number,
): Promise<Uint8Array> {
  const part = head.parts[index];
  const offset = offsets[index];
  if (part === undefined || offset === undefined) throw new DomainError('invalid', 'parcel.cut');
  const bytes = await readExactly(source, offset, part.size);
  if ((await sha256Hex(bytes)) !== part.sha256) throw new DomainError('invalid', 'parcel.altered');
  return bytes;
}

/** Holds every part against the head, one at a time. @throws DomainError as `readPart`. */
export async function verifyParts(source: ByteSource, parcel: OpenedParcel): Promise<void> {
  for (const index of parcel.head.parts.keys()) await readPart(source, parcel, index);
}
