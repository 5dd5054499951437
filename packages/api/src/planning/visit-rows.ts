import { account } from '@kycuong/db/schema/access.ts';
import { finding } from '@kycuong/db/schema/finding.ts';
import { unit } from '@kycuong/db/schema/organisation.ts';
import { round, roundMember } from '@kycuong/db/schema/planning.ts';
import { visit } from '@kycuong/db/schema/visit.ts';
import { type Actor, holdsOver } from '@kycuong/domain/access/actor.ts';
import { teamRoles } from '@kycuong/domain/access/role.ts';
import { dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { and, asc, count, eq, inArray, isNull, type SQL } from 'drizzle-orm';
import { coveredByEach } from '../organisation/covered-by.ts';
import { nameOn } from '../organisation/unit-sql.ts';
import type { Transaction } from '../transaction.ts';
import { mayKnowOf, mayNameUnit } from './kept-secret.ts';

async function findingCounts(tx: Transaction, visitIds: readonly string[]): Promise<Map<string, number>> {
  if (visitIds.length === 0) return new Map();
  const rows = await tx
    .select({ visitId: finding.visitId, findings: count() })
    .from(finding)
    .where(inArray(finding.visitId, [...visitIds]))
    .groupBy(finding.visitId);
  return new Map(rows.map((row) => [row.visitId, row.findings]));
}

/** The people of each round's team today, the leader first. */
export async function teamsOf(tx: Transaction, roundIds: readonly string[]) {
  if (roundIds.length === 0) return [];
  const rows = await tx
    .select({
      roundId: roundMember.roundId,
      accountId: roundMember.accountId,
      role: roundMember.role,
      fullName: account.fullName,
      unitName: unit.name,
    })
    .from(roundMember)
    .innerJoin(account, eq(account.id, roundMember.accountId))
    .leftJoin(unit, eq(unit.id, account.unitId))
    .where(and(inArray(roundMember.roundId, [...roundIds]), isNull(roundMember.removedAt)));
  return rows.toSorted(
    (a, b) =>
      teamRoles.indexOf(a.role) - teamRoles.indexOf(b.role) ||
      a.fullName.localeCompare(b.fullName, 'vi') ||
      a.accountId.localeCompare(b.accountId),
  );
}

/** Visits as the lists show them: named only to who may know, with their findings where the person sees them all. */
export async function visitRows(tx: Transaction, actor: Actor, now: Date, where: SQL | undefined) {
  const rows = await tx
    .select({ visit, round, unitName: unit.name, parentName: nameOn(unit.parentId, visit.plannedOn) })
    .from(visit)
    .innerJoin(round, eq(round.id, visit.roundId))
    .innerJoin(unit, eq(unit.id, visit.unitId))
    .where(where)
    .orderBy(asc(visit.plannedOn), asc(unit.name), asc(visit.id));
  const counts = await findingCounts(
    tx,
    rows.map((row) => row.visit.id),
  );
  const teams = await teamsOf(tx, [...new Set(rows.map((row) => row.round.id))]);
  const today = dateInVietnam(now);
  const over = await coveredByEach(
    tx,
    rows.flatMap((row) => [row.visit.unitId, row.round.leadUnitId]),
  );
  return rows.flatMap(({ visit: row, round: its, unitName, parentName }) => {
    const team = teams.filter(({ roundId }) => roundId === its.id);
    const teamRole = team.find(({ accountId }) => accountId === actor.accountId)?.role;
    const leadCoveredBy = over.get(its.leadUnitId) ?? [];
    const facts = { ...row, createdBy: its.createdBy, teamRole, leadCoveredBy };
    if (!mayKnowOf(actor, facts)) return [];
    const named = mayNameUnit(actor, facts);
    const seesFindings =
      teamRole !== undefined ||
      its.concludedAt !== null ||
      holdsOver(actor, ['programme-office', 'leadership'], over.get(row.unitId) ?? []);
    const shown = {
      visitId: row.id,
      roundId: its.id,
      status: row.status,
      plannedOn: row.plannedOn,
      checkedInAt: row.checkedInAt?.toISOString() ?? null,
      submittedAt: row.submittedAt?.toISOString() ?? null,
      closedAt: row.closedAt?.toISOString() ?? null,
      /** Null: kept secret from this person. */
      unit: named ? { id: row.unitId, name: unitName, parentName } : null,
      keptSecret: row.keptSecret && row.checkedInAt === null,
      leaderName: team.find(({ role }) => role === 'leader')?.fullName ?? null,
      findings: seesFindings && row.status !== 'planned' ? (counts.get(row.id) ?? 0) : null,
      /** The team's time is over and the leader has not closed it. */
      overdue: its.status === 'issued' && row.status !== 'closed' && today > its.endsOn,
    };
    return [shown];
  });
}
