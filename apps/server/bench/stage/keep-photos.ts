import { createHash } from 'node:crypto';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { itemCode } from './furnish.ts';
import type { Tablet } from './tablet.ts';

const photoBytes = 300_000;
/** Of 320 pixels' width. */
const thumbnailBytes = 20_000;
/** Photos that go to the disk in one transaction. */
const together = 25;

interface Rows {
  readonly commands: readonly object[];
  readonly uploads: readonly object[];
  readonly files: readonly { readonly account: string; readonly sha256: string }[];
  readonly visitId: string;
  readonly seq: number;
}

/** As the app of the first release kept them, unsealed: readable for ever, and written here without anybody's key. */
function rowsOf(account: string, visitId: string, count: number): Rows {
  const made = Array.from({ length: count }, (_, index) => {
    const at = new Date(Date.now() - (count - index) * 1_000);
    const [evidenceId, commandId] = [uuidV7(at.getTime()), uuidV7(at.getTime())];
    const sha256 = createHash('sha256').update(evidenceId).digest('hex');
    const writtenAt = at.toISOString();
    const target = { kind: 'item', id: itemCode(index) };
    const facts = { sha256, size: photoBytes, mediaType: 'image/jpeg', name: 'anh.jpg', takenAt: writtenAt };
    return {
      command: {
        ...{ id: commandId, action: 'evidence.attach', payload: { evidenceId, visitId, target, ...facts } },
        ...{ schemaVersion: 1, author: account, device: account, visitId, seq: index + 1, base: null },
        clock: `${at.getTime().toString(16).padStart(12, '0')}-0000-000000d1`,
        ...{ writtenAt, serverOffsetMs: 0 },
      },
      upload: {
        ...{ evidenceId, commandId, author: account, visitId, sha256, size: photoBytes, sentBytes: 0 },
        ...{ sending: 0, address: null, failures: 0, notBefore: 0, trouble: null, receivedAt: null },
      },
      file: { account, sha256, mediaType: 'image/jpeg', storedAt: writtenAt },
    };
  });
  return {
    commands: made.map(({ command }) => command),
    uploads: made.map(({ upload }) => upload),
    files: made.map(({ file }) => file),
    visitId,
    seq: count,
  };
}

/** Runs in the page: a JPEG of so many pixels, as varied as a photo is, in base64. */
async function draw([width, height]: readonly [number, number]): Promise<string> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  for (let spot = 0; spot < 20_000; spot += 1) {
    if (context) context.fillStyle = `hsl(${Math.random() * 360} 40% ${Math.random() * 90}%)`;
    context?.fillRect(Math.random() * width, Math.random() * height, width / 40, height / 40);
  }
  const reader = new FileReader();
  reader.readAsDataURL(await canvas.convertToBlob({ type: 'image/jpeg' }));
  await new Promise((resolve) => reader.addEventListener('load', resolve));
  return String(reader.result).replace(/^.*,/, '');
}

/** A photo as a tablet's camera makes it, 12 megapixels, for the person to attach. */
export async function cameraPhoto({ page }: Tablet): Promise<Buffer> {
  return Buffer.from(await page.evaluate(draw, [4_000, 3_000] as const), 'base64');
}

/** Runs in the page. */
async function write([rows, picture, photoBytes, thumbnailBytes]: [
  Rows,
  string,
  number,
  number,
]): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('kycuong-field');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const tables = ['commands', 'uploads', 'files', 'thumbnails', 'meta'];
  const transaction = database.transaction(tables, 'readwrite');
  const add = (table: string, row: object) => transaction.objectStore(table).put(row);
  for (const row of rows.commands) add('commands', row);
  for (const row of rows.uploads) add('uploads', row);
  const jpeg = Uint8Array.from(atob(picture), (sign) => sign.charCodeAt(0));
  /** The picture, then bytes of chance, which whatever shows it passes over. */
  const filled = (size: number) => {
    const bytes = new Uint8Array(size);
    for (let from = 0; from < size; from += 60_000)
      crypto.getRandomValues(bytes.subarray(from, from + 60_000));
    bytes.set(jpeg.subarray(0, size));
    return bytes;
  };
  for (const { account, sha256, ...file } of rows.files) {
    add('files', { account, sha256, ...file, bytes: filled(photoBytes) });
    add('thumbnails', { account, sha256, bytes: filled(thumbnailBytes) });
  }
  add('meta', { key: `seq:${rows.visitId}`, value: rows.seq });
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error);
  });
  database.close();
}

/** Photos of 300 kB, one to a line, taken at a visit without a network and not sent. */
export async function keepPhotos(
  { context, page }: Tablet,
  { account, visitId, count }: { readonly account: string; readonly visitId: string; readonly count: number },
): Promise<void> {
  await context.setOffline(true);
  const rows = rowsOf(account, visitId, count);
  const picture = await page.evaluate(draw, [320, 240] as const);
  for (let from = 0; from < count; from += together) {
    const part = <Row>(all: readonly Row[]) => all.slice(from, from + together);
    const { commands, uploads, files } = rows;
    const some = { ...rows, commands: part(commands), uploads: part(uploads), files: part(files) };
    await page.evaluate(write, [some, picture, photoBytes, thumbnailBytes] satisfies [
      Rows,
      string,
      number,
      number,
    ]);
  }
}
