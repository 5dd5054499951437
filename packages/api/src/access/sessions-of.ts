import { browserName } from '@kycuong/domain/access/browser-name.ts';
import { sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import type { Transaction } from '../transaction.ts';

const Row = z.object({
  ref: z.string(),
  address: z.nullable(z.string()),
  browser: z.nullable(z.string()),
  deviceLabel: z.nullable(z.string()),
  createdAt: z.coerce.date(),
  lastUsedAt: z.coerce.date(),
});

/** Where somebody is signed in, as an administrator sees it, the session used last first. */
export async function sessionsOf(tx: Transaction, accountId: string, now: Date) {
  const rows = await tx.execute(sql`
    select s.ref, s.address, s.browser, d.label as "deviceLabel",
      s.created_at as "createdAt", s.last_used_at as "lastUsedAt"
    from sessions_of(${accountId}) s left join device d on d.id = s.device_id
    where not s.limited and s.expires_at > ${now.toISOString()}
    order by s.last_used_at desc, s.created_at desc`);
  return z
    .parse(z.array(Row), rows.slice())
    .map(({ ref, address, browser, deviceLabel, createdAt, lastUsedAt }) => ({
      ...{ ref, address, deviceLabel, ...browserName(browser) },
      createdAt: createdAt.toISOString(),
      lastUsedAt: lastUsedAt.toISOString(),
    }));
}
