import { createHash } from 'node:crypto';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { itemCode } from './furnish.ts';
import type { Tablet } from './tablet.ts';

const photoBytes = 300_000;
const thumbnailBytes = 8_000;
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

/** Runs in the page. */
async function write([rows, photoBytes, thumbnailBytes]: [Rows, number, number]): Promise<void> {
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
  for (const { account, sha256, ...file } of rows.files) {
    // Of chance, as a JPEG is to whatever would make it smaller.
    const bytes = new Uint8Array(photoBytes);
    for (let from = 0; from < photoBytes; from += 60_000)
      crypto.getRandomValues(bytes.subarray(from, from + 60_000));
    add('files', { account, sha256, ...file, bytes });
    add('thumbnails', { account, sha256, bytes: bytes.slice(0, thumbnailBytes) });
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
  for (let from = 0; from < count; from += together) {
    const part = <Row>(all: readonly Row[]) => all.slice(from, from + together);
    const { commands, uploads, files } = rows;
    const some = { ...rows, commands: part(commands), uploads: part(uploads), files: part(files) };
    await page.evaluate(write, [some, photoBytes, thumbnailBytes] satisfies [Rows, number, number]);
  }
}
