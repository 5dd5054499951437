import { sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import type { Transaction } from './transaction.ts';

/** System identifier of the PostgreSQL cluster: transaction ids count anew in another one. */
export async function clusterOf(tx: Transaction): Promise<string> {
  const [row] = await tx.execute(sql`select system_identifier::text as cluster from pg_control_system()`);
  return z.parse(z.string(), row?.cluster);
}
