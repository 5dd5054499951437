import type { SQL } from 'drizzle-orm';
import type { Transaction } from '../transaction.ts';

/** What raw SQL does as the person, and nothing of it lasts: how many rows did it reach? */
export async function reachesRows(tx: Transaction, statement: SQL): Promise<number> {
  const undone = Symbol('undone');
  let rows = 0;
  try {
    await tx.transaction(async (savepoint) => {
      rows = (await savepoint.execute(statement)).count;
      throw undone;
    });
  } catch (error) {
    if (error === undone) return rows;
    const code = error instanceof Error && error.cause instanceof Error && Reflect.get(error.cause, 'code');
    // The fence's refusal, and what comes to it where nothing shows that would stand in the way.
    if (code === '42501') return 0;
    throw error;
  }
  return 0;
}
