import { recordInternalAudit } from '@kycuong/api/audit/record-internal-audit.ts';
import { recordManagementReview } from '@kycuong/api/audit/record-management-review.ts';
import { recordEvent } from '@kycuong/api/quality/record-event.ts';
import { startSystem } from '@kycuong/api/quality/start-system.ts';
import { addDays, type PlainDate } from '@kycuong/domain/calendar/plain-date.ts';
import type { RecordQualityEvent } from '@kycuong/domain/quality/record-quality-event.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import type { Teller } from './teller.ts';

/** What happened to one quality system, day by day. Which unit had which is sample data. */
export interface SystemStory {
  readonly unitId: string;
  readonly unitName: string;
  readonly editionId: 'iso-9001-2008' | 'iso-9001-2015';
  readonly startedOn: PlainDate;
  readonly appliedOn?: PlainDate;
  readonly auditedOn?: readonly PlainDate[];
  readonly reviewedOn?: readonly PlainDate[];
  readonly declaredOn?: PlainDate;
}

type StoryStep = 'apply' | 'effect-confirmed' | 'declare' | 'notified' | 'posted';
type StepFacts = Pick<RecordQualityEvent, 'decisionNo' | 'recipient'>;

const scope = 'Toàn bộ hoạt động giải quyết thủ tục hành chính thuộc thẩm quyền (dữ liệu mẫu)';

async function audit({ tell }: Teller, systemId: string, unitName: string, auditedOn: PlainDate) {
  await tell('iso', recordInternalAudit, {
    auditId: uuidV7(),
    systemId,
    auditedOn,
    scope: 'Tất cả quy trình trong phạm vi công bố',
    auditors: [{ name: 'Đoàn Thị Mai', unitName: `Bộ phận khác của ${unitName}` }],
    impartial: true,
    findings: [
      {
        clause: '7.5.3',
        grade: 'minor',
        text: 'Một quy trình chưa cập nhật theo quyết định công bố thủ tục mới nhất.',
      },
      { clause: '9.1.2', grade: 'opportunity', text: 'Nên lấy ý kiến hài lòng ngay tại quầy trả kết quả.' },
    ],
    conclusion: 'Hệ thống phù hợp tiêu chuẩn và đang được duy trì; còn một điểm không phù hợp nhẹ.',
  });
}

async function review({ tell }: Teller, systemId: string, heldOn: PlainDate) {
  await tell('iso', recordManagementReview, {
    reviewId: uuidV7(),
    systemId,
    heldOn,
    chairedBy: 'Người đứng đầu cơ quan',
    inputs: {
      a: 'Các việc từ lần xem xét trước đã xong.',
      b: 'Danh mục thủ tục thay đổi theo quyết định công bố trong năm.',
      c: 'Hồ sơ cơ bản đúng hạn; phản ánh của người dân được trả lời.',
      d: 'Đủ người; cần thêm máy quét.',
      e: 'Biện pháp phòng ngừa hồ sơ quá hạn có hiệu lực.',
      f: 'Số hóa kết quả, trả kết quả điện tử.',
    },
    outputs: {
      improvement: 'Tăng trả kết quả điện tử.',
      'system-changes': null,
      resources: 'Bổ sung một máy quét.',
    },
    decisions: [{ task: 'Mua máy quét cho quầy tiếp nhận', person: 'Văn phòng', dueOn: null }],
  });
}

/** Tells one system's story in the order of its days. */
export async function tellSystem(teller: Teller, story: SystemStory): Promise<void> {
  const systemId = uuidV7();
  const { unitId, unitName, editionId, startedOn, auditedOn = [], reviewedOn = [] } = story;
  await teller.tell('iso', startSystem, { systemId, unitId, editionId, scope, startedOn, sample: true });
  const step = (kind: StoryStep, onDate: PlainDate, facts: StepFacts = {}) =>
    teller.tell('iso', recordEvent, {
      eventId: uuidV7(),
      systemId,
      kind,
      onDate,
      note: 'Dữ liệu mẫu',
      ...facts,
    });
  if (story.appliedOn) await step('apply', story.appliedOn);
  for (const day of auditedOn) await audit(teller, systemId, unitName, day);
  for (const day of reviewedOn) await review(teller, systemId, day);
  if (!story.declaredOn) return;
  await step('effect-confirmed', story.declaredOn);
  await step('declare', story.declaredOn);
  const letter = { decisionNo: '15/UBND-VP', recipient: 'Sở Khoa học và Công nghệ' };
  await step('notified', addDays(story.declaredOn, 3), letter);
  await step('posted', addDays(story.declaredOn, 3));
}
