import { bringerOf, type Hands } from './bringer-of.ts';
import type { FieldItem } from './field-item.ts';
import type { Ask } from './field-transaction.ts';

/** Undecided at one visit from one person and all devices that they registered: a day's 1,000 photos with their records, and as much again. */
export const mostWaiting = 2_000;

/**
 * Of these commands those for which there is no room before the leader. One who brings at the same moment waits, so that
 * any number at once come to no more.
 */
export async function beyondRoom(
  ask: Ask,
  hands: Hands,
  items: readonly FieldItem[],
): Promise<ReadonlySet<FieldItem>> {
  const subject = await bringerOf(ask, hands);
  await ask(`select pg_advisory_xact_lock(hashtextextended('before the leader ' || $1::text, 0))`, [subject]);
  const rows = await ask<{ visit_id: string; waiting: number }>(
    `select q.visit_id, count(*)::int as waiting from quarantined_command q left join device d on d.id = q.device_id
      where q.decision is null and coalesce(q.sender_id, d.registered_by) = $1::uuid and q.visit_id = any($2::uuid[])
      group by q.visit_id`,
    [subject, [...new Set(items.flatMap(({ visitId }) => visitId ?? []))]],
  );
  const waiting = new Map(rows.map((row) => [row.visit_id, row.waiting]));
  return new Set(
    items.filter(({ visitId }) => {
      const count = waiting.get(visitId ?? '') ?? 0;
      waiting.set(visitId ?? '', count + 1);
      return count >= mostWaiting;
    }),
  );
}
