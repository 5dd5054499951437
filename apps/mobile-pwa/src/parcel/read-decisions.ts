import type { FieldStore } from '../sync/store.ts';
import type { Decisions } from './parcel-standing.ts';

/** What the person was told of the leader's decisions; from plain columns, so that it can be read while locked. */
export async function readDecisions(store: FieldStore, account: string): Promise<Decisions> {
  const keys = await store.decisions.toCollection().primaryKeys();
  const own = keys.filter(([whose]) => whose === account);
  const rows = own.length === 0 ? [] : await store.decisions.bulkGet(own);
  return new Map(
    rows.flatMap((row, index) => {
      const id = own[index]?.[1];
      return row && id !== undefined ? [[id, row.decision] as const] : [];
    }),
  );
}
