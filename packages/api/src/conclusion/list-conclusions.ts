import { account } from '@kycuong/db/schema/access.ts';
import { conclusion } from '@kycuong/db/schema/conclusion.ts';
import { round } from '@kycuong/db/schema/planning.ts';
import { KeptConclusionContent } from '@kycuong/domain/conclusion/conclusion-content.ts';
import { conclusionStates } from '@kycuong/domain/conclusion/conclusion-state.ts';
import { desc, eq, inArray } from 'drizzle-orm';
import * as z from 'zod/mini';
import { query } from '../query.ts';

/** Reports that wait to be issued and conclusions that went out, the latest first; at most 200. */
export const listConclusions = query({
  input: z.object({ states: z.optional(z.array(z.enum(conclusionStates)).check(z.maxLength(2))) }),
  run: async ({ tx, input }) => {
    const rows = await tx
      .select({ conclusion, round, submittedByName: account.fullName })
      .from(conclusion)
      .innerJoin(round, eq(round.id, conclusion.roundId))
      .innerJoin(account, eq(account.id, conclusion.submittedBy))
      .where(input.states?.length ? inArray(conclusion.status, input.states) : undefined)
      .orderBy(desc(conclusion.submittedAt))
      .limit(200);
    return rows.map(({ conclusion: row, round: its, submittedByName }) => ({
      conclusionId: row.id,
      status: row.status,
      round: { id: its.id, code: its.code, name: its.name, endsOn: its.endsOn },
      submittedByName,
      submittedAt: row.submittedAt.toISOString(),
      number: row.number,
      issuedOn: row.issuedOn,
      requirements: z.parse(KeptConclusionContent, row.content).requirements.length,
    }));
  },
});
