import { recoveryCode, secondFactor } from '@kycuong/db/schema/access.ts';
import { and, count, eq, isNull } from 'drizzle-orm';
import * as z from 'zod/mini';
import { query } from '../query.ts';

/** Since when one has a second factor (null: none), and how many recovery codes are left. */
export const ownSecondFactor = query({
  input: z.object({}),
  run: async ({ tx, actor }) => {
    const accountId = actor.accountId ?? '';
    const [row] = await tx.select().from(secondFactor).where(eq(secondFactor.accountId, accountId));
    const [left] = await tx
      .select({ codes: count() })
      .from(recoveryCode)
      .where(and(eq(recoveryCode.accountId, accountId), isNull(recoveryCode.usedAt)));
    return { enrolledAt: row?.enrolledAt.toISOString() ?? null, recoveryCodes: left?.codes ?? 0 };
  },
});
