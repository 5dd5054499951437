import type { Database } from '@kycuong/db/connection.ts';
import { account } from '@kycuong/db/schema/access.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { eq, sql } from 'drizzle-orm';
import type { Caller } from '../transaction.ts';
import { atSignIn } from './sessions.ts';

/** The person with a user name, as the command line's `--as` names one. @throws DomainError `not-found` */
export async function findCaller(
  database: Database,
  username: string,
): Promise<Extract<Caller, { kind: 'person' }>> {
  const [row] = await atSignIn(database, (tx) =>
    tx
      .select({ id: account.id })
      .from(account)
      .where(eq(sql`lower(${account.username})`, username.toLowerCase())),
  );
  if (row === undefined) throw new DomainError('not-found', 'access.unknown-username', { username });
  return { kind: 'person', accountId: row.id };
}
