import * as fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { exportPublicKey, newAgreementPair } from './key-pair.ts';
import { largestRowsPartBytes, mostRecordsOfPart, parcelText } from './parcel.ts';
import { type ByteSource, readParcel, readStart, verifyParts, writeStart } from './parcel-file.ts';
import {
  openPart,
  readRows,
  readSealedPhoto,
  rowsPart,
  sealedPhotoPart,
  sealParcel,
  unwrapParcel,
} from './parcel-seal.ts';
import { newDataKey } from './row-cipher.ts';
import { decodeRow } from './row-codec.ts';
import { wrapFor } from './sealed-key.ts';
import { uuidV7 } from './uuid-v7.ts';

const signing = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const digest = { name: 'ECDSA', hash: 'SHA-256' } as const;
const id = uuidV7();
const author = uuidV7();
const device = uuidV7();
const dataKey = newDataKey();
const photo = new TextEncoder().encode('ảnh chụp bảng niêm yết');
const rows = { commands: [{ command: { id: 'x', note: 'Đã xem' }, receipt: null }], sealed: [] };

let province: CryptoKeyPair;
let colleague: CryptoKeyPair;
let stranger: CryptoKeyPair;
let signer: CryptoKeyPair;
let file: Uint8Array<ArrayBuffer>;
const source = (bytes: Uint8Array): ByteSource => ({
  size: bytes.length,
  read: async (from, to) => bytes.subarray(from, to),
});

beforeAll(async () => {
  province = await newAgreementPair(false);
  colleague = await newAgreementPair(false);
  stranger = await newAgreementPair(false);
  signer = await crypto.subtle.generateKey(signing, false, ['sign', 'verify']);
  const publicKey = await exportPublicKey(province.publicKey);
  const { start, parts } = await sealParcel({
    facts: {
      id,
      madeAt: '2026-11-23T02:00:00.000Z',
      appVersion: '0.1.0',
      mode: 'unlocked',
      device: { id: device, label: null },
      authors: [{ id: author, name: 'Bùi Thị Kiểm' }],
      visits: [],
      counts: { records: 1, photos: 2 },
      dataKeys: [
        {
          keyId: 'k',
          account: author,
          recoveryId: 'r',
          purpose: 'data',
          key: await wrapFor(publicKey, dataKey, 'data'),
        },
      ],
    },
    receivers: [
      { kind: 'recovery', id: 'r', publicKey },
      { kind: 'device', id: 'd', publicKey: await exportPublicKey(colleague.publicKey) },
    ],
    parts: [
      rowsPart(rows),
      { kind: 'photo', bytes: photo },
      sealedPhotoPart({ place: 'files:a b', keyId: 'k', sha256: 'a'.repeat(64) }, photo),
    ],
    keep: (sealed) => sealed,
    sign: async (text) =>
      new Uint8Array(await crypto.subtle.sign(digest, signer.privateKey, new TextEncoder().encode(text))),
  });
  file = new Uint8Array(await new Blob([start, ...parts]).arrayBuffer());
});

const signatureHolds = async (headHash: string, signature: string | null) =>
  signature !== null &&
  crypto.subtle.verify(
    digest,
    signer.publicKey,
    Uint8Array.from(atob(signature.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0)),
    new TextEncoder().encode(parcelText(headHash)),
  );

/** As whoever takes a parcel in has to: whole, unaltered, and signed. */
async function check(bytes: Uint8Array): Promise<string> {
  try {
    const parcel = await readParcel(source(bytes));
    await verifyParts(source(bytes), parcel);
    return (await signatureHolds(parcel.headHash, parcel.signature)) ? 'sound' : 'parcel.signature-wrong';
  } catch (error) {
    return error instanceof Error && 'key' in error ? String(error.key) : String(error);
  }
}

describe('a sealed parcel', () => {
  it('opens for the province and for a colleague’s device, part by part, and for nobody else', async () => {
    const parcel = await readParcel(source(file));
    const holders = [
      { kind: 'recovery', id: 'r', privateKey: province.privateKey },
      { kind: 'device', id: 'd', privateKey: colleague.privateKey },
    ] as const;
    for (const holder of holders) {
      const keys = await unwrapParcel(parcel.head, holder);
      expect(readRows(await openPart(source(file), parcel, keys, 0))).toEqual(rows);
      expect(await openPart(source(file), parcel, keys, 1)).toEqual(photo);
      expect(keys.dataKeys.get('k')).toEqual(holder.kind === 'recovery' ? dataKey : undefined);
      const inner = readSealedPhoto(await openPart(source(file), parcel, keys, 2));
      expect([inner.head.keyId, inner.sealed]).toEqual(['k', photo]);
    }
    const thief = { kind: 'device', id: 'd', privateKey: stranger.privateKey } as const;
    await expect(unwrapParcel(parcel.head, thief)).rejects.toMatchObject({ key: 'sync.seal-broken' });
    await expect(unwrapParcel(parcel.head, { ...thief, id: 'x' })).rejects.toMatchObject({
      key: 'parcel.not-for-you',
    });
    expect(await check(file)).toBe('sound');
    expect(new TextDecoder().decode(file)).not.toContain('Đã xem');
  });

  it('is refused whole when any byte was altered', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const altered = Uint8Array.from(file);
        altered[at] = (altered[at] ?? 0) ^ by;
        expect(await check(altered)).toMatch(/^parcel\./);
      }),
      { numRuns: 300 },
    );
  });

  it('is refused whole wherever it was cut, or when something was added', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(file.length - 1), async (length) => {
        expect(await check(file.subarray(0, length))).toMatch(/^parcel\.(cut|not-a-parcel)$/);
      }),
    );
    expect(await check(Uint8Array.of(...file, 0))).toBe('parcel.altered');
  });

  it('of a later version says so', async () => {
    const mark = new TextEncoder().encode('"version":1');
    const at = file.findIndex((_, from) => mark.every((byte, i) => file[from + i] === byte));
    const later = Uint8Array.from(file);
    later[at + mark.length - 1] = '2'.charCodeAt(0);
    expect(await check(later)).toBe('parcel.newer-version');
  });
});

describe('the head of a parcel', () => {
  const startOf = async (change: object) => {
    const { head } = await readParcel(source(file));
    const bytes = writeStart(new TextEncoder().encode(JSON.stringify({ ...head, ...change })), null);
    return readStart(source(bytes));
  };
  const parts = (length: number) =>
    Array.from({ length }, () => ({ kind: 'sealed-photo', size: 300_000, sha256: 'a'.repeat(64) }));

  it('has room for ten days without a network, and is read while others run', async () => {
    let isOver = false;
    const reading = startOf({ parts: parts(10_050) }).finally(() => {
      isOver = true;
    });
    let turns = 0;
    while (!isOver) {
      await new Promise((resolve) => setTimeout(resolve));
      turns += 1;
    }
    expect((await reading).head.parts).toHaveLength(10_050);
    expect(turns).toBeGreaterThanOrEqual(10);
  });

  it('that is longer, or lists more than anybody has, is none', async () => {
    const altered = { key: 'parcel.altered' };
    await expect(startOf({ parts: parts(12_001) })).rejects.toMatchObject(altered);
    await expect(startOf({ appVersion: ' '.repeat(2_200_000) })).rejects.toMatchObject(altered);
    for (const list of ['authors', 'visits', 'recipients', 'dataKeys', 'parts'])
      await expect(startOf({ [list]: Array(900_000).fill(1) })).rejects.toMatchObject(altered);
    await expect(startOf({ recipients: [] })).rejects.toMatchObject(altered);
  });

  it('that gives its records more room than a tablet needs is refused before they are read', async () => {
    const tooMany = { code: 'too-large', key: 'parcel.too-many-records' };
    const rowsOf = (size: number, length: number) =>
      Array.from({ length }, () => ({ kind: 'rows', size, sha256: 'a'.repeat(64) }));
    expect((await startOf({ parts: rowsOf(largestRowsPartBytes, 16) })).head.parts).toHaveLength(16);
    await expect(startOf({ parts: rowsOf(largestRowsPartBytes, 17) })).rejects.toMatchObject(tooMany);
    await expect(startOf({ parts: rowsOf(largestRowsPartBytes + 1, 1) })).rejects.toMatchObject(tooMany);
  });
});

describe('what a stranger seals into a part', () => {
  const json = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
  const altered = expect.objectContaining({ key: 'parcel.altered' });
  const row = { place: 'commands:x', keyId: 'k', sealed: '', receipt: null };

  it('is no more records than are read at once, and none with columns without end', () => {
    const tooMany = expect.objectContaining({ code: 'too-large', key: 'parcel.too-many-records' });
    const commands = Array(mostRecordsOfPart).fill({ command: 1, receipt: null });
    expect(readRows(json({ commands, sealed: [] })).commands).toHaveLength(mostRecordsOfPart);
    expect(() => readRows(json({ commands, sealed: [{ ...row, columns: {} }] }))).toThrow(tooMany);
    const columns = Object.fromEntries(Array.from({ length: 100_000 }, (_, at) => [`c${at}`, at]));
    expect(() => readRows(json({ commands: [], sealed: [{ ...row, columns }] }))).toThrow(altered);
  });

  it('has no head of a photo that would have to be read for long', () => {
    const given = { place: 'files:a b', keyId: 'k', sha256: 'a'.repeat(64) };
    const { bytes } = sealedPhotoPart({ ...given, place: ' '.repeat(5_000) }, photo);
    const parse = vi.spyOn(JSON, 'parse');
    expect(() => readSealedPhoto(bytes)).toThrow(altered);
    expect(parse).not.toHaveBeenCalled();
    parse.mockRestore();
  });

  it('is a row whose bytes lie one behind another and no further', () => {
    const broken = expect.objectContaining({ key: 'sync.seal-broken' });
    const encode = (bytes: unknown, rest: number) => {
      const written = json({ fields: { a: 1 }, bytes });
      const encoded = new Uint8Array(5 + written.length + rest);
      encoded[0] = 1;
      new DataView(encoded.buffer).setUint32(1, written.length);
      encoded.set(written, 5);
      return encoded;
    };
    expect(decodeRow(encode([['b', 4]], 4))).toEqual({ a: 1, b: new Uint8Array(4) });
    const backAndForth = [4, -4, 4].map((size) => ['b', size]);
    for (const bytes of [backAndForth, [['b', 5]], [['b', 3]], Array(11).fill(['b', 0]), 'b', null])
      expect(() => decodeRow(encode(bytes, 4))).toThrow(broken);
    for (const bytes of [[], [2, 0, 0, 0, 0], [1, 0, 0], [1, 0, 0, 0, 1, 123]])
      expect(() => decodeRow(Uint8Array.from(bytes))).toThrow(broken);
  });
});
