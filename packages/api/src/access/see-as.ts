import { roleGrant } from '@kycuong/db/schema/access.ts';
import { roundMember } from '@kycuong/db/schema/planning.ts';
import { and, eq, gte, isNull, or, sql } from 'drizzle-orm';
import type { Transaction } from '../transaction.ts';

/**
 * From here to its end the transaction sees what a person sees as head of units, and nothing more. An administrator counts
 * by it what somebody still has in hand; what they then read must be numbers, for inspection records are not an
 * administrator's to see.
 */
export async function seeAsHead(tx: Transaction, accountId: string, today: string): Promise<void> {
  const headed = await tx
    .select({ unitId: roleGrant.unitId })
    .from(roleGrant)
    .where(
      and(
        eq(roleGrant.accountId, accountId),
        eq(roleGrant.role, 'agency-head'),
        or(isNull(roleGrant.validUntil), gte(roleGrant.validUntil, today)),
      ),
    );
  const units = headed.flatMap(({ unitId }) => unitId ?? []).join(',');
  await tx.execute(sql`select enter_alone(${accountId}), set_config('kycuong.headed', ${units}, true)`);
}

/** After `seeAsHead`: what the person sees as a member of teams, besides. */
export async function seeAsMember(tx: Transaction, accountId: string): Promise<void> {
  const rounds = await tx
    .select({ id: roundMember.roundId })
    .from(roundMember)
    .where(and(eq(roundMember.accountId, accountId), isNull(roundMember.removedAt)));
  const teams = rounds.map(({ id }) => id).join(',');
  await tx.execute(sql`select set_config('kycuong.team_rounds', ${teams}, true)`);
}
