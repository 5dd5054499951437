import * as z from 'zod/mini';
import { Instant } from '../calendar/instant.ts';
import { DomainError } from '../error/domain-error.ts';
import { largestEvidenceBytes } from '../evidence/attach-evidence.ts';
import { Id } from '../input/id.ts';
import { CommandEnvelope } from './command-envelope.ts';
import { WrappedKey } from './wrapped-key.ts';

/** Ending of the file's name. */
export const parcelEnding = '.kycuong';
export const parcelMediaType = 'application/vnd.kycuong.parcel';

/** Bytes of one sealed part: a photo or file of the greatest size, with what sealing adds. */
export const largestPartBytes = largestEvidenceBytes + 64 * 1024;
/**
 * What ten days without a network come to, and a little more: 10,000 photos, each a part of some 115 bytes in the head,
 * and 50 parts of records. A head is read before much is known of who sends it, so no more is taken.
 */
export const mostParts = 12_000;
export const largestHeadBytes = 2 * 1024 * 1024;
/**
 * Records are in memory together while they are judged. Ten days without a network come to 10,000 of 1.5 kB; three people
 * may write on one tablet. A tablet lays 200 into a part, and what it has beyond these into another parcel.
 */
export const mostRecords = 30_000;
export const largestRecordsBytes = 64 * 1024 * 1024;
/** A part of records is read at one go, while nobody else is answered. */
export const mostRecordsOfPart = 1_000;
export const largestRowsPartBytes = 4 * 1024 * 1024;

const Count = z.int().check(z.minimum(0), z.maximum(1_000_000));
const Hash = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const Text = z.string().check(z.maxLength(300));

/** Counted before one of them is looked at: a million that are nothing would take seconds to be told so. */
const listOf = <Element extends z.core.$ZodType>(element: Element, most: number) =>
  z.pipe(
    z.unknown().check(z.refine((given) => Array.isArray(given) && given.length <= most)),
    z.array(element),
  );

/**
 * What a sealed part holds once it is opened: `rows` the JSON of `ParcelRows`; `photo` a photo's or file's bytes as they
 * were kept; `sealed-photo` a row of the device's table of files, still sealed (`SealedPhotoHead`, see `parcel-part.ts`).
 */
export const parcelPartKinds = ['rows', 'photo', 'sealed-photo'] as const;
export type ParcelPartKind = (typeof parcelPartKinds)[number];

export const ParcelPart = z.object({
  kind: z.enum(parcelPartKinds),
  /** Bytes as they lie in the file, sealed, and their SHA-256. */
  size: z.int().check(z.minimum(1), z.maximum(largestPartBytes)),
  sha256: Hash,
});

/** The parcel's key, sealed to somebody who may open it: the province by its recovery key, or a colleague's device. */
const Recipient = z.object({
  kind: z.enum(['recovery', 'device']),
  /** Name of the recovery key (`publicKeyId`), or the device's id. */
  id: z.string().check(z.maxLength(64)),
  key: WrappedKey,
});

/** The key of one person's rows on the device, sealed to the recovery key: what a locked device can give away. */
const SealedDataKey = z.object({
  keyId: z.string().check(z.maxLength(64)),
  account: Id,
  recoveryId: z.string().check(z.maxLength(64)),
  /** What it was wrapped for; bound into the wrap. */
  purpose: Text,
  key: WrappedKey,
});

/** The readable head of a parcel. Whose keys fit, what is in it, and the hash of every part: the device signs it whole. */
export const ParcelHead = z.object({
  format: z.literal('kycuong-parcel'),
  version: z.literal(1),
  id: Id,
  madeAt: Instant,
  appVersion: Text,
  /** `locked`: made without the author's unlock code; its rows are still sealed by the keys in `dataKeys`. */
  mode: z.enum(['unlocked', 'locked']),
  device: z.object({ id: Id, label: z.nullable(Text) }),
  authors: listOf(z.object({ id: Id, name: z.nullable(Text) }), 50),
  visits: listOf(z.object({ id: Id, unitName: z.nullable(Text), records: Count, photos: Count }), 1000),
  counts: z.object({ records: Count, photos: Count }),
  recipients: listOf(Recipient, 200).check(z.minLength(1)),
  dataKeys: listOf(SealedDataKey, 50),
  parts: listOf(ParcelPart, mostParts),
});
export type ParcelHead = z.infer<typeof ParcelHead>;

/** A head whose parts are counted and not looked at. */
export const ParcelFrame = z.extend(ParcelHead, { parts: listOf(z.unknown(), mostParts) });

/** A logged command exactly as it was written, with the server's answer if the device has it. */
const ParcelCommand = z.object({
  // Judged one by one by the server, as if it were pushed: a broken one breaks no other.
  command: z.unknown(),
  receipt: z.nullable(z.string()),
});

const mostOpenColumns = 20;

/** A row of the device's log as it lies there, sealed with its person's data key under the name `table:primaryKey`. */
const SealedRow = z.object({
  place: z.string().check(z.maxLength(200)),
  keyId: z.string().check(z.maxLength(64)),
  /** The columns that lie open because the device looks up by them. */
  columns: z.pipe(
    z.unknown().check(z.refine((given) => Object.keys(Object(given)).length <= mostOpenColumns)),
    z.record(z.string(), z.unknown()),
  ),
  /** Base64url. */
  sealed: z.string(),
  receipt: z.nullable(z.string()),
});

export const ParcelRows = z.object({ commands: z.array(ParcelCommand), sealed: z.array(SealedRow) });
export type ParcelRows = z.infer<typeof ParcelRows>;

/** Rows that are counted and not looked at. */
export const ParcelRowsFrame = z.object({ commands: z.array(z.unknown()), sealed: z.array(z.unknown()) });

/** What stands before the sealed bytes in a `sealed-photo`. */
export const SealedPhotoHead = z.object({
  place: z.string().check(z.maxLength(200)),
  keyId: z.string().check(z.maxLength(64)),
  sha256: Hash,
});
export type SealedPhotoHead = z.infer<typeof SealedPhotoHead>;

/** More than a tablet lays into one parcel. */
export function tooManyRecords(): DomainError {
  const megabytes = largestRecordsBytes / (1024 * 1024);
  return new DomainError('too-large', 'parcel.too-many-records', { records: mostRecords, megabytes });
}

/** Whether its records, by the sizes that the head gives, are no more than a parcel may have. */
export function hasRoomForRecords({ parts }: Pick<ParcelHead, 'parts'>): boolean {
  const sizes = parts.flatMap(({ kind, size }) => (kind === 'rows' ? [size] : []));
  return (
    sizes.every((size) => size <= largestRowsPartBytes) &&
    sizes.reduce((sum, size) => sum + size, 0) <= largestRecordsBytes
  );
}

/** What the parcel's key is wrapped for. */
export function parcelPurpose(id: string): string {
  return `parcel ${id}`;
}

/** What the device signs: the head as it stands in the file, by its hash. */
export function parcelText(headHash: string): string {
  return `kycuong parcel\n${headHash}`;
}

const Named = z.pick(CommandEnvelope, { id: true, author: true, visitId: true });

/** What names a command in a parcel; undefined where even that does not parse. */
export function namedCommand(command: unknown): z.infer<typeof Named> | undefined {
  return Named.safeParse(command).data;
}
