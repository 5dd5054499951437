import { openBytes, sealBytes } from '@kycuong/domain/sync/row-cipher.ts';
import { decodeRow, encodeRow, rowPlace } from '@kycuong/domain/sync/row-codec.ts';
import type { DBCore, DBCoreCursor, DBCoreTable, Middleware } from 'dexie';
import type { Vault } from './vault.ts';

/**
 * Tables whose rows are sealed, and the column that says whose row it is; null: whoever is at work. What a table has
 * in its primary key and indexes stays plain, all else is sealed.
 */
export const sealedTables: Readonly<Record<string, string | null>> = {
  commands: 'author',
  receipts: null,
  decisions: 'account',
  packets: 'account',
  serverCommands: 'account',
  files: 'account',
  thumbnails: 'account',
  heads: 'account',
  digests: 'account',
  drafts: 'account',
  texts: 'author',
};

/** A text becomes a command without being opened: it is sealed as the command that it will be. */
const placedIn: Readonly<Record<string, string>> = { texts: 'commands' };

/** A row as it lies on the disk: its plain columns, the key it is sealed under, and the rest as bytes. */
interface SealedRow extends Readonly<Record<string, unknown>> {
  readonly sealedUnder: string;
  readonly sealed: Uint8Array;
}

function isSealed(row: unknown): row is SealedRow {
  return typeof row === 'object' && row !== null && 'sealed' in row && row.sealed instanceof Uint8Array;
}

/** False for a row under a key that is not held (another person's, or one whose code was forgotten), and for none. */
export function isReadable<Row extends object>(row: Row | undefined): row is Row {
  return row !== undefined && !isSealed(row);
}

/** A row as it lies sealed on the disk, with the columns that lie open; undefined for one that can be read. */
export function sealedOf(row: object): SealedParts | undefined {
  if (!isSealed(row)) return undefined;
  const { sealedUnder, sealed, ...columns } = row;
  return { keyId: sealedUnder, bytes: sealed, columns };
}

export interface SealedParts {
  readonly keyId: string;
  readonly bytes: Uint8Array;
  readonly columns: Readonly<Record<string, unknown>>;
}

/** Nothing is written into a sealed table while its person's key is not held. */
export class LockedError extends Error {
  override readonly name = 'LockedError';
}

/** More than the rows of a full tablet; beyond it the memory starts over. */
const mostRemembered = 40_000;

type KeyPath = string | readonly string[] | null | undefined;

/**
 * Seals rows of a table as `sealRows` does, for what writes past Dexie.
 * @param keyPaths of the primary key, then of the indexes: what they name stays plain.
 */
export function sealer(vault: Vault, table: string, keyPaths: readonly KeyPath[]) {
  const owner = sealedTables[table] ?? null;
  const plain = new Set(keyPaths.flatMap((path) => path ?? []));
  const primary = [keyPaths[0] ?? []].flat();
  const placeOf = (row: object) =>
    rowPlace(
      placedIn[table] ?? table,
      primary.map((name) => Reflect.get(row, name)),
    );
  const seal = (row: object): object => {
    if (isSealed(row)) return row;
    const held = vault.held();
    if (held === null || (owner !== null && Reflect.get(row, owner) !== held.account))
      throw new LockedError(table);
    const fields = Object.entries(row);
    const hidden = Object.fromEntries(fields.filter(([name]) => !plain.has(name)));
    const sealed = sealBytes(held.key, encodeRow(hidden), placeOf(row));
    const open = fields.filter(([name]) => plain.has(name));
    return { ...Object.fromEntries(open), sealedUnder: held.keyId, sealed };
  };
  return { seal, placeOf };
}

function sealing(table: DBCoreTable, vault: Vault): DBCoreTable {
  const { primaryKey, indexes } = table.schema;
  const { seal, placeOf } = sealer(
    vault,
    table.name,
    [primaryKey, ...indexes].map(({ keyPath }) => keyPath),
  );

  const open = (row: unknown): unknown => {
    const held = vault.held();
    if (!isSealed(row) || held?.keyId !== row.sealedUnder) return row;
    const { sealedUnder: _, sealed, ...rest } = row;
    const place = placeOf(row);
    const mark = String.fromCharCode(...sealed.subarray(0, 24));
    const known = vault.opened.get(place);
    if (known?.seal === mark) return { ...rest, ...known.fields };
    const fields = decodeRow(openBytes(held.key, sealed, place));
    // Photos are not kept in memory.
    if (!Object.values(fields).some((value) => value instanceof Uint8Array)) {
      if (vault.opened.size >= mostRemembered) vault.opened.clear();
      vault.opened.set(place, { seal: mark, fields });
    }
    return { ...rest, ...fields };
  };

  const openCursor = (cursor: DBCoreCursor): DBCoreCursor =>
    Object.create(cursor, { value: { get: () => open(cursor.value) } });

  return {
    ...table,
    get: (request) => table.get(request).then(open),
    getMany: (request) => table.getMany(request).then((rows) => rows.map(open)),
    query: (request) =>
      table
        .query(request)
        .then((answer) => (request.values ? { ...answer, result: answer.result.map(open) } : answer)),
    openCursor: (request) =>
      table.openCursor(request).then((cursor) => (cursor && request.values ? openCursor(cursor) : cursor)),
    mutate: (request) => {
      if (request.type !== 'add' && request.type !== 'put') return table.mutate(request);
      // What else a request says of the change (which fields, by which condition) would be in the clear: left out.
      const { type, trans, keys, wantResults } = request;
      const values = request.values.map(seal);
      return table.mutate({
        type,
        trans,
        values,
        ...(keys === undefined ? {} : { keys }),
        ...(wantResults === undefined ? {} : { wantResults }),
      });
    },
  };
}

/**
 * Seals rows as they are written and opens them as they are read, below everything that the app sees of its database.
 * A row whose key is not held is given as it lies on the disk: ask `isReadable` before using what is sealed in it. A
 * row that was never sealed (database version 1) is given as it is.
 */
export function sealRows(vault: Vault): Middleware<DBCore> {
  return {
    stack: 'dbcore',
    name: 'seal-rows',
    create: (core) => ({
      ...core,
      table: (name) => {
        const table = core.table(name);
        return sealedTables[name] === undefined ? table : sealing(table, vault);
      },
    }),
  };
}
