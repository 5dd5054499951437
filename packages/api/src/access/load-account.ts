import { account, roleGrant } from '@kycuong/db/schema/access.ts';
import { dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { eq, sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { found } from '../query.ts';
import type { Work } from '../work.ts';
import { coveredByAll } from './reach.ts';

const TeamUnits = z.array(z.uuid());

/**
 * An account as a thing to act upon. Whoever may reset or lock it could make it theirs, so it is reached only from above
 * everything that its person has or will have: workplace, roles, places in teams. @throws DomainError `not-found`
 */
export async function loadAccount({ tx, now }: Pick<Work<unknown>, 'tx' | 'now'>, accountId: string) {
  const [rows, grants, teams] = await Promise.all([
    tx.select().from(account).where(eq(account.id, accountId)),
    tx.select().from(roleGrant).where(eq(roleGrant.accountId, accountId)),
    tx.execute(sql`select team_lead_units(${accountId}) as units`),
  ]);
  const row = found(rows[0]);
  const today = dateInVietnam(now);
  const held = grants.filter(({ validUntil }) => validUntil === null || validUntil >= today);
  const teamUnits = z.nullable(TeamUnits).parse(teams[0]?.units ?? null) ?? [];
  // Somebody who works nowhere and holds nothing belongs to the whole system.
  const places = [row.unitId, ...held.map(({ unitId }) => unitId), ...teamUnits];
  return {
    resource: { coveredBy: await coveredByAll(tx, places) },
    subject: { kind: 'account', id: row.id, unitId: row.unitId },
    account: row,
    grants,
  };
}
