import type { Sql } from 'postgres';

/** Ids that are there, by the name that a field for them has: `visitId` finds visits, what names no table finds any. */
export interface KnownIds {
  readonly of: (field: string) => readonly string[];
}

const fewest = 12;

/** @param sql past every fence */
export async function readKnownIds(sql: Sql): Promise<KnownIds> {
  const tables = await sql<{ name: string }[]>`
    select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'id' and data_type = 'uuid'`;
  const byTable = new Map<string, string[]>();
  for (const { name } of tables) {
    const rows = await sql<{ id: string }[]>`select id from ${sql(name)} limit ${fewest}`;
    if (rows.length > 0)
      byTable.set(
        name,
        rows.map(({ id }) => id),
      );
  }
  const all = [...byTable.values()].flat();
  const of = (field: string) => {
    const table = field.replace(/Ids?$/, '').replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    return byTable.get(table) ?? byTable.get(table.split('_').at(-1) ?? '') ?? all;
  };
  return { of };
}
