import { account, roleGrant } from '@kycuong/db/schema/access.ts';
import { EndRole, roleEnd } from '@kycuong/domain/access/end-role.ts';
import { dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { eq } from 'drizzle-orm';
import { command } from '../command.ts';
import { found } from '../query.ts';
import type { Work } from '../work.ts';
import { keepAttended } from './keep-attended.ts';
import { coveredByAll } from './reach.ts';
import { takeTurn } from './take-turn.ts';

/** A role is ended by who administers its place, wherever the person works. */
async function loadRole({ tx, input }: Pick<Work<EndRole>, 'tx' | 'input'>) {
  const [row] = await tx
    .select({ grant: roleGrant, workplace: account.unitId })
    .from(roleGrant)
    .innerJoin(account, eq(account.id, roleGrant.accountId))
    .where(eq(roleGrant.id, input.grantId));
  const { grant, workplace } = found(row);
  return {
    resource: { coveredBy: await coveredByAll(tx, [grant.unitId]) },
    subject: { kind: 'account', id: grant.accountId, unitId: workplace },
    grant,
  };
}

export const endRole = command({
  action: 'access.end-role',
  input: EndRole,
  load: loadRole,
  run: async (work) => {
    const { tx, input, now } = work;
    const { grant } = await takeTurn(work, 'access.end-role', () => loadRole(work));
    const { id } = grant;
    const end = roleEnd(grant, input.lastDay, dateInVietnam(now));
    const begun = end !== 'never-begun';
    const mine = eq(roleGrant.id, id);
    await keepAttended(work, () =>
      begun ? tx.update(roleGrant).set({ validUntil: end }).where(mine) : tx.delete(roleGrant).where(mine),
    );
    return { grantId: id, accountId: grant.accountId, validUntil: begun ? end : null };
  },
  trail: (input, { accountId, validUntil }) => ({ ...input, accountId, validUntil }),
});
