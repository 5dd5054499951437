import { DomainError } from '../error/domain-error.ts';
import {
  ParcelHead as Head,
  mostRecordsOfPart,
  type ParcelHead,
  type ParcelPartKind,
  ParcelRows,
  ParcelRowsFrame,
  parcelPurpose,
  parcelText,
  SealedPhotoHead,
  tooManyRecords,
} from './parcel.ts';
import { type ByteSource, type OpenedParcel, readPart, sha256Hex, writeStart } from './parcel-file.ts';
import { newDataKey, openBytes, sealBytes } from './row-cipher.ts';
import { unwrapWith, wrapFor } from './sealed-key.ts';
import type { WebKey } from './web-key.ts';

const partName = (id: string, index: number) => `parcel:${id} ${index}`;

/** Who may open a parcel: the name and public key (SPKI, base64url) of each. */
export interface ParcelReceiver {
  readonly kind: 'recovery' | 'device';
  readonly id: string;
  readonly publicKey: string;
}

export interface PlainPart {
  readonly kind: ParcelPartKind;
  readonly bytes: Uint8Array;
}

export interface ParcelPlan<Kept> {
  /** All of the head that is known before the parts are. */
  readonly facts: Omit<ParcelHead, 'format' | 'version' | 'recipients' | 'parts'>;
  readonly receivers: readonly ParcelReceiver[];
  /** One after another, so that one part alone need be in memory. */
  readonly parts: AsyncIterable<PlainPart> | Iterable<PlainPart>;
  /** Lays a sealed part where it can wait for the rest. */
  readonly keep: (sealed: Uint8Array<ArrayBuffer>) => Kept;
  /** The device's signature of a text (ECDSA P-256 over SHA-256, 64 bytes); null: none can be given. */
  readonly sign: (text: string) => Promise<Uint8Array | null>;
}

/** Seals a parcel under a key of its own. In the file `start` comes first, then the parts in their order. */
export async function sealParcel<Kept>(plan: ParcelPlan<Kept>): Promise<{
  readonly head: ParcelHead;
  readonly start: Uint8Array<ArrayBuffer>;
  readonly parts: readonly Kept[];
}> {
  const { facts, receivers, keep } = plan;
  const key = newDataKey();
  const kept: Kept[] = [];
  const parts: ParcelHead['parts'] = [];
  for await (const { kind, bytes } of plan.parts) {
    const sealed = sealBytes(key, bytes, partName(facts.id, parts.length));
    parts.push({ kind, size: sealed.length, sha256: await sha256Hex(sealed) });
    kept.push(keep(sealed));
  }
  const recipients = await Promise.all(
    receivers.map(async ({ kind, id, publicKey }) => ({
      kind,
      id,
      key: await wrapFor(publicKey, key, parcelPurpose(facts.id)),
    })),
  );
  key.fill(0);
  const head = Head.parse({ format: 'kycuong-parcel', version: 1, ...facts, recipients, parts });
  const headBytes = new TextEncoder().encode(JSON.stringify(head));
  const signature = await plan.sign(parcelText(await sha256Hex(headBytes)));
  return { head, start: writeStart(headBytes, signature), parts: kept };
}

/** The keys by which a parcel is read: its own, and in a locked one each person's data key by its name. */
export interface ParcelKeys {
  readonly key: Uint8Array;
  readonly dataKeys: ReadonlyMap<string, Uint8Array>;
}

/** Opens what was sealed to the holder of a private key. @throws DomainError `parcel.not-for-you`, `sync.seal-broken` */
export async function unwrapParcel(
  head: ParcelHead,
  holder: { readonly kind: 'recovery' | 'device'; readonly id: string; readonly privateKey: WebKey },
): Promise<ParcelKeys> {
  const own = head.recipients.find(({ kind, id }) => kind === holder.kind && id === holder.id);
  if (own === undefined) throw new DomainError('invalid', 'parcel.not-for-you');
  const key = await unwrapWith(holder.privateKey, own.key, parcelPurpose(head.id));
  const given = holder.kind === 'recovery' ? head.dataKeys : [];
  const dataKeys = await Promise.all(
    given
      .filter(({ recoveryId }) => recoveryId === holder.id)
      .map(async ({ keyId, purpose, key: sealed }) => {
        return [keyId, await unwrapWith(holder.privateKey, sealed, purpose)] as const;
      }),
  );
  return { key, dataKeys: new Map(dataKeys) };
}

/** One part as it was before it was sealed. @throws DomainError `parcel.altered`, `sync.seal-broken` */
export async function openPart(
  source: ByteSource,
  parcel: OpenedParcel,
  { key }: Pick<ParcelKeys, 'key'>,
  index: number,
): Promise<Uint8Array<ArrayBuffer>> {
  return openBytes(key, await readPart(source, parcel, index), partName(parcel.head.id, index));
}

const headLengthBytes = 4;
const largestPhotoHeadBytes = 4_096;

export function rowsPart(rows: ParcelRows): PlainPart {
  return { kind: 'rows', bytes: new TextEncoder().encode(JSON.stringify(rows)) };
}

/** @throws DomainError `parcel.altered`, `parcel.too-many-records` */
export function readRows(bytes: Uint8Array): ParcelRows {
  const given = parsed(bytes);
  const { data: frame } = ParcelRowsFrame.safeParse(given);
  if (frame === undefined) throw new DomainError('invalid', 'parcel.altered');
  if (frame.commands.length + frame.sealed.length > mostRecordsOfPart) throw tooManyRecords();
  const { data } = ParcelRows.safeParse(given);
  if (data === undefined) throw new DomainError('invalid', 'parcel.altered');
  return data;
}

/** A photo's row as it lies on the device: length of its head, the head as JSON, the sealed bytes. */
export function sealedPhotoPart(head: SealedPhotoHead, sealed: Uint8Array): PlainPart {
  const json = new TextEncoder().encode(JSON.stringify(head));
  const bytes = new Uint8Array(headLengthBytes + json.length + sealed.length);
  new DataView(bytes.buffer).setUint32(0, json.length);
  bytes.set(json, headLengthBytes);
  bytes.set(sealed, headLengthBytes + json.length);
  return { kind: 'sealed-photo', bytes };
}

export function readSealedPhoto(bytes: Uint8Array): {
  readonly head: SealedPhotoHead;
  readonly sealed: Uint8Array;
} {
  if (bytes.length < headLengthBytes) throw new DomainError('invalid', 'parcel.altered');
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  if (length > largestPhotoHeadBytes) throw new DomainError('invalid', 'parcel.altered');
  const ends = headLengthBytes + length;
  const { data } = SealedPhotoHead.safeParse(parsed(bytes.subarray(headLengthBytes, ends)));
  if (data === undefined) throw new DomainError('invalid', 'parcel.altered');
  return { head: data, sealed: bytes.subarray(ends) };
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
