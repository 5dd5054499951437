import { roundMember } from '@kycuong/db/schema/planning.ts';
import { quarantinedCommand } from '@kycuong/db/schema/sync.ts';
import { and, count, eq, isNull } from 'drizzle-orm';
import * as z from 'zod/mini';
import { query } from '../query.ts';

/** How much waits for one's decision at each visit that one leads; visits where nothing waits are left out. */
export const countQuarantined = query({
  input: z.object({}),
  run: async ({ tx, actor }): Promise<{ readonly visitId: string; readonly count: number }[]> => {
    const { visitId, roundId, decision } = quarantinedCommand;
    return tx
      .select({ visitId, count: count() })
      .from(quarantinedCommand)
      .innerJoin(
        roundMember,
        and(
          eq(roundMember.roundId, roundId),
          eq(roundMember.accountId, actor.accountId ?? ''),
          eq(roundMember.role, 'leader'),
          isNull(roundMember.removedAt),
        ),
      )
      .where(isNull(decision))
      .groupBy(visitId);
  },
});
