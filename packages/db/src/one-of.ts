import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';

/** The CHECK that a text column holds one of a domain list. */
export function oneOf(column: SQLWrapper, values: readonly string[]): SQL {
  return sql`${column} in (${sql.raw(values.map((value) => `'${value}'`).join(', '))})`;
}
