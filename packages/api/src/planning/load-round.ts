import { round, roundMember } from '@kycuong/db/schema/planning.ts';
import type { Actor } from '@kycuong/domain/access/actor.ts';
import type { Resource } from '@kycuong/domain/access/resource.ts';
import type { TeamRole } from '@kycuong/domain/access/role.ts';
import { and, eq, isNull } from 'drizzle-orm';
import { coveredBy } from '../organisation/covered-by.ts';
import { found } from '../query.ts';
import type { Transaction } from '../transaction.ts';

/** The actor's place in a round's team today. */
export async function teamRoleOf(
  tx: Transaction,
  actor: Actor,
  roundId: string,
): Promise<TeamRole | undefined> {
  if (actor.accountId === null) return undefined;
  const [row] = await tx
    .select({ role: roundMember.role })
    .from(roundMember)
    .where(
      and(
        eq(roundMember.roundId, roundId),
        eq(roundMember.accountId, actor.accountId),
        isNull(roundMember.removedAt),
      ),
    );
  return row?.role;
}

/** A round and the facts on which permission over it depends. */
export async function loadRound(tx: Transaction, actor: Actor, roundId: string) {
  const row = found((await tx.select().from(round).where(eq(round.id, roundId)))[0]);
  const resource: Resource = {
    coveredBy: await coveredBy(tx, row.leadUnitId),
    teamRole: await teamRoleOf(tx, actor, roundId),
  };
  return { round: row, resource, subject: { kind: 'round', id: row.id, unitId: row.leadUnitId } };
}
