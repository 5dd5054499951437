import { sql } from 'drizzle-orm';
import type { Transaction } from '../transaction.ts';
import type { Origin } from '../work.ts';
import { longestBrowser } from './create-session.ts';

/** What the security log tells of this transaction where no more is known: from where it was asked for, and when. */
export function sayOrigin(tx: Transaction, origin: Origin | undefined, now: Date) {
  return tx.execute(sql`select
    set_config('kycuong.address', ${origin?.address ?? ''}, true),
    set_config('kycuong.browser', ${origin?.browser?.slice(0, longestBrowser) ?? ''}, true),
    set_config('kycuong.at', ${now.toISOString()}, true)`);
}
