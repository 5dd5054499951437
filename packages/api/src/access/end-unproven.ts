import { dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { sql } from 'drizzle-orm';
import type { Ground } from '../work.ts';
import { atSignIn } from './sessions.ts';

/**
 * Where administrators need a second factor: ends the sessions of those who have none, whatever made them administrators
 * or took the factor away. At their next sign-in they are led to enrol one.
 */
export async function endUnproven({ database, now, secondFactor }: Ground): Promise<void> {
  if (secondFactor !== 'administrators') return;
  const today = dateInVietnam(now());
  await atSignIn(database, (tx) =>
    tx.execute(sql`
      delete from session s
      where not s.limited
        and exists (
          select 1 from role_grant g
          where g.account_id = s.account_id and g.role = 'administrator'
            and g.valid_from <= ${today} and (g.valid_until is null or g.valid_until >= ${today}))
        and not exists (select 1 from second_factor f where f.account_id = s.account_id)`),
  );
}
