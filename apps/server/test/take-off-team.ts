import { revokeVisits } from '@kycuong/api/sync/feed.ts';
import { connect } from '@kycuong/db/connection.ts';
import { openEmbedded } from '@kycuong/db/embedded/open-embedded.ts';
import { account } from '@kycuong/db/schema/access.ts';
import { roundMember } from '@kycuong/db/schema/planning.ts';
import { visit } from '@kycuong/db/schema/visit.ts';
import { and, eq } from 'drizzle-orm';
import { embeddedDatabase } from '../src/database/embedded-database.ts';
import { houseFolder } from './house.ts';

/** Takes somebody off the team of a visit's round, in the house's own database: no screen does so yet. */
export async function takeOffTeam(username: string, visitId: string): Promise<void> {
  const { adminUrl, stop } = await openEmbedded(houseFolder, () => undefined);
  const { db, close } = connect(Object.assign(new URL(adminUrl), { pathname: embeddedDatabase }).href);
  try {
    await db.transaction(async (tx) => {
      const [gone] = await tx
        .select({ accountId: account.id, roundId: visit.roundId })
        .from(visit)
        .innerJoin(account, eq(account.username, username))
        .where(eq(visit.id, visitId));
      if (gone === undefined) throw new Error(`no ${username}, or no visit ${visitId}`);
      const { accountId, roundId } = gone;
      await tx
        .update(roundMember)
        .set({ removedAt: new Date() })
        .where(and(eq(roundMember.roundId, roundId), eq(roundMember.accountId, accountId)));
      const visits = await tx.select({ id: visit.id }).from(visit).where(eq(visit.roundId, roundId));
      const visitIds = visits.map(({ id }) => id);
      await revokeVisits(tx, { roundId, accountIds: [accountId], visitIds });
    });
  } finally {
    await close();
    await stop();
  }
}
