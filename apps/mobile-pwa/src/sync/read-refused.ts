import { Receipt } from '@kycuong/domain/sync/receipt.ts';
import { isReadable } from '../lock/seal-rows.ts';
import type { Decision, FieldStore, LoggedCommand } from './store.ts';

export interface RefusedCommand {
  readonly command: LoggedCommand;
  /** Why the server refused or kept it. */
  readonly reason: NonNullable<Receipt['reason']> | null;
  /** The leader's word, where it was before the leader. */
  readonly decision: Decision | null;
  /** Left at that by the person's word. */
  readonly rested: boolean;
  /** Something may still be written at its visit. */
  readonly mendable: boolean;
}

async function mendableVisits(store: FieldStore, account: string): Promise<ReadonlySet<string>> {
  const held = await store.packets.where('account').equals(account).toArray();
  return new Set(
    held.flatMap((visit) =>
      isReadable(visit) && !visit.revoked && visit.status !== 'closed' ? [visit.visitId] : [],
    ),
  );
}

/**
 * What was not accepted, by the server or by the leader, and nobody has mended: the "not accepted" box of the person
 * at work, what was left at that last. Another's stays sealed here and is only counted.
 */
export async function readRefused(store: FieldStore, account: string): Promise<RefusedCommand[]> {
  const receipts = await store.receipts.where('status').equals('refused').toArray();
  const settlements = await store.settlements.toArray();
  const mended = new Set(settlements.flatMap(({ refusedId, mendedBy }) => (mendedBy ? [refusedId] : [])));
  const rested = new Set(settlements.flatMap(({ refusedId, mendedBy }) => (mendedBy ? [] : [refusedId])));
  const open = receipts.filter(({ id }) => !mended.has(id));
  if (open.length === 0) return [];
  const ids = open.map(({ id }) => id);
  const [commands, decisions, mendable] = await Promise.all([
    store.commands.bulkGet(ids),
    store.decisions.bulkGet(ids.map((id): [string, string] => [account, id])),
    mendableVisits(store, account),
  ]);
  return open
    .flatMap((receipt, index): RefusedCommand[] => {
      const command = commands[index];
      const decision = decisions[index];
      if (!isReadable(command)) return [];
      const parsed = isReadable(receipt) ? Receipt.safeParse(JSON.parse(receipt.text)) : undefined;
      return [
        {
          command,
          reason: parsed?.data?.reason ?? null,
          decision: isReadable(decision) && decision.decision === 'declined' ? decision : null,
          rested: rested.has(command.id),
          mendable: mendable.has(command.visitId),
        },
      ];
    })
    .toSorted((a, b) => Number(a.rested) - Number(b.rested));
}
