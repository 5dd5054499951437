import { type SQL, sql } from 'drizzle-orm';

/** By what two numbers of papers are one: without leading zeros, spaces and case, as older ones were typed. */
export const numberKey = (number: unknown): SQL =>
  sql`upper(regexp_replace(${number}, '^0+|[[:space:]]', '', 'g'))`;
