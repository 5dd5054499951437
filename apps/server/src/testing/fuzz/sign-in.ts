import { createSession } from '@kycuong/api/access/create-session.ts';
import { sessionCookieName } from '@kycuong/api/access/sessions.ts';
import type { Connection } from '@kycuong/db/connection.ts';

/**
 * Opens a session for each account, which is enabled again where it was locked: whoever sends at random locks and signs out.
 * @param admin past every fence
 */
export async function signEverybodyIn(
  { sql, db }: Connection,
  accountIds: readonly string[],
): Promise<string[]> {
  await sql`update account set disabled_at = null where id = any(${[...accountIds]}::uuid[])`;
  await sql`delete from sign_in_throttle`;
  const cookies: string[] = [];
  for (const accountId of accountIds) {
    const { id } = await createSession({ database: db, now: () => new Date() }, { accountId });
    cookies.push(`${sessionCookieName}=${id}`);
  }
  return cookies;
}
