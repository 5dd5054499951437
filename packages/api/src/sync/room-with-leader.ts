import type { FieldItem } from './field-item.ts';
import type { Ask } from './field-transaction.ts';

/** Undecided at one visit from one person or device: a day's 1,000 photos with their records, and as much again. */
export const mostWaiting = 2_000;

/**
 * Of these commands those for which there is no room before the leader. One who brings at the same moment waits, so that
 * any number at once come to no more.
 * @param subject who brings them: a person, or the device by itself
 */
export async function beyondRoom(
  ask: Ask,
  subject: string | null,
  items: readonly FieldItem[],
): Promise<ReadonlySet<FieldItem>> {
  await ask(`select pg_advisory_xact_lock(hashtextextended('before the leader ' || $1::text, 0))`, [subject]);
  const rows = await ask<{ visit_id: string; waiting: number }>(
    `select visit_id, count(*)::int as waiting from quarantined_command
      where decision is null and coalesce(sender_id, device_id) = $1::uuid and visit_id = any($2::uuid[])
      group by visit_id`,
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
