import { numberKey } from '@kycuong/db/number-key.ts';
import { account, roleGrant } from '@kycuong/db/schema/access.ts';
import { checklistVersion } from '@kycuong/db/schema/checklist.ts';
import { unit, unitScope } from '@kycuong/db/schema/organisation.ts';
import { round } from '@kycuong/db/schema/planning.ts';
import type { PlainDate } from '@kycuong/domain/calendar/plain-date.ts';
import type { ErrorKey } from '@kycuong/domain/error/catalogue.ts';
import type { InputIssue } from '@kycuong/domain/error/domain-error.ts';
import { isInForce } from '@kycuong/domain/organisation/unit.ts';
import type { CreateRound } from '@kycuong/domain/planning/create-round.ts';
import { and, eq, gte, inArray, isNull, lte, ne, or, sql } from 'drizzle-orm';
import type { Transaction } from '../transaction.ts';

const issue = (field: string, key: ErrorKey): InputIssue => ({ field, key, details: {} });

async function unitIssues(tx: Transaction, { units }: CreateRound): Promise<InputIssue[]> {
  const ids = units.map(({ unitId }) => unitId);
  const known = new Map(
    (await tx.select().from(unit).where(inArray(unit.id, ids))).map((row) => [row.id, row]),
  );
  return units.flatMap(({ unitId, plannedOn }, index) => {
    const row = known.get(unitId);
    if (row === undefined) return issue(`units.${index}.unitId`, 'record.not-found');
    return isInForce(row, plannedOn) ? [] : issue(`units.${index}.unitId`, 'planning.unit-not-in-force');
  });
}

/** Nobody inspects the unit they work for, one below it, or its predecessor (ISO 19011, 4 e: independence). */
async function memberIssues(
  tx: Transaction,
  { members, units, startsOn }: CreateRound,
): Promise<InputIssue[]> {
  if (members.length === 0) return [];
  const ids = members.map(({ accountId }) => accountId);
  const people = await tx
    .select({ id: account.id, unitId: account.unitId })
    .from(account)
    .innerJoin(roleGrant, eq(roleGrant.accountId, account.id))
    .where(
      and(
        inArray(account.id, ids),
        isNull(account.disabledAt),
        eq(roleGrant.role, 'inspector'),
        lte(roleGrant.validFrom, startsOn),
        or(isNull(roleGrant.validUntil), gte(roleGrant.validUntil, startsOn)),
      ),
    );
  const homes = new Map(people.map(({ id, unitId }) => [id, unitId]));
  const inspected = units.map(({ unitId }) => unitId);
  const within = await tx
    .select({ unitId: unitScope.unitId })
    .from(unitScope)
    .where(inArray(unitScope.ancestorId, inspected));
  const partial = new Set(within.map(({ unitId }) => unitId));
  return members.flatMap(({ accountId }, index) => {
    const home = homes.get(accountId);
    if (home === undefined) return issue(`members.${index}.accountId`, 'planning.not-an-inspector');
    return home !== null && partial.has(home)
      ? issue(`members.${index}.accountId`, 'planning.member-of-unit')
      : [];
  });
}

/**
 * A decision sets up one round. Of drafts there may be two, for one that was written wrongly cannot be thrown away: the
 * database takes the number for the one that is issued.
 */
async function decisionIssues(
  tx: Transaction,
  { decisionNo, decisionDate, leadUnitId }: CreateRound,
  today: PlainDate,
): Promise<InputIssue[]> {
  if (decisionDate > today) return [issue('decisionDate', 'planning.decision-in-future')];
  const taken = await tx
    .select({ id: round.id })
    .from(round)
    .where(
      and(
        eq(round.leadUnitId, leadUnitId),
        eq(numberKey(round.decisionNo), numberKey(sql`${decisionNo}::text`)),
        eq(sql`extract(year from ${round.decisionDate})`, Number(decisionDate.slice(0, 4))),
        ne(round.status, 'draft'),
      ),
    )
    .limit(1);
  return taken.length > 0 ? [issue('decisionNo', 'planning.decision-taken')] : [];
}

/** What the register says against a round that is sound in itself: its decision, units, people, checklist. */
export async function roundRefusals(
  tx: Transaction,
  input: CreateRound,
  today: PlainDate,
): Promise<InputIssue[]> {
  const [version] = await tx
    .select({ status: checklistVersion.status })
    .from(checklistVersion)
    .where(eq(checklistVersion.id, input.checklistVersionId));
  return [
    ...(await decisionIssues(tx, input, today)),
    ...(await unitIssues(tx, input)),
    ...(await memberIssues(tx, input)),
    ...(version?.status === 'published'
      ? []
      : [issue('checklistVersionId', 'planning.checklist-not-published')]),
  ];
}
