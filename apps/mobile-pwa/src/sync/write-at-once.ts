import { Dexie, type IndexSpec, RangeSet } from 'dexie';
import { sealer } from '../lock/seal-rows.ts';
import type { FieldStore, LoggedCommand } from './store.ts';

/** What a touch builds on, as it was when this page last looked. */
export interface Expected {
  readonly offset: number | null;
  readonly seq: number;
  readonly clock: string | undefined;
  /** How many commands of the visit are refused, and the last that the server applied. */
  readonly refused: number;
  readonly lastOrder: number;
}

/** What lies open of a table's rows. */
export const keyPathsOf = ({ primKey, indexes }: FieldStore['commands']['schema']) =>
  [primKey, ...indexes].map(({ keyPath }) => keyPath);

/** Asks for all that a touch builds on; the answers are there once the last of them is. */
function ask(transaction: IDBTransaction, { author, visitId }: LoggedCommand, expected: Expected) {
  const meta = transaction.objectStore('meta');
  const [offset, seq, clock, wipe] = ['serverOffsetMs', `seq:${visitId}`, 'clock', 'wipe'].map((key) =>
    meta.get(key),
  );
  const refused = transaction
    .objectStore('receipts')
    .index('[visitId+status]')
    .count(IDBKeyRange.only([visitId, 'refused']));
  const later = transaction
    .objectStore('serverCommands')
    .index('[account+visitId+order]')
    .count(IDBKeyRange.bound([author, visitId, expected.lastOrder], [author, visitId, []], true));
  const isAsExpected = () =>
    (offset?.result?.value ?? null) === expected.offset &&
    (seq?.result?.value ?? 0) === expected.seq &&
    clock?.result?.value === expected.clock &&
    !wipe?.result?.value?.report &&
    refused.result === expected.refused &&
    later.result === 0;
  return { last: later, isAsExpected };
}

/**
 * Writes a command in one round to the disk: what it builds on is asked and the command written in the same breath, and
 * the transaction is ended as soon as the answers are there. Gives false, and leaves nothing, where the rows say otherwise,
 * and where the database is not open. Past Dexie, whose own work on nine requests is most of what a slow
 * tablet does between the finger and the disk; `announce` then tells it.
 */
export async function writeAtOnce(
  store: FieldStore,
  logged: LoggedCommand,
  expected: Expected,
  rehearsed = false,
): Promise<boolean> {
  if (!store.isOpen()) return false;
  const { promise, resolve, reject } = Promise.withResolvers<boolean>();
  const tables = ['commands', 'meta', 'receipts', 'serverCommands'];
  const transaction = store.backendDB().transaction(tables, 'readwrite', { durability: 'strict' });
  let surprised = false;
  transaction.oncomplete = () => resolve(true);
  transaction.onabort = () =>
    surprised || transaction.error?.name === 'ConstraintError' ? resolve(false) : reject(transaction.error);
  const { last, isAsExpected } = ask(transaction, logged, expected);
  last.onsuccess = () => {
    surprised = rehearsed || !isAsExpected();
    if (surprised) transaction.abort();
    else transaction.commit();
  };
  try {
    const { seal } = sealer(store.vault, 'commands', keyPathsOf(store.commands.schema));
    transaction.objectStore('commands').add(seal(logged));
    const meta = transaction.objectStore('meta');
    meta.put({ key: `seq:${logged.visitId}`, value: logged.seq });
    meta.put({ key: 'clock', value: logged.clock });
  } catch (error) {
    transaction.onabort = null;
    transaction.abort();
    throw error;
  }
  return promise;
}

/** Lets the live queries of this tab and of others know of rows that were written past Dexie. */
export function announce({ name, tables }: FieldStore, table: string, rows: readonly object[]): void {
  const { primKey, indexes } = tables.find((one) => one.name === table)?.schema ?? {};
  const part = (index: string, { keyPath }: IndexSpec) => {
    const paths = [keyPath ?? []].flat();
    const keys = rows.map((row) => paths.map((column) => Reflect.get(row, column)));
    const touched = new RangeSet().addKeys(keys.map((key) => (Array.isArray(keyPath) ? key : key[0])));
    return [`idb://${name}/${table}/${index}`, touched] as const;
  };
  if (primKey === undefined || indexes === undefined) return;
  Dexie.on.storagemutated.fire(
    Object.fromEntries([part('', primKey), ...indexes.map((index) => part(index.name, index))]),
  );
}
