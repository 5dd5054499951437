import type { Connection } from '@kycuong/db/connection.ts';
import type { Work } from '../measure.ts';

/**
 * How many rows each table holds. Left out are the trail's seals, which a job of the server adds to by itself, and what is
 * counted for the quotas: a check of ours, which the floor does without.
 */
export async function countRows({ sql }: Connection): Promise<Map<string, number>> {
  const tables = await sql<{ name: string }[]>`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' and relname not in ('trail_seal', 'daily_use')
    order by relname`;
  const counts = new Map<string, number>();
  for (const { name } of tables) {
    const [row] = await sql<{ count: number }[]>`select count(*)::int as count from ${sql(name)}`;
    counts.set(name, row?.count ?? 0);
  }
  return counts;
}

export function grownBy(before: Map<string, number>, after: Map<string, number>): Record<string, number> {
  const grown = [...after].map(([name, count]) => [name, count - (before.get(name) ?? 0)] as const);
  return Object.fromEntries(grown.filter(([, count]) => count !== 0));
}

/**
 * Does both works once and compares what each left in the database, table by table.
 * @throws Error when they differ: then the floor is no floor
 */
export async function requireSameRows(connection: Connection, ours: Work, floor: Work): Promise<void> {
  const start = await countRows(connection);
  await ours();
  const between = await countRows(connection);
  await floor();
  const mine = JSON.stringify(grownBy(start, between));
  const bare = JSON.stringify(grownBy(between, await countRows(connection)));
  if (mine !== bare) throw new Error(`not the same rows: ours ${mine}, the floor ${bare}`);
}
