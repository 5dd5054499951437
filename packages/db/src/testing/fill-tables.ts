import type { Sql } from 'postgres';

/** One word for each type, so that every key finds what it points to. */
const values: Readonly<Record<string, string>> = {
  bool: 'true',
  bytea: '0',
  date: '2026-03-02',
  int4: '1',
  int8: '1',
  int8multirange: '{[1,2)}',
  jsonb: '{}',
  text: 'một',
  timestamptz: '2026-03-02T08:00:00Z',
  uuid: '00000000-0000-7000-8000-000000000001',
  xid8: '1',
  _text: '{một}',
  _uuid: '{00000000-0000-7000-8000-000000000001}',
};

/** What a table checks of its row beyond the type. */
const checked: Readonly<Record<string, Readonly<Record<string, string | null>>>> = {
  // Recorded by mistake it would have had no day.
  unit: { mistaken_at: null },
  import_file: { sha256: '5feceb66ffc86f38d952786c6d696c79c2dbc239dd4e91b46729d73a27fb57e9' },
};

/** A row in every table, with something in every column that has no default. @returns the tables */
export async function fillTables(sql: Sql): Promise<string[]> {
  const columns = await sql<{ table: string; column: string; type: string; words: string | null }[]>`
    select c.table_name as table, c.column_name as column, c.udt_name as type, (
      select substring(pg_get_constraintdef(k.oid) from 'ARRAY\\[''([^'']+)''')
      from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and k.conkey = array[a.attnum]
      where k.contype = 'c' and k.conrelid = format('public.%I', c.table_name)::regclass and a.attname = c.column_name
      limit 1
    ) as words
    from information_schema.columns c
    where c.table_schema = 'public' and c.column_default is null and c.is_identity = 'NO' and c.is_generated = 'NEVER'
    order by c.table_name, c.ordinal_position`;
  const tables = Map.groupBy(columns, ({ table }) => table);
  await sql.begin(async (tx) => {
    // No triggers, and no keys before all rows are there.
    await tx`set local session_replication_role = replica`;
    for (const [table, of] of tables) {
      const own = checked[table] ?? {};
      const row = Object.fromEntries(
        of.map(({ column, type, words }) => [
          column,
          column in own ? own[column] : (words ?? valueFor(type)),
        ]),
      );
      await tx`insert into ${tx(table)} ${tx(row)}`;
    }
  });
  return [...tables.keys()];
}

function valueFor(type: string): string {
  const value = values[type];
  if (value === undefined) throw new Error(`no value for the type ${type}`);
  return value;
}
