import { session } from '@kycuong/db/schema/access.ts';
import { EndOwnSessions } from '@kycuong/domain/access/end-own-sessions.ts';
import { ownThing } from '@kycuong/domain/access/resource.ts';
import { and, eq, inArray } from 'drizzle-orm';
import { command } from '../command.ts';

/** Signs oneself out elsewhere. What is over already, and what is somebody else's, is passed over. */
export const endOwnSessions = command({
  action: 'access.end-own-sessions',
  input: EndOwnSessions,
  load: async ({ actor }) => ({
    resource: ownThing,
    subject: { kind: 'account', id: actor.accountId ?? 'system' },
    accountId: actor.accountId ?? '',
  }),
  run: async ({ tx, input: { refs }, facts }) => {
    const mine = and(eq(session.accountId, facts.accountId), inArray(session.ref, refs));
    return { ended: (await tx.delete(session).where(mine).returning({ ref: session.ref })).length };
  },
  trail: (_, { ended }) => ({ ended }),
});
