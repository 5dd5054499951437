import { account } from '@kycuong/db/schema/access.ts';
import { eq } from 'drizzle-orm';
import { enter } from '../transaction.ts';
import type { Ground } from '../work.ts';

/** The user name of an account; undefined: it is none, as of a device that sent by itself. */
export async function nameSender({ database, now }: Ground, id: string): Promise<string | undefined> {
  const [row] = await database.transaction(async (tx) => {
    await enter(tx, { kind: 'system', name: 'doctor', roles: ['administrator'] }, now());
    return tx.select({ username: account.username }).from(account).where(eq(account.id, id));
  });
  return row?.username;
}
