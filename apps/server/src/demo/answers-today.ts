import { acceptCorrectiveAction } from '@kycuong/api/corrective-action/accept-corrective-action.ts';
import { answerCorrectiveAction } from '@kycuong/api/corrective-action/answer-corrective-action.ts';
import { listCorrectiveActions } from '@kycuong/api/corrective-action/list-corrective-actions.ts';
import { saveAnswerDraft } from '@kycuong/api/corrective-action/save-answer-draft.ts';
import type { PlainDate } from '@kycuong/domain/calendar/plain-date.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { attachPicture } from './pictures.ts';
import { at } from './round-story.ts';
import type { Teller } from './teller.ts';

type Day = (workingDays: number) => PlainDate;

/** The action that a head still has to answer for a checklist line. */
export async function openActionOf({ look }: Teller, head: string, itemCode: string): Promise<string> {
  const { actions } = await look(head, listCorrectiveActions, { states: ['awaiting-answer'] });
  return actions.find((action) => action.itemCode === itemCode)?.actionId ?? '';
}

/** Answers with cause, correction, one measure until a day, and a picture as proof. */
export async function answer(
  teller: Teller,
  head: string,
  actionId: string,
  dueOn: PlainDate,
  words: readonly [cause: string, correction: string, task: string],
): Promise<{ readonly answerId: string }> {
  const [cause, correction, task] = words;
  const evidenceId = uuidV7();
  const target = { kind: 'corrective-action', id: actionId } as const;
  const name = 'anh-sau-khac-phuc.jpg';
  await attachPicture(teller, head, { evidenceId, visitId: null, target, name, drawing: 'mended' });
  return teller.tell(head, answerCorrectiveAction, {
    actionId,
    cause,
    correction,
    plan: [{ task, person: 'Phạm Văn Khải', dueOn }],
    evidenceIds: [evidenceId],
  });
}

/** What the units made of last quarter's conclusion: one accepted, one to be judged, one begun, one overdue. */
export async function answerAsUnits(teller: Teller, day: Day): Promise<void> {
  const cards = await openActionOf(teller, 'chutich.catthanh', 'D10');
  teller.setNow(at(day(-15), 10));
  const { answerId } = await answer(teller, 'chutich.catthanh', cards, day(-5), [
    'Công chức mới chưa được cấp thẻ; bộ phận chưa kiểm tra đầu giờ.',
    'Đã cấp đủ thẻ ngày đầu tuần.',
    'Lãnh đạo Văn phòng kiểm tra việc đeo thẻ đầu giờ hằng ngày',
  ]);
  teller.setNow(at(day(-12), 14));
  await teller.tell('vanphong', acceptCorrectiveAction, { actionId: cards, answerId });

  const rating = await openActionOf(teller, 'chutich.ninhgiang', 'E02');
  teller.setNow(at(day(-3), 15));
  await answer(teller, 'chutich.ninhgiang', rating, day(15), [
    'Phần mềm nâng cấp nhưng chưa cấu hình lại cổng kết nối của thiết bị.',
    'Đã đề nghị Trung tâm Công nghệ số kết nối lại thiết bị ở ba quầy.',
    'Kiểm tra dữ liệu đánh giá trên phần mềm vào thứ Hai hằng tuần',
  ]);

  const posting = await openActionOf(teller, 'chutich', 'M01');
  teller.setNow(at(day(-1), 9, 12));
  await teller.tell('chutich', saveAnswerDraft, {
    actionId: posting,
    version: 0,
    cause:
      'Khi tỉnh công bố thủ tục mới, xã không có người được giao theo dõi quyết định công bố; bảng niêm yết chỉ cập nhật khi có đoàn kiểm tra.',
    correction: 'Đã in và niêm yết đủ 14 thủ tục, kèm mẫu đơn.',
    plan: [
      {
        task: 'Giao một người đối chiếu quyết định công bố vào thứ Hai hằng tuần',
        person: 'Phạm Văn Khải',
        dueOn: day(8),
      },
    ],
    evidenceIds: [],
  });
}
