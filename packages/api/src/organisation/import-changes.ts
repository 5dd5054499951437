import { account } from '@kycuong/db/schema/access.ts';
import { listImportChange } from '@kycuong/db/schema/list-import.ts';
import { unit } from '@kycuong/db/schema/organisation.ts';
import { Id } from '@kycuong/domain/input/id.ts';
import { type ChangedField, changedFields } from '@kycuong/domain/organisation/changed-fields.ts';
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { query } from '../query.ts';
import type { Transaction } from '../transaction.ts';
import { loadImport } from './load-import.ts';

const pageLength = 100;
type Row = typeof listImportChange.$inferSelect;
type Names = ReadonlyMap<string, string>;
const named: readonly string[] = ['parent_id', 'unit_id', 'account_id', 'predecessor_id', 'successor_id'];

/** What an import made or changed, field by field before and after, a hundred rows at a time. */
export const importChanges = query({
  input: z.object({
    importId: Id,
    cursor: z.optional(z.int().check(z.minimum(0), z.maximum(1_000_000))),
  }),
  run: async (work) => {
    const { tx, input } = work;
    const { cursor = 0 } = input;
    const { kept } = await loadImport(work, input.importId);
    const { importId, what, rowId, before, after } = listImportChange;
    const rows = await tx
      .select()
      .from(listImportChange)
      .where(eq(importId, kept.id))
      .orderBy(asc(what), sql`coalesce(${after}, ${before}) ->> 'code'`, asc(rowId))
      .offset(cursor)
      .limit(pageLength + 1);
    const shown = rows.slice(0, pageLength);
    const names = await namesOf(tx, kept.id, shown);
    return {
      changes: shown.map((row) => tell(row, names)),
      next: rows.length > pageLength ? cursor + pageLength : null,
    };
  },
});

const textOf = (row: Row['before'], key: string) => {
  const value = row?.[key];
  return typeof value === 'string' ? value : '';
};

/** What the row is called. */
function titleOf(state: Row['before'], what: Row['what'], names: Names): string {
  const name = (key: string) => names.get(textOf(state, key)) ?? '–';
  if (what === 'unit') return `${textOf(state, 'name')} (${textOf(state, 'code')})`;
  if (what === 'account') return `${textOf(state, 'full_name')} (${textOf(state, 'username')})`;
  return what === 'role' ? name('account_id') : `${name('predecessor_id')} → ${name('successor_id')}`;
}

function tell({ what, rowId, before, after }: Row, names: Names) {
  const inWords = ({ field, ...values }: ChangedField): ChangedField => {
    const word = (value: string | null) =>
      value !== null && named.includes(field) ? (names.get(value) ?? '–') : value;
    return { field, before: word(values.before), after: word(values.after) };
  };
  return {
    what,
    rowId,
    title: titleOf(after ?? before, what, names),
    kind: before === null ? ('made' as const) : after === null ? ('taken' as const) : ('changed' as const),
    fields: changedFields(what, before, after).map(inWords),
  };
}

/** Names of the units and people that the rows mention; of what is gone again, as the import knew it. */
async function namesOf(tx: Transaction, id: string, rows: readonly Row[]): Promise<Names> {
  const ids = [
    ...new Set(
      rows.flatMap(({ before, after }) =>
        [before, after].flatMap((one) => named.map((key) => textOf(one, key))),
      ),
    ),
  ].filter((one) => one !== '');
  if (ids.length === 0) return new Map();
  const { importId, rowId } = listImportChange;
  const known = await tx
    .select()
    .from(listImportChange)
    .where(and(eq(importId, id), inArray(rowId, ids)));
  const units = await tx.select({ id: unit.id, name: unit.name }).from(unit).where(inArray(unit.id, ids));
  const { fullName, username } = account;
  const people = await tx
    .select({ id: account.id, fullName, username })
    .from(account)
    .where(inArray(account.id, ids));
  return new Map([
    ...known.map(({ rowId: row, what, before, after }): [string, string] => [
      row,
      whoOrWhere(what, after ?? before),
    ]),
    ...units.map((one): [string, string] => [one.id, one.name]),
    ...people.map((one): [string, string] => [one.id, `${one.fullName} (${one.username})`]),
  ]);
}

function whoOrWhere(what: Row['what'], state: Row['before']): string {
  return what === 'account' ? titleOf(state, what, new Map()) : textOf(state, 'name');
}
