import { findCaller } from '@kycuong/api/access/find-caller.ts';
import type { Request } from '@kycuong/api/work.ts';
import { UsageError } from './usage-error.ts';

/** The id of the one account that the arguments name. @throws UsageError, DomainError `not-found` */
export async function namedAccount({ ground }: Request, args: readonly string[]): Promise<string> {
  const [username, ...others] = args;
  if (username === undefined || others.length > 0) throw new UsageError('Cần đúng một tên đăng nhập.');
  const caller = await findCaller(ground.database, username);
  return caller.accountId;
}
