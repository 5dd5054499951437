import { holiday } from '@kycuong/db/schema/calendar.ts';
import { checklistVersion, legalBasis } from '@kycuong/db/schema/checklist.ts';
import { correctiveAction } from '@kycuong/db/schema/corrective-action.ts';
import { finding } from '@kycuong/db/schema/finding.ts';
import { unit, unitScope } from '@kycuong/db/schema/organisation.ts';
import { round } from '@kycuong/db/schema/planning.ts';
import { visit } from '@kycuong/db/schema/visit.ts';
import { addMonths, dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { Checklist } from '@kycuong/domain/checklist/checklist.ts';
import { repeatMonths } from '@kycuong/domain/finding/repeat-finding.ts';
import type { VisitPacket } from '@kycuong/domain/sync/packet.ts';
import { and, asc, desc, eq, getTableColumns, gte, inArray, isNotNull, ne } from 'drizzle-orm';
import { devicesOf } from '../device/devices-of.ts';
import { nameOn } from '../organisation/unit-sql.ts';
import { teamsOf } from '../planning/visit-rows.ts';
import type { Transaction } from '../transaction.ts';
import { currentRecoveryKey } from './current-recovery-key.ts';
import { listFieldCommands } from './list-field-commands.ts';

const mostEarlierFindings = 200;
/** What a tablet is told of a basis. */
const { byProvince: _, ...lawful } = getTableColumns(legalBasis);

async function findHead(tx: Transaction, visitId: string) {
  const [row] = await tx
    .select({
      status: visit.status,
      plannedOn: visit.plannedOn,
      round,
      unit: { id: unit.id, name: unit.name, parentName: nameOn(unit.parentId, visit.plannedOn) },
      checklist: {
        versionId: checklistVersion.id,
        number: checklistVersion.number,
        content: checklistVersion.content,
      },
    })
    .from(visit)
    .innerJoin(round, eq(round.id, visit.roundId))
    .innerJoin(unit, eq(unit.id, visit.unitId))
    .innerJoin(checklistVersion, eq(checklistVersion.id, round.checklistVersionId))
    .where(eq(visit.id, visitId));
  return row;
}

async function listTeam(tx: Transaction, roundId: string): Promise<VisitPacket['team']> {
  const team = await teamsOf(tx, [roundId]);
  const devices = await devicesOf(
    tx,
    team.map(({ accountId }) => accountId),
  );
  return team.map(({ accountId, fullName, role }) => ({
    accountId,
    fullName,
    role,
    devices: devices.get(accountId) ?? [],
  }));
}

/** The unit with its predecessors and what stands below it. */
function coveredUnits(tx: Transaction, unitId: string) {
  return tx.select({ id: unitScope.unitId }).from(unitScope).where(eq(unitScope.ancestorId, unitId));
}

function listOpenActions(tx: Transaction, unitId: string): Promise<VisitPacket['openActions']> {
  const { id, code, title, itemCode, dueOn, status, unitId: of } = correctiveAction;
  return tx
    .select({ id, code, title, itemCode, dueOn, status })
    .from(correctiveAction)
    .where(and(inArray(of, coveredUnits(tx, unitId)), ne(status, 'accepted')))
    .orderBy(asc(dueOn));
}

async function listEarlierFindings(
  tx: Transaction,
  { unitId, visitId, now }: { unitId: string; visitId: string; now: Date },
): Promise<VisitPacket['earlierFindings']> {
  const since = new Date(`${addMonths(dateInVietnam(now), -repeatMonths)}T00:00:00+07:00`);
  const { id, itemCode, title, severity, raisedAt } = finding;
  const rows = await tx
    .select({ id, itemCode, title, severity, raisedAt, unitName: unit.name })
    .from(finding)
    .innerJoin(unit, eq(unit.id, finding.unitId))
    .where(
      and(
        inArray(finding.unitId, coveredUnits(tx, unitId)),
        isNotNull(finding.releasedAt),
        ne(finding.visitId, visitId),
        gte(raisedAt, since),
      ),
    )
    .orderBy(desc(raisedAt))
    .limit(mostEarlierFindings);
  return rows.map(({ raisedAt: at, ...facts }) => ({ ...facts, foundOn: dateInVietnam(at) }));
}

/**
 * All that a visit needs offline. Undefined when the person is not on the team of a round that is under way: a packet
 * is for working, not for reading.
 */
export async function buildPacket(
  tx: Transaction,
  { visitId, accountId, now }: { visitId: string; accountId: string | null; now: Date },
): Promise<VisitPacket | undefined> {
  const head = await findHead(tx, visitId);
  if (head === undefined || head.round.status === 'draft') return undefined;
  const team = await listTeam(tx, head.round.id);
  if (!team.some((member) => member.accountId === accountId)) return undefined;
  const { id, code, name, form, field, decisionNo, decisionDate } = head.round;
  const unitId = head.unit.id;
  return {
    visitId,
    packedAt: now.toISOString(),
    status: head.status,
    plannedOn: head.plannedOn,
    round: { id, code, name, form, field, decisionNo, decisionDate },
    unit: head.unit,
    team,
    checklist: { ...head.checklist, content: Checklist.parse(head.checklist.content) },
    legalBases: await tx.select(lawful).from(legalBasis).orderBy(asc(legalBasis.id)),
    holidays: await tx.select().from(holiday).orderBy(asc(holiday.date)),
    openActions: await listOpenActions(tx, unitId),
    earlierFindings: await listEarlierFindings(tx, { unitId, visitId, now }),
    recoveryKey: await currentRecoveryKey(tx),
    commands: (await listFieldCommands(tx, visitId)).map(({ command }) => command),
  };
}
