import { checklistVersion } from '@kycuong/db/schema/checklist.ts';
import { evidence } from '@kycuong/db/schema/evidence.ts';
import { finding } from '@kycuong/db/schema/finding.ts';
import { changeFeed } from '@kycuong/db/schema/sync.ts';
import { visit } from '@kycuong/db/schema/visit.ts';
import { workingDaysAfterIssue } from '@kycuong/domain/conclusion/requirement-deadline.ts';
import type { CreateRound } from '@kycuong/domain/planning/create-round.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { and, eq } from 'drizzle-orm';
import { getConclusion } from '../conclusion/get-conclusion.ts';
import { issueConclusion } from '../conclusion/issue-conclusion.ts';
import { submitReport } from '../conclusion/submit-report.ts';
import { createRound } from '../planning/create-round.ts';
import { getRound } from '../planning/get-round.ts';
import { issueRound } from '../planning/issue-round.ts';
import type { House, UnitName } from './house.ts';

let decisions = 1183;
/** A decision sets up one round. */
function anotherDecision(): string {
  decisions += 1;
  return `${decisions}/QĐ-SNV`;
}

/** A sound round of the test house: one unit, Cổ Lễ on 2 December 2026, a leader and a member. */
export async function roundInput(house: House, changes: Partial<CreateRound> = {}): Promise<CreateRound> {
  const versions = await house.look('office', (tx) => tx.select().from(checklistVersion));
  return {
    roundId: uuidV7(),
    name: 'Kiểm soát thủ tục hành chính',
    form: 'thematic',
    field: 'procedure-control',
    decisionNo: anotherDecision(),
    decisionDate: '2026-11-05',
    decidedBy: 'Giám đốc Sở Nội vụ',
    startsOn: '2026-11-18',
    endsOn: '2026-12-08',
    leadUnitId: house.unitId('soNoiVu'),
    units: [{ unitId: house.unitId('coLe'), plannedOn: '2026-12-02' }],
    members: [
      { accountId: house.accountId('leader'), role: 'leader' },
      { accountId: house.accountId('inspector'), role: 'member' },
    ],
    checklistVersionId: versions.find(({ code }) => code === 'discipline-one-stop')?.id ?? '',
    ...changes,
  };
}

/** A round as the office looks at it before it goes out. */
export async function lookedAt(house: House, roundId: string) {
  const { version } = await house.ask('office', getRound, { roundId });
  return { roundId, seen: version };
}

/** A draft conclusion as the office looks at it, with the last days that its date gives. */
export async function draftLookedAt(house: House, conclusionId: string, issuedOn = '2026-11-23') {
  const { version } = await house.ask('office', getConclusion, { conclusionId, issuedOn });
  return { conclusionId, issuedOn, seen: version };
}

/** Creates and issues a round, and gives the ids of its visits by unit. */
export async function issuedRound(house: House, changes: Partial<CreateRound> = {}) {
  const input = await roundInput(house, changes);
  await house.run('office', createRound, input);
  const shortNoticeReason = input.form === 'unannounced' ? null : 'Theo chỉ đạo của Giám đốc';
  await house.run('office', issueRound, { ...(await lookedAt(house, input.roundId)), shortNoticeReason });
  const visits = await house.look('office', (tx) =>
    tx.select().from(visit).where(eq(visit.roundId, input.roundId)),
  );
  const visitAt = (name: UnitName) => visits.find(({ unitId }) => unitId === house.unitId(name))?.id ?? '';
  return { roundId: input.roundId, visits, visitAt };
}

/** What the pull of a person would be told of a round. */
export function feedOf(house: House, roundId: string, accountId: string) {
  return house.look('inspector', (tx) =>
    tx
      .select()
      .from(changeFeed)
      .where(and(eq(changeFeed.roundId, roundId), eq(changeFeed.accountId, accountId))),
  );
}

/** Puts a finding on a visit and closes it, as the leader's own work in the field would leave it. */
export async function foundAndClosed(
  house: House,
  round: { roundId: string; visits: readonly { id: string; unitId: string }[] },
  title = 'Niêm yết thiếu 14 trên 107 thủ tục hành chính',
): Promise<string[]> {
  const at = house.ground.now();
  const raisedBy = house.accountId('leader');
  return house.look('leader', async (tx) => {
    const ids: string[] = [];
    for (const { id: visitId, unitId } of round.visits) {
      const id = uuidV7();
      ids.push(id);
      await tx.insert(finding).values({
        id,
        visitId,
        roundId: round.roundId,
        unitId,
        itemCode: 'M01',
        title,
        description: 'Bảng niêm yết có 93 trên 107 thủ tục phải niêm yết.',
        severity: 'rectification',
        legalBasisIds: ['nd-63-2010-17'],
        revision: 1,
        raisedBy,
        raisedAt: at,
        recordedAt: at,
      });
      await tx
        .update(visit)
        .set({
          status: 'closed',
          checkedInAt: at,
          submittedAt: at,
          submittedBy: raisedBy,
          closedAt: at,
          closedBy: raisedBy,
        })
        .where(eq(visit.id, visitId));
    }
    return ids;
  });
}

/** A round at Cổ Lễ and Ninh Giang that has been concluded on 23 November 2026 with ten working days to answer. */
export async function concludedRound(house: House, number = '131/TB-SNV') {
  const units = [
    { unitId: house.unitId('coLe'), plannedOn: '2026-11-19' },
    { unitId: house.unitId('ninhGiang'), plannedOn: '2026-11-20' },
  ];
  const round = await issuedRound(house, { units, endsOn: '2026-11-20' });
  const findings = await foundAndClosed(house, round);
  const conclusionId = uuidV7();
  await house.run('leader', submitReport, {
    conclusionId,
    roundId: round.roundId,
    report: 'Đoàn đã làm việc tại hai xã.',
    draft: { strengths: 'Chấp hành tốt giờ giấc.', shortcomings: 'Niêm yết chưa đủ.' },
    requirements: findings.map((findingId) => ({
      findingId,
      text: 'Niêm yết đủ, giao người theo dõi.',
      due: workingDaysAfterIssue(10),
    })),
  });
  const { actions } = await house.run('office', issueConclusion, {
    ...(await draftLookedAt(house, conclusionId)),
    number,
    signer: 'Lê Minh Quân',
    signerTitle: 'Giám đốc',
    draftedBy: 'CCHC',
  });
  const actionAt = (name: UnitName) => actions.find(({ unitId }) => unitId === house.unitId(name))?.id ?? '';
  return { ...round, conclusionId, actionAt };
}

/** A proof that the head of Cổ Lễ has named for an action, its bytes still under way. */
export async function proofFor(house: House, actionId: string): Promise<string> {
  const id = uuidV7();
  const at = house.ground.now();
  await house.look('headCoLe', (tx) =>
    tx.insert(evidence).values({
      id,
      sha256: '0'.repeat(64),
      size: 18_000,
      mediaType: 'application/pdf',
      name: 'danh-sach-14-thu-tuc.pdf',
      status: 'awaited',
      targetKind: 'corrective-action',
      targetId: actionId,
      unitId: house.unitId('coLe'),
      attachedBy: house.accountId('headCoLe'),
      takenAt: at,
      recordedAt: at,
    }),
  );
  return id;
}
