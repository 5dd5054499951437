import { session } from '@kycuong/db/schema/access.ts';
import { device } from '@kycuong/db/schema/device.ts';
import { browserName } from '@kycuong/domain/access/browser-name.ts';
import { and, desc, eq, gt } from 'drizzle-orm';
import * as z from 'zod/mini';
import { query } from '../query.ts';

/** Where the person is signed in now, the session used last first. `current`: the stored hash of the one that asks. */
export const ownSessions = query({
  input: z.object({ current: z.string() }),
  run: async ({ tx, actor, input: { current }, now }) => {
    // What only waits for a password or a code is nobody's being there.
    const mine = and(
      eq(session.accountId, actor.accountId ?? ''),
      eq(session.limited, false),
      gt(session.expiresAt, now),
    );
    const rows = await tx
      .select({ session, deviceLabel: device.label })
      .from(session)
      .leftJoin(device, eq(device.id, session.deviceId))
      .where(mine)
      .orderBy(desc(session.lastUsedAt), desc(session.createdAt));
    return rows.map(
      ({ session: { id, ref, address, browser, createdAt, lastUsedAt, endsAt }, deviceLabel }) => ({
        ...{ ref, address, deviceLabel, ...browserName(browser) },
        createdAt: createdAt.toISOString(),
        lastUsedAt: lastUsedAt.toISOString(),
        endsAt: endsAt.toISOString(),
        isCurrent: id === current,
      }),
    );
  },
});
