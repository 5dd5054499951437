import { passwordMatches } from '@kycuong/api/access/password.ts';
import type { Connection } from '@kycuong/db/connection.ts';
import { demoPassword } from '@kycuong/domain/access/demo-accounts.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import type { Listening } from '../host/listening.ts';

/**
 * Nobody opens to a network, by mistake, a house whose key is printed in its handbook.
 * @throws DomainError `system.demo-in-public` unless it was asked for
 */
export async function requireNoDemo(
  { sql }: Connection,
  { publicUrl }: Pick<Listening, 'publicUrl'>,
  isAskedFor: boolean,
): Promise<void> {
  if (publicUrl === undefined || isAskedFor) return;
  const accounts = await sql.begin(async (tx) => {
    await tx`select set_config('kycuong.door', 'sign-in', true)`;
    return tx<{ username: string; password_hash: string }[]>`
      select username, password_hash from account join credential on account_id = id
      where invented and disabled_at is null order by username`;
  });
  for (const { username, password_hash } of accounts)
    if (await passwordMatches(password_hash, demoPassword))
      throw new DomainError('forbidden', 'system.demo-in-public', { username });
}
