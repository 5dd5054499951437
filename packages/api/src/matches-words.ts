import { type SQL, sql } from 'drizzle-orm';

/** Whether the text holds every word, in any order, whatever the capitals and marks: `co le` finds `Xã Cổ Lễ`. */
export function matchesWords(text: SQL, words: string): SQL {
  const parts = words.split(/\s+/u).filter(Boolean);
  if (parts.length === 0) return sql`true`;
  const folded = sql`lower(unaccent(${text}))`;
  return sql`(${sql.join(
    parts.map((part) => sql`position(lower(unaccent(${part})) in ${folded}) > 0`),
    sql` and `,
  )})`;
}
