import { findCaller } from '@kycuong/api/access/find-caller.ts';
import type { Caller } from '@kycuong/api/transaction.ts';
import type { Request } from '@kycuong/api/work.ts';
import type { CommandContext } from './command-context.ts';

/**
 * The doors as the command line enters them: as the person of `--as`, else as the operating-system account, which is
 * an administrator and stands in the audit trail by its name.
 */
export async function actAs(context: CommandContext): Promise<Request> {
  const { connection } = await context.openDatabase();
  const system: Caller = { kind: 'system', name: context.systemAccount, roles: ['administrator'] };
  const caller = context.as === undefined ? system : await findCaller(connection.db, context.as);
  const { secondFactor } = context.settings;
  return { ground: { database: connection.db, now: () => new Date(), secondFactor }, caller };
}
