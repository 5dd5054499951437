import { securityEvent, session } from '@kycuong/db/schema/access.ts';
import { lt } from 'drizzle-orm';
import { enter } from '../transaction.ts';
import type { Ground } from '../work.ts';
import { forgetOldBrowsers } from './known-browser.ts';
import { atSignIn } from './sessions.ts';

/** Takes away sessions that are over, browsers that nobody used for long, and what the security log has kept long enough. */
export async function clearSecurity({ database, now: clock }: Ground, keptMs: number): Promise<void> {
  const now = clock();
  await atSignIn(database, async (tx) => {
    await tx.delete(session).where(lt(session.expiresAt, now));
    await forgetOldBrowsers(tx, now);
  });
  await database.transaction(async (tx) => {
    await enter(tx, { kind: 'system', name: 'security log', roles: [] }, now);
    await tx.delete(securityEvent).where(lt(securityEvent.at, new Date(now.getTime() - keptMs)));
  });
}
