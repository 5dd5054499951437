import { sql } from 'drizzle-orm';
import type { Transaction } from '../transaction.ts';

/**
 * Law or calendar changed, of which every packet holds a copy: those of visits that are not settled are brought anew. A page
 * of the feed builds each packet once, however often it was announced. Whoever keeps the law need not see the visits:
 * for this one statement, which gives nothing back, the system does.
 */
export async function renewPackets(tx: Transaction): Promise<void> {
  const [standing] = await tx.execute<{ door: string }>(
    sql`select current_setting('kycuong.door') as door, set_config('kycuong.door', 'system', true)`,
  );
  await tx.execute(sql`
    insert into change_feed (account_id, round_id, visit_id, kind)
    select m.account_id, v.round_id, v.id, 'granted'
    from visit v join round_member m on m.round_id = v.round_id
    where v.issued_at is not null and v.status <> 'closed' and m.removed_at is null`);
  await tx.execute(sql`select set_config('kycuong.door', ${standing?.door ?? ''}, true)`);
}
