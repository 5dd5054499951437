import { Receipt } from '@kycuong/domain/sync/receipt.ts';
import { isReadable } from '../lock/seal-rows.ts';
import { fact } from './facts.ts';
import { notKept } from './not-kept.ts';
import { afterDays, defaultRetentionDays } from './retention.ts';
import type { Decision, FieldStore, LoggedCommand } from './store.ts';

export interface RefusedCommand {
  readonly command: LoggedCommand;
  /** Why the server refused or kept it. */
  readonly reason: NonNullable<Receipt['reason']> | null;
  /** The leader's word, where it was before the leader. */
  readonly decision: Decision | null;
  /** Left at that by the person's word. */
  readonly rested: boolean;
  /** Its photo or file: when the person's word lets it go from this device, if so; `here` while the bytes are. */
  readonly photo: { readonly here: boolean; readonly goesAt: string | null } | null;
  /** Something may still be written at its visit. */
  readonly mendable: boolean;
  /** The server has kept it, so that it can be laid before the leader. */
  readonly handable: boolean;
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
  const rested = new Map(settlements.flatMap((one) => (one.mendedBy ? [] : [[one.refusedId, one] as const])));
  const open = receipts.filter(({ id }) => !mended.has(id));
  if (open.length === 0) return [];
  const ids = open.map(({ id }) => id);
  const [commands, decisions, mendable, days, uploads] = await Promise.all([
    store.commands.bulkGet(ids),
    store.decisions.bulkGet(ids.map((id): [string, string] => [account, id])),
    mendableVisits(store, account),
    fact(store, 'retentionDays'),
    store.uploads.where('commandId').anyOf(ids).toArray(),
  ]);
  const here = new Set(uploads.map(({ commandId }) => commandId));
  const photoOf = ({ id, action }: LoggedCommand): RefusedCommand['photo'] => {
    if (action !== 'evidence.attach') return null;
    const { letGoAt } = rested.get(id) ?? {};
    const goesAt = letGoAt === undefined ? null : afterDays(letGoAt, days ?? defaultRetentionDays);
    return { here: here.has(id), goesAt };
  };
  return open
    .flatMap((receipt, index): RefusedCommand[] => {
      const command = commands[index];
      const decision = decisions[index];
      if (!isReadable(command)) return [];
      const parsed = isReadable(receipt) ? Receipt.safeParse(JSON.parse(receipt.text)) : undefined;
      const reason = parsed?.data?.reason ?? null;
      const leaders = isReadable(decision) && decision.decision === 'declined' ? decision : null;
      const isKept = reason === null || !notKept.has(reason.key);
      return [
        {
          command,
          reason,
          decision: leaders,
          rested: rested.has(command.id),
          photo: photoOf(command),
          mendable: mendable.has(command.visitId),
          handable: isKept && leaders === null && command.action !== 'command.hand-to-leader',
        },
      ];
    })
    .toSorted((a, b) => Number(a.rested) - Number(b.rested));
}
