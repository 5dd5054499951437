import { visit } from '@kycuong/db/schema/visit.ts';
import { and, inArray, sql } from 'drizzle-orm';
import { enter } from '../transaction.ts';
import type { Ground, Request } from '../work.ts';
import { rightsToCarry } from './may-carry.ts';

/** Whose hands a command comes by. */
export interface Bringing {
  /** Who hands it in; undefined: the device itself, vouched for by its signature. */
  readonly sender: Request | undefined;
  /** The registered device whose signature came with it; null: none did. */
  readonly signedBy: string | null;
}

/**
 * Of these visits those to which work may be brought: where the sender may work; for a device by itself, where one of
 * the people who signed in on it works or has worked.
 */
export async function openVisits(
  { database, now }: Ground,
  { sender, signedBy }: Bringing,
  author: string,
  visitIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (sender?.caller.kind === 'person') {
    const carrier = { accountId: sender.caller.accountId, signedBy: null, now: now() };
    const carried = visitIds.map((visitId) => ({ author, visitId }));
    return (await rightsToCarry(database, carrier, carried)).visits;
  }
  return database.transaction(async (tx) => {
    await enter(tx, { kind: 'system', name: 'parcel', roles: ['administrator'] }, now());
    const { id, roundId } = visit;
    const rows = await tx
      .select({ id })
      .from(visit)
      .where(
        and(
          inArray(id, [...visitIds]),
          sql`exists (select 1 from round_member m join device_account u on u.account_id = m.account_id
            where m.round_id = ${roundId} and u.device_id = ${signedBy})`,
        ),
      );
    return new Set(rows.map((row) => row.id));
  });
}
