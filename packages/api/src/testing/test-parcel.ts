import { toBase64url } from '@kycuong/domain/sync/base64url.ts';
import type { CommandEnvelope } from '@kycuong/domain/sync/command-envelope.ts';
import { exportPublicKey, newAgreementPair, publicKeyId } from '@kycuong/domain/sync/key-pair.ts';
import type { ByteSource } from '@kycuong/domain/sync/parcel-file.ts';
import { type PlainPart, rowsPart, sealedPhotoPart, sealParcel } from '@kycuong/domain/sync/parcel-seal.ts';
import { newDataKey, sealBytes } from '@kycuong/domain/sync/row-cipher.ts';
import { encodeRow } from '@kycuong/domain/sync/row-codec.ts';
import { wrapFor } from '@kycuong/domain/sync/sealed-key.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import type { WebKey } from '@kycuong/domain/sync/web-key.ts';
import { inChunks } from '../in-chunks.ts';
import type { TestDevice } from './test-device.ts';

/** A province's recovery pair, for tests. */
export interface TestRecovery {
  readonly id: string;
  readonly publicKey: string;
  readonly privateKey: WebKey;
}

export async function makeTestRecovery(): Promise<TestRecovery> {
  const pair = await newAgreementPair(false);
  const publicKey = await exportPublicKey(pair.publicKey);
  return { id: await publicKeyId(publicKey), publicKey, privateKey: pair.privateKey };
}

export interface TestParcel {
  readonly id?: string;
  readonly device: TestDevice;
  readonly recovery: TestRecovery;
  readonly commands: readonly CommandEnvelope[];
  readonly photos?: readonly { readonly bytes: Uint8Array; readonly sha256: string }[];
  /** As a device gives it away whose unlock code nobody has typed. */
  readonly locked?: boolean;
  readonly signed?: boolean;
  readonly recordsOfPart?: number;
}

const dataPurpose = 'data key';

/** As many as a tablet lays into a part, where nothing else is said. */
const parted = <Row>(rows: readonly Row[], size = 200) =>
  rows.length === 0 ? [[]] : [...inChunks(rows, size)];

function lockedParts(
  { commands, photos = [], recordsOfPart }: TestParcel,
  key: Uint8Array,
  author: string,
): PlainPart[] {
  const sealed = commands.map(({ id, visitId, author: by, seq, ...rest }) => {
    const place = `commands:${id}`;
    const bytes = sealBytes(key, encodeRow(rest), place);
    const columns = { id, visitId, author: by, seq };
    return { place, keyId: 'k', columns, sealed: toBase64url(bytes), receipt: null };
  });
  const files = photos.map(({ bytes, sha256 }) => {
    const place = `files:${author} ${sha256}`;
    const row = encodeRow({ bytes, mediaType: 'image/jpeg' });
    return sealedPhotoPart({ place, keyId: 'k', sha256 }, sealBytes(key, row, place));
  });
  return [...parted(sealed, recordsOfPart).map((some) => rowsPart({ commands: [], sealed: some })), ...files];
}

/** A parcel as a tablet makes it. */
export async function makeTestParcel(given: TestParcel): Promise<Uint8Array<ArrayBuffer>> {
  const { id = uuidV7(), device, recovery, commands, photos = [], locked = false, signed = true } = given;
  const author = commands[0]?.author ?? uuidV7();
  const key = newDataKey();
  const open: PlainPart[] = [
    ...parted(commands, given.recordsOfPart).map((some) =>
      rowsPart({ commands: some.map((command) => ({ command, receipt: null })), sealed: [] }),
    ),
    ...photos.map(({ bytes }) => ({ kind: 'photo' as const, bytes })),
  ];
  const { start, parts } = await sealParcel({
    facts: {
      id,
      madeAt: '2026-11-23T02:00:00.000Z',
      appVersion: 'test',
      mode: locked ? 'locked' : 'unlocked',
      device: { id: device.id, label: null },
      authors: [{ id: author, name: null }],
      visits: [],
      counts: { records: commands.length, photos: photos.length },
      dataKeys: locked
        ? [
            {
              keyId: 'k',
              account: author,
              recoveryId: recovery.id,
              purpose: dataPurpose,
              key: await wrapFor(recovery.publicKey, key, dataPurpose),
            },
          ]
        : [],
    },
    receivers: [{ kind: 'recovery', id: recovery.id, publicKey: recovery.publicKey }],
    parts: locked ? lockedParts(given, key, author) : open,
    keep: (sealed) => sealed,
    sign: async (text) => (signed ? Buffer.from(device.sign(text), 'base64url') : null),
  });
  return new Uint8Array(await new Blob([start, ...parts]).arrayBuffer());
}

export function bytesSource(bytes: Uint8Array): ByteSource {
  return { size: bytes.length, read: async (from, to) => bytes.subarray(from, to) };
}
