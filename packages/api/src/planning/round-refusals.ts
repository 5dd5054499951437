import { account, roleGrant } from '@kycuong/db/schema/access.ts';
import { checklistVersion } from '@kycuong/db/schema/checklist.ts';
import { unit, unitScope } from '@kycuong/db/schema/organisation.ts';
import type { ErrorKey } from '@kycuong/domain/error/catalogue.ts';
import type { InputIssue } from '@kycuong/domain/error/domain-error.ts';
import { isInForce } from '@kycuong/domain/organisation/unit.ts';
import type { CreateRound } from '@kycuong/domain/planning/create-round.ts';
import { and, eq, gte, inArray, isNull, lte, or } from 'drizzle-orm';
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

/** What the register says against a round that is sound in itself: units, people, checklist. */
export async function roundRefusals(tx: Transaction, input: CreateRound): Promise<InputIssue[]> {
  const [version] = await tx
    .select({ status: checklistVersion.status })
    .from(checklistVersion)
    .where(eq(checklistVersion.id, input.checklistVersionId));
  return [
    ...(await unitIssues(tx, input)),
    ...(await memberIssues(tx, input)),
    ...(version?.status === 'published'
      ? []
      : [issue('checklistVersionId', 'planning.checklist-not-published')]),
  ];
}
