import { toBase64url } from '@kycuong/domain/sync/base64url.ts';
import type { ParcelRows } from '@kycuong/domain/sync/parcel.ts';
import { sha256Hex } from '@kycuong/domain/sync/parcel-file.ts';
import { type PlainPart, rowsPart, sealedPhotoPart } from '@kycuong/domain/sync/parcel-seal.ts';
import { isReadable, sealedOf } from '../lock/seal-rows.ts';
import type { FieldStore, Upload } from '../sync/store.ts';

/** Whose work and of which visit a parcel takes; null: everybody's, of every visit. */
export interface ParcelScope {
  readonly account: string | null;
  readonly visitId: string | null;
}

/** What a parcel will hold, by ids alone: it can be told while the device is locked. */
export interface ParcelLog {
  /** The commands of each visit, in the order in which they were written. */
  readonly byVisit: ReadonlyMap<string, readonly string[]>;
  /** All that was written at the visits at which anything is not received. */
  readonly commandIds: readonly string[];
  /** Of these, without the server's word that it took them. */
  readonly openIds: readonly string[];
  readonly uploads: readonly Upload[];
  readonly visitIds: readonly string[];
}

export function logOf(
  byVisit: ReadonlyMap<string, readonly string[]>,
  isOpen: (commandId: string) => boolean,
  uploads: readonly Upload[],
): ParcelLog {
  const commandIds = [...byVisit.values()].flat();
  return { byVisit, commandIds, openIds: commandIds.filter(isOpen), uploads, visitIds: [...byVisit.keys()] };
}

const rowsAtOnce = 200;
/** Longer texts go into parts of fewer: whoever takes the parcel in reads a part at one go. */
const rowsBytesAtOnce = 1024 * 1024;

/** Reads keys and indexes only. */
export async function readParcelLog(
  store: FieldStore,
  { account, visitId }: ParcelScope,
): Promise<ParcelLog> {
  const mine =
    account === null ? store.commands.toCollection() : store.commands.where('author').equals(account);
  const [written, accepted, uploads] = await Promise.all([
    mine.primaryKeys(),
    store.receipts.where('status').anyOf('applied', 'conflict').primaryKeys(),
    store.uploads
      .filter(({ receivedAt, author }) => receivedAt === null && (account ?? author) === author)
      .toArray(),
  ]);
  const ids = new Set(written);
  const done = new Set(accepted);
  const byVisit = new Map<string, string[]>();
  for (const key of await store.commands.orderBy('visitId').uniqueKeys()) {
    const of = String(key);
    if (visitId !== null && visitId !== of) continue;
    const here = await store.commands
      .where('[visitId+seq]')
      .between([of, 0], [of, Number.POSITIVE_INFINITY])
      .primaryKeys();
    byVisit.set(
      of,
      here.filter((id) => ids.has(id)),
    );
  }
  const meant = uploads.filter((upload) => byVisit.has(upload.visitId));
  const waiting = new Set(meant.map((upload) => upload.visitId));
  const open = [...byVisit].filter(([of, here]) => waiting.has(of) || here.some((id) => !done.has(id)));
  return logOf(new Map(open), (id) => !done.has(id), meant);
}

async function readRows(
  store: FieldStore,
  ids: readonly string[],
  canOpen: (keyId: string) => boolean,
): Promise<ParcelRows> {
  const [commands, receipts] = await Promise.all([
    store.commands.bulkGet([...ids]),
    store.receipts.bulkGet([...ids]),
  ]);
  const rows: ParcelRows = { commands: [], sealed: [] };
  for (const [index, command] of commands.entries()) {
    if (command === undefined) continue;
    const answer = receipts[index];
    const receipt = isReadable(answer) ? answer.text : null;
    const sealed = sealedOf(command);
    if (sealed === undefined) rows.commands.push({ command, receipt });
    else if (canOpen(sealed.keyId)) {
      const place = `commands:${command.id}`;
      const { keyId, columns, bytes } = sealed;
      rows.sealed.push({ place, keyId, columns: { ...columns }, sealed: toBase64url(bytes), receipt });
    }
  }
  return rows;
}

async function photoPart(
  store: FieldStore,
  { author, sha256 }: Upload,
  canOpen: (keyId: string) => boolean,
): Promise<PlainPart | undefined> {
  const row = await store.files.get([author, sha256]);
  const sealed = row && sealedOf(row);
  if (sealed !== undefined) {
    const head = { place: `files:${author} ${sha256}`, keyId: sealed.keyId, sha256 };
    return canOpen(sealed.keyId) ? sealedPhotoPart(head, sealed.bytes) : undefined;
  }
  if (row) return { kind: 'photo', bytes: row.bytes };
  // As database version 1 kept it.
  const { blob } = (await store.evidence.get(sha256)) ?? {};
  if (blob === undefined) return undefined;
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return (await sha256Hex(bytes)) === sha256 ? { kind: 'photo', bytes } : undefined;
}

/** So many parts at most: what is refused by a key that nobody here has is left out. */
export function countParts({ commandIds, uploads }: ParcelLog): number {
  return Math.ceil(commandIds.length / rowsAtOnce) + new Set(uploads.map(({ sha256 }) => sha256)).size;
}

async function* rowsParts(
  store: FieldStore,
  ids: readonly string[],
  canOpen: (keyId: string) => boolean,
): AsyncGenerator<PlainPart> {
  const part = rowsPart(await readRows(store, ids, canOpen));
  if (part.bytes.length <= rowsBytesAtOnce || ids.length === 1) return yield part;
  const middle = ids.length >> 1;
  yield* rowsParts(store, ids.slice(0, middle), canOpen);
  yield* rowsParts(store, ids.slice(middle), canOpen);
}

/** The parts of a parcel one after another: a part in memory at a time, whatever the number of photos. */
export async function* logParts(
  store: FieldStore,
  { commandIds, uploads }: ParcelLog,
  canOpen: (keyId: string) => boolean,
): AsyncGenerator<PlainPart> {
  for (let at = 0; at < commandIds.length; at += rowsAtOnce)
    yield* rowsParts(store, commandIds.slice(at, at + rowsAtOnce), canOpen);
  const taken = new Set<string>();
  for (const upload of uploads) {
    if (taken.has(upload.sha256)) continue;
    const part = await photoPart(store, upload, canOpen);
    if (part === undefined) continue;
    taken.add(upload.sha256);
    yield part;
  }
}
