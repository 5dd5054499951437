import { session } from '@kycuong/db/schema/access.ts';
import { eq, sql } from 'drizzle-orm';
import type { Ground } from '../work.ts';
import { usualLimits } from './session-times.ts';
import { atSignIn, sessionHash } from './sessions.ts';

/**
 * The session of whoever has just registered a device is a tablet's from now on, counted from its sign-in: the first
 * sign-in on a tablet comes before the tablet is known.
 */
export async function becomeTablet(
  { database, sessionLimits = usualLimits }: Ground,
  sessionId: string,
  deviceId: string,
): Promise<void> {
  const seconds = sessionLimits.tabletMs / 1000;
  const endsAt = sql`${session.createdAt} + make_interval(secs => ${seconds})`;
  await atSignIn(database, (tx) =>
    tx
      .update(session)
      .set({ deviceId, endsAt })
      .where(eq(session.id, sessionHash(sessionId))),
  );
}
