import { account, roleGrant } from '@kycuong/db/schema/access.ts';
import { BeginRole } from '@kycuong/domain/access/begin-role.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { overlaps } from '@kycuong/domain/organisation/unit.ts';
import { and, eq } from 'drizzle-orm';
import { command } from '../command.ts';
import { found } from '../query.ts';
import type { Work } from '../work.ts';
import { endUnproven } from './end-unproven.ts';
import { keepAttended } from './keep-attended.ts';
import { needsSlip } from './needs-slip.ts';
import { coveredByAll } from './reach.ts';
import { requireHeldOver } from './require-held-over.ts';
import { requireUnitInForce } from './require-unit-in-force.ts';
import { takeTurn } from './take-turn.ts';

/** Given only by who administers both the place of the role and where the person works. */
async function loadPlaces({ tx, input }: Pick<Work<BeginRole>, 'tx' | 'input'>) {
  const row = found((await tx.select().from(account).where(eq(account.id, input.accountId)))[0]);
  return {
    resource: { coveredBy: await coveredByAll(tx, [row.unitId, input.grant.unitId]) },
    subject: { kind: 'account', id: row.id, unitId: row.unitId },
  };
}

export const beginRole = command({
  action: 'access.begin-role',
  input: BeginRole,
  load: loadPlaces,
  run: async (work) => {
    const { tx, actor, input, now, secondFactor } = work;
    const { grantId, accountId, grant } = input;
    if (actor.accountId === accountId) throw new DomainError('conflict', 'access.own-role');
    await takeTurn(work, 'access.begin-role', () => loadPlaces(work));
    await requireUnitInForce(tx, grant.unitId, grant.validFrom, 'grant.unitId');
    await requireHeldOver(tx, [grant], () => 'grant.unitId');
    const alike = await tx
      .select()
      .from(roleGrant)
      .where(and(eq(roleGrant.accountId, accountId), eq(roleGrant.role, grant.role)));
    if (alike.some((held) => held.unitId === grant.unitId && overlaps(held, grant)))
      throw new DomainError('conflict', 'access.role-held', { field: 'grant.validFrom' });
    await keepAttended(work, () => tx.insert(roleGrant).values({ id: grantId, accountId, ...grant }));
    await endUnproven(tx, now, secondFactor);
    return { grantId, needsSlip: await needsSlip(tx, accountId, now) };
  },
});
