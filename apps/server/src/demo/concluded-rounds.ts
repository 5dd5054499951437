import { getConclusion } from '@kycuong/api/conclusion/get-conclusion.ts';
import { issueConclusion } from '@kycuong/api/conclusion/issue-conclusion.ts';
import { submitReport } from '@kycuong/api/conclusion/submit-report.ts';
import { acceptCorrectiveAction } from '@kycuong/api/corrective-action/accept-corrective-action.ts';
import {
  type RequirementDeadline,
  workingDaysAfterIssue,
} from '@kycuong/domain/conclusion/requirement-deadline.ts';
import type { SubmitReport } from '@kycuong/domain/conclusion/submit-report.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { answer, answerAsUnits, openActionOf } from './answers-today.ts';
import {
  apologyMissing,
  cameraDead,
  cardNotWorn,
  postingMissing,
  ratingNotIntegrated,
  type SeenFault,
} from './inspection-facts.ts';
import { at, handIn, inspect, sendOut, settle } from './round-story.ts';
import { sampledDossiers } from './sampled-dossiers.ts';
import { commune, plan, type Stage } from './stage.ts';

interface Seen {
  readonly code: string;
  /** Working days from the day of loading. */
  readonly on: number;
  readonly faults: readonly SeenFault[];
  /** By when each fault is answered: in so many working days, or on a day, told in working days from that of loading. */
  readonly due: readonly (number | { readonly on: number })[];
}

interface Concluded {
  readonly name: string;
  readonly decisionNo: string;
  readonly number: string;
  readonly draft: SubmitReport['draft'];
  readonly seen: readonly Seen[];
  /** Working days from the first visit to the report and to the conclusion. */
  readonly reportAfter: number;
  readonly issueAfter: number;
}

const alike = {
  strengths:
    'Các xã bố trí đủ công chức trực, mở cửa đúng giờ; hồ sơ được tiếp nhận và trả kết quả trên phần mềm.',
  recommendations: 'Các xã khắc phục theo yêu cầu kèm theo; Sở Nội vụ theo dõi và kiểm tra việc thực hiện.',
};

function deadline({ day }: Stage, due: Seen['due'][number]): RequirementDeadline {
  if (typeof due === 'number') return workingDaysAfterIssue(due);
  return { unit: 'date', amount: null, on: day(due.on), event: 'issue', minutesOn: null };
}

/** A round from its decision to its conclusion. */
async function tellConcluded(stage: Stage, told: Concluded): Promise<void> {
  const { teller, day, items, unitId } = stage;
  const { name, decisionNo, number, draft, seen } = told;
  const first = seen[0]?.on ?? 0;
  const last = seen.at(-1)?.on ?? first;
  const startsOn = day(first - 1);
  teller.setNow(at(day(first - 10), 9));
  const roundId = await plan(stage, {
    name,
    form: 'planned',
    field: 'combined',
    decisionNo,
    decisionDate: day(first - 11),
    period: { from: `${startsOn.slice(0, 4)}-01-01`, to: startsOn },
    startsOn,
    endsOn: day(last + 2),
    visits: seen.map(({ code, on }) => [code, day(on)]),
  });
  const visits = await sendOut(teller, roundId);
  const requirements: SubmitReport['requirements'] = [];
  for (const { code, on, faults, due } of seen) {
    const visitId = visits.get(unitId(code)) ?? '';
    const dossiers = sampledDossiers(day, on);
    const findings = await inspect(teller, { visitId, day: day(on), items, faults, dossiers });
    await handIn(teller, visitId, day(on));
    await settle(teller, visitId, day(on + 1));
    for (const [index, fault] of faults.entries())
      requirements.push({
        findingId: findings.get(fault) ?? '',
        text: fault.requirement,
        due: deadline(stage, due[index] ?? 30),
      });
  }
  const conclusionId = uuidV7();
  teller.setNow(at(day(first + told.reportAfter), 15));
  await teller.tell('truongdoan', submitReport, {
    conclusionId,
    roundId,
    report: `Đoàn đã làm việc tại ${seen.length} xã theo bảng kiểm ${items.length} mục, rút ngẫu nhiên hồ sơ và làm việc với công chức tại Bộ phận Một cửa.`,
    draft,
    requirements,
  });
  const issuedOn = day(first + told.issueAfter);
  teller.setNow(at(issuedOn, 10));
  const signed = { signer: 'Lê Văn Thành', signerTitle: 'Giám đốc', draftedBy: 'CCHC' };
  const { version } = await teller.look('vanphong', getConclusion, { conclusionId, issuedOn });
  await teller.tell('vanphong', issueConclusion, {
    conclusionId,
    number,
    issuedOn,
    seen: version,
    ...signed,
  });
}

const postingMissingBefore: SeenFault = {
  ...postingMissing,
  count: 98,
  note: 'Thiếu 9 thủ tục hộ tịch và chứng thực.',
  title: 'Niêm yết thiếu 9 trên 107 thủ tục hành chính',
  description: 'Bảng niêm yết có 98 trên 107 thủ tục phải niêm yết.',
};

/** Half a year ago: mended at once, and yet some of it came back. */
export async function springRound(stage: Stage): Promise<void> {
  const { teller, day } = stage;
  await tellConcluded(stage, {
    name: 'Cải cách hành chính và kiểm soát thủ tục hành chính đợt 1',
    decisionNo: '402/QĐ-SNV',
    number: '52/TB-SNV',
    draft: {
      ...alike,
      shortcomings: 'Còn hồ sơ quá hạn không có văn bản xin lỗi; niêm yết thủ tục chưa đầy đủ.',
      causes: 'Chưa giao người theo dõi quyết định công bố; người đứng đầu chưa kiểm tra thường xuyên.',
    },
    seen: [
      { code: commune.coLe, on: -138, faults: [postingMissingBefore], due: [20] },
      { code: commune.ninhGiang, on: -137, faults: [apologyMissing], due: [20] },
    ],
    reportAfter: 6,
    issueAfter: 10,
  });
  for (const [head, itemCode] of [
    ['chutich', 'M01'],
    ['chutich.ninhgiang', 'M16'],
  ] as const) {
    const actionId = await openActionOf(teller, head, itemCode);
    teller.setNow(at(day(-118), 9));
    const { answerId } = await answer(teller, head, actionId, day(-110), [
      'Chưa giao người theo dõi thường xuyên.',
      'Đã khắc phục các trường hợp đoàn nêu.',
      'Văn phòng rà soát vào cuối tháng',
    ]);
    teller.setNow(at(day(-115), 14));
    await teller.tell('vanphong', acceptCorrectiveAction, { actionId, answerId });
  }
}

/** Last quarter: its corrective actions are in different states, one of them overdue. */
export async function autumnRound(stage: Stage): Promise<void> {
  await tellConcluded(stage, {
    name: 'Kỷ luật, kỷ cương hành chính và hoạt động một cửa',
    decisionNo: '1042/QĐ-SNV',
    number: '118/TB-SNV',
    draft: {
      ...alike,
      shortcomings:
        'Còn hồ sơ quá hạn không có văn bản xin lỗi; niêm yết thủ tục chưa đầy đủ; một số thiết bị hỏng hoặc chưa tích hợp.',
      causes:
        'Chưa giao người theo dõi quyết định công bố và thiết bị; người đứng đầu chưa kiểm tra thường xuyên.',
    },
    seen: [
      {
        code: commune.coLe,
        on: -42,
        faults: [cameraDead, postingMissing, apologyMissing],
        due: [20, 30, { on: 2 }],
      },
      {
        code: commune.ninhGiang,
        on: -41,
        faults: [ratingNotIntegrated, apologyMissing],
        due: [30, { on: 2 }],
      },
      { code: commune.catThanh, on: -40, faults: [cardNotWorn], due: [20] },
    ],
    reportAfter: 8,
    issueAfter: 19,
  });
  await answerAsUnits(stage.teller, stage.day);
}
