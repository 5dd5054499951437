import { session } from '@kycuong/db/schema/access.ts';
import { deviceAccount } from '@kycuong/db/schema/device.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import type { SignedIn } from '../context.ts';
import type { Ground } from '../work.ts';
import { usualLimits } from './session-times.ts';
import { atSignIn, sessionHash } from './sessions.ts';

/** So soon after the sign-in a tablet registers itself; later a session is not made a tablet's, nor given a voice. */
const freshMinutes = 10;

/**
 * Whether the person signed in just now, or has worked on the device before: with somebody's old session alone nobody
 * gives a device that person's voice.
 * @throws DomainError `forbidden` with `device.sign-in-again`
 */
export async function requireFresh(
  { database, now }: Ground,
  { accountId, sessionId }: SignedIn,
  deviceId: string,
): Promise<void> {
  const since = new Date(now().getTime() - freshMinutes * 60_000);
  const isKnown = await atSignIn(database, async (tx) => {
    const [opened] = await tx
      .select({ id: session.id })
      .from(session)
      .where(and(eq(session.id, sessionHash(sessionId)), gt(session.createdAt, since)));
    if (opened !== undefined) return true;
    const [speaking] = await tx
      .select({ id: deviceAccount.deviceId })
      .from(deviceAccount)
      .where(
        and(
          eq(deviceAccount.deviceId, deviceId),
          eq(deviceAccount.accountId, accountId),
          isNull(deviceAccount.silencedAt),
        ),
      );
    return speaking !== undefined;
  });
  if (!isKnown) throw new DomainError('forbidden', 'device.sign-in-again');
}

/**
 * The session of whoever has just registered a device is a tablet's from now on, counted from its sign-in: the first
 * sign-in on a tablet comes before the tablet is known.
 */
export async function becomeTablet(
  { database, now, sessionLimits = usualLimits }: Ground,
  sessionId: string,
  deviceId: string,
): Promise<void> {
  const seconds = sessionLimits.tabletMs / 1000;
  const endsAt = sql`${session.createdAt} + make_interval(secs => ${seconds})`;
  await atSignIn(database, (tx) =>
    tx
      .update(session)
      .set({ deviceId, endsAt })
      .where(
        and(
          eq(session.id, sessionHash(sessionId)),
          gt(session.createdAt, new Date(now().getTime() - freshMinutes * 60_000)),
        ),
      ),
  );
}
