import { visit } from '@kycuong/db/schema/visit.ts';
import { and, inArray, sql } from 'drizzle-orm';
import { enter } from '../transaction.ts';
import type { Ground, Request } from '../work.ts';
import { judgeSplit } from './judge-split.ts';
import { rightsToCarry } from './may-carry.ts';
import { pushedFrom } from './push.ts';
import { readPushed } from './read-pushed.ts';

export interface KeptWork {
  readonly author: string;
  /** Who hands it in; undefined: the device itself, vouched for by its signature. */
  readonly sender: Request | undefined;
  /** The registered device whose signature came with it; null: none did. */
  readonly signedBy: string | null;
}

/**
 * Of these visits those to which work may be brought: where the sender may work; for a device by itself, where one of
 * the people who signed in on it works or has worked.
 */
async function openVisits(
  { database, now }: Ground,
  { author, sender, signedBy }: KeptWork,
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

/**
 * Keeps commands whose author is not proven for the leader of the team: stored, not applied.
 * Gives the receipts' texts; what is known already keeps the receipt it has.
 */
export async function keepForLeader(
  ground: Ground,
  commands: readonly unknown[],
  work: KeptWork,
): Promise<readonly (string | null)[]> {
  const { author, sender, signedBy } = work;
  const pushed = commands.map(readPushed);
  const visitIds = pushed.flatMap(({ item }) => item?.envelope?.visitId ?? []);
  const open = await openVisits(ground, work, visitIds);
  const kept = pushed.flatMap(({ item }) =>
    item?.envelope !== undefined && open.has(item.envelope.visitId) ? [item] : [],
  );
  const senderId = sender?.caller.kind === 'person' ? sender.caller.accountId : null;
  const keep = 'sync.author-unproven';
  const outcomes = await judgeSplit({ ground, author, senderId, signedBy, keep }, kept);
  const byItem = new Map(kept.map((item, index) => [item, outcomes[index]]));
  return pushedFrom(pushed, ({ item }) => item && byItem.get(item), ground.now()).receipts;
}
