import { issueConclusion } from '@kycuong/api/conclusion/issue-conclusion.ts';
import { submitReport } from '@kycuong/api/conclusion/submit-report.ts';
import { builtInHolidays } from '@kycuong/domain/calendar/built-in-holidays.ts';
import type { PlainDate } from '@kycuong/domain/calendar/plain-date.ts';
import { WorkingCalendar } from '@kycuong/domain/calendar/working-days.ts';
import type { SubmitReport } from '@kycuong/domain/conclusion/submit-report.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { answerAsUnits } from './answers-today.ts';
import {
  apologyMissing,
  cameraDead,
  cardNotWorn,
  postingMissing,
  ratingNotIntegrated,
  type SeenFault,
} from './inspection-facts.ts';
import {
  at,
  handIn,
  inspect,
  planRound,
  type RoundPlan,
  sendOut,
  settle,
  storyChecklist,
} from './round-story.ts';
import { sampledDossiers } from './sampled-dossiers.ts';
import type { Teller } from './teller.ts';

/** Codes of the communes that the rounds go to. */
export const commune = {
  coLe: '14026',
  ninhGiang: '14038',
  trucNinh: '14053',
  catThanh: '14056',
  quangHung: '14062',
  minhThai: '14071',
  ninhCuong: '14077',
} as const;

interface Stage {
  readonly teller: Teller;
  /** Id of a unit in force today by its code. */
  readonly unitId: (code: string) => string;
  /** The day that many working days from the day of loading; before it when negative. */
  readonly day: (workingDays: number) => PlainDate;
  readonly versionId: string;
  readonly items: Awaited<ReturnType<typeof storyChecklist>>['items'];
}

function plan(stage: Stage, change: Omit<RoundPlan, 'units'> & { visits: readonly [string, PlainDate][] }) {
  const { visits, ...facts } = change;
  const units = visits.map(([code, plannedOn]) => ({ unitId: stage.unitId(code), plannedOn }));
  return planRound(
    stage.teller,
    { ...facts, units },
    { leadUnitId: stage.unitId('37-SNV'), checklistVersionId: stage.versionId },
  );
}

/** Last quarter's round: over, concluded, its corrective actions in different states, one of them overdue. */
async function concludedRound(stage: Stage): Promise<void> {
  const { teller, day, items, unitId } = stage;
  teller.setNow(at(day(-52), 9));
  const roundId = await plan(stage, {
    name: 'Kỷ luật, kỷ cương hành chính và hoạt động một cửa',
    form: 'planned',
    field: 'combined',
    decisionNo: '1042/QĐ-SNV',
    decisionDate: day(-53),
    startsOn: day(-43),
    endsOn: day(-38),
    visits: [
      [commune.coLe, day(-42)],
      [commune.ninhGiang, day(-41)],
      [commune.catThanh, day(-40)],
    ],
  });
  const visits = await sendOut(teller, roundId);
  const requirements: SubmitReport['requirements'] = [];
  const days: [string, number, SeenFault[], number[]][] = [
    [commune.coLe, -42, [cameraDead, postingMissing, apologyMissing], [25, 33, 30]],
    [commune.ninhGiang, -41, [ratingNotIntegrated, apologyMissing], [34, 31]],
    [commune.catThanh, -40, [cardNotWorn], [28]],
  ];
  for (const [code, offset, faults, dueIn] of days) {
    const visitId = visits.get(unitId(code)) ?? '';
    const facts = { visitId, day: day(offset), items, faults, dossiers: sampledDossiers(day, offset) };
    const findings = await inspect(teller, facts);
    await handIn(teller, visitId, day(offset));
    await settle(teller, visitId, day(offset + 1));
    for (const [index, fault] of faults.entries())
      requirements.push({
        findingId: findings.get(fault) ?? '',
        text: fault.requirement,
        dueInWorkingDays: dueIn[index] ?? 30,
      });
  }
  const conclusionId = uuidV7();
  teller.setNow(at(day(-34), 15));
  await teller.tell('truongdoan', submitReport, {
    conclusionId,
    roundId,
    report:
      'Đoàn đã làm việc tại 3 xã, kiểm tra đủ 58 mục của bộ câu hỏi tại mỗi xã, rút ngẫu nhiên hồ sơ và làm việc với công chức tại Bộ phận Một cửa.',
    draft: {
      strengths:
        'Các xã bố trí đủ công chức trực, mở cửa đúng giờ; hồ sơ được tiếp nhận và trả kết quả trên phần mềm.',
      shortcomings:
        'Còn hồ sơ quá hạn không có văn bản xin lỗi; niêm yết thủ tục chưa đầy đủ; một số thiết bị hỏng hoặc chưa tích hợp.',
      causes:
        'Chưa giao người theo dõi quyết định công bố và thiết bị; người đứng đầu chưa kiểm tra thường xuyên.',
      recommendations: 'Các xã khắc phục theo yêu cầu kèm theo; Sở Nội vụ theo dõi và phúc tra.',
    },
    requirements,
  });
  teller.setNow(at(day(-28), 10));
  await teller.tell('vanphong', issueConclusion, {
    conclusionId,
    number: '118/TB-SNV',
    issuedOn: day(-28),
    signer: 'Lê Văn Thành',
    signerTitle: 'Giám đốc',
  });
  await answerAsUnits(teller, day);
}

/** This month's thematic round: one visit closed, one half way, one today, others to come. */
async function runningRound(stage: Stage): Promise<void> {
  const { teller, day, items, unitId } = stage;
  teller.setNow(at(day(-13), 9));
  const roundId = await plan(stage, {
    name: 'Kiểm soát thủ tục hành chính',
    form: 'thematic',
    field: 'procedure-control',
    decisionNo: '1184/QĐ-SNV',
    decisionDate: day(-14),
    startsOn: day(-5),
    endsOn: day(12),
    visits: [
      [commune.trucNinh, day(-4)],
      [commune.quangHung, day(-1)],
      [commune.coLe, day(0)],
      [commune.ninhGiang, day(2)],
      [commune.catThanh, day(4)],
      [commune.minhThai, day(6)],
      [commune.ninhCuong, day(8)],
    ],
  });
  const visits = await sendOut(teller, roundId);
  const visitOf = (code: string) => visits.get(unitId(code)) ?? '';
  const settled = visitOf(commune.trucNinh);
  const dossiers = sampledDossiers(day, -4);
  await inspect(teller, {
    visitId: settled,
    day: day(-4),
    items,
    faults: [ratingNotIntegrated, cardNotWorn],
    dossiers,
  });
  await handIn(teller, settled, day(-4));
  await settle(teller, settled, day(-3));
  const halfWay = visitOf(commune.quangHung);
  await inspect(teller, { visitId: halfWay, day: day(-1), items, faults: [cardNotWorn], answered: 30 });
}

/** An unannounced round whose units nobody outside may name, and a follow-up that still waits to be issued. */
async function roundsToCome(stage: Stage): Promise<void> {
  const { teller, day } = stage;
  teller.setNow(at(day(-2), 10));
  const secret = await plan(stage, {
    name: 'Kỷ luật, kỷ cương cuối năm',
    form: 'unannounced',
    field: 'public-duty',
    decisionNo: '1203/QĐ-SNV',
    decisionDate: day(-3),
    startsOn: day(-2),
    endsOn: day(15),
    visits: [
      [commune.ninhCuong, day(3)],
      [commune.minhThai, day(10)],
    ],
  });
  await sendOut(teller, secret);
  await plan(stage, {
    name: 'Phúc tra việc thực hiện Thông báo kết luận 118/TB-SNV',
    form: 'follow-up',
    field: 'combined',
    decisionNo: '1220/QĐ-SNV',
    decisionDate: day(-2),
    startsOn: day(10),
    endsOn: day(14),
    visits: [
      [commune.coLe, day(11)],
      [commune.ninhGiang, day(12)],
    ],
  });
}

/** The rounds around the day of loading, in working days from it, so that the story does not age. */
export async function tellRounds(
  teller: Teller,
  today: PlainDate,
  unitId: (code: string) => string,
): Promise<void> {
  const calendar = new WorkingCalendar(builtInHolidays);
  const start = calendar.onOrAfter(today);
  const day = (workingDays: number) => calendar.addWorkingDays(start, workingDays);
  const { versionId, items } = await storyChecklist(teller);
  const stage: Stage = { teller, unitId, day, versionId, items };
  await concludedRound(stage);
  await runningRound(stage);
  await roundsToCome(stage);
}
