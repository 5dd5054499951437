import type { listImport } from '@kycuong/db/schema/list-import.ts';
import { permissions } from '@kycuong/domain/access/permission.ts';
import { dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import type { ErrorKey } from '@kycuong/domain/error/catalogue.ts';
import type { ErrorDetails } from '@kycuong/domain/error/domain-error.ts';
import { restingThing } from '@kycuong/domain/organisation/resting-thing.ts';
import { sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import type { Transaction } from '../transaction.ts';
import { importedTables } from './imported-tables.ts';

/** Why an import cannot be taken back, in words of the catalogue. */
export interface Hindrance {
  readonly key: ErrorKey;
  readonly details: ErrorDetails;
}

type Kept = Pick<typeof listImport.$inferSelect, 'id' | 'importedAt' | 'takenBackAt'>;

/** Acts that everybody may do take no role, so none that was given rests under them. */
const freeActs = Object.entries(permissions).flatMap(([action, permission]) =>
  'anyone' in permission ? action : [],
);

/** All that stands in the way of taking an import back; empty: nothing. */
export async function importHindrances(tx: Transaction, kept: Kept): Promise<Hindrance[]> {
  if (kept.takenBackAt !== null) {
    const date = dateInVietnam(kept.takenBackAt);
    return [{ key: 'organisation.import-taken-back', details: { date } }];
  }
  return [...(await laterImports(tx, kept)), ...(await changedSince(tx, kept)), ...(await resting(tx, kept))];
}

const Later = z.object({ file: z.nullable(z.string()), name: z.string(), at: z.string() });

/** Imports that changed the same rows since, or linked units that this one changed. */
async function laterImports(tx: Transaction, { id, importedAt }: Kept): Promise<Hindrance[]> {
  const rows = await tx.execute(sql`
    with later as (
      select l.* from list_import l
      where l.taken_back_at is null and l.id <> ${id} and l.imported_at >= ${importedAt.toISOString()}
    )
    select file_name as file, importer_name as name, imported_at::text as at from later l
    where exists (
      select from list_import_change mine join list_import_change theirs
        on theirs.what = mine.what and theirs.row_id = mine.row_id and theirs.import_id = l.id
      where mine.import_id = ${id} and theirs.before @> mine.after)
    or exists (
      select from list_import_change theirs join list_import_change mine on mine.import_id = ${id} and mine.what = 'unit'
        and mine.row_id in ((theirs.after ->> 'predecessor_id')::uuid, (theirs.after ->> 'successor_id')::uuid)
      join unit_lineage still on still.id = theirs.row_id
      where theirs.import_id = l.id and theirs.what = 'lineage')
    order by l.imported_at limit 5`);
  return z.parse(z.array(Later), rows.slice()).map(({ file, name, at }) => ({
    key: 'organisation.import-built-upon',
    details: { file: file ?? '–', name, date: dateInVietnam(new Date(at)) },
  }));
}

const Changed = z.object({ amount: z.int(), names: z.nullable(z.string()) });

/** Rows that are no longer as the import left them. */
async function changedSince(tx: Transaction, { id }: Kept): Promise<Hindrance[]> {
  const parts = Object.entries(importedTables).map(
    ([what, table]) => sql`
      select coalesce(c.after, c.before) as row from list_import_change c
      left join ${sql.identifier(table)} now on now.id = c.row_id
      where c.import_id = ${id} and c.what = ${what}
        and (case when c.after is null then now.id is not null else not coalesce(to_jsonb(now) @> c.after, false) end)`,
  );
  const [row] = await tx.execute(sql`
    with changed as (${sql.join(parts, sql` union all `)}), named as (
      select distinct coalesce(c.row ->> 'name', c.row ->> 'full_name', a.full_name) as name
      from changed c left join account a on a.id = (c.row ->> 'account_id')::uuid limit 3)
    select (select count(*)::int from changed) as amount, (select string_agg(name, ', ') from named) as names`);
  const { amount, names } = Changed.parse(row);
  return amount === 0
    ? []
    : [{ key: 'organisation.import-rows-changed', details: { amount, names: names ?? '–' } }];
}

const Resting = z.object({ thing: z.string(), amount: z.int() });

/** What refers to what the import made, and what was done by its roles. Of inspections it is not said how many. */
async function resting(tx: Transaction, { id }: Kept): Promise<Hindrance[]> {
  const free = sql`array(select jsonb_array_elements_text(${JSON.stringify(freeActs)}::jsonb))`;
  const rows = await tx.execute(sql`select thing, amount from rests_on_import(${id}, ${free})`);
  const amounts = new Map<ReturnType<typeof restingThing>, number>();
  for (const { thing, amount } of z.parse(z.array(Resting), rows.slice())) {
    const group = restingThing(thing);
    amounts.set(group, (amounts.get(group) ?? 0) + amount);
  }
  return [...amounts].map(([group, amount]) => ({
    key: `organisation.rests-${group}` as const,
    details: { amount },
  }));
}
