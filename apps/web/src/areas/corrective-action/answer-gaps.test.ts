import { expect, it } from 'vitest';
import { answerGaps, partsWritten } from './answer-gaps.ts';

const whole = {
  cause: 'Không có người theo dõi.',
  correction: 'Đã niêm yết đủ.',
  plan: [{ task: 'Đối chiếu hằng tuần', person: 'Phạm Văn Khải', dueOn: '2026-12-04' }],
  evidenceIds: ['a'],
};
const nothing = { cause: ' ', correction: '', plan: [{ task: '', person: '', dueOn: '' }], evidenceIds: [] };

it('finds nothing lacking in a whole answer', () => {
  expect(answerGaps(whole)).toEqual([]);
  expect(partsWritten(whole)).toBe(4);
});

it('names one gap for each part not begun', () => {
  expect(answerGaps(nothing).map(({ field }) => field)).toEqual([
    'cause',
    'correction',
    'plan.0.task',
    'evidenceIds',
  ]);
  expect(partsWritten(nothing)).toBe(0);
});

it('names the fields that a row of the plan lacks', () => {
  const plan = [...whole.plan, { task: 'Thay bảng giấy bằng màn hình', person: '', dueOn: '' }];
  expect(answerGaps({ ...whole, plan })).toMatchObject([
    { field: 'plan.1.person', row: 2 },
    { field: 'plan.1.dueOn', row: 2 },
  ]);
  expect(partsWritten({ ...whole, plan })).toBe(3);
});

it('waits for files that still travel', () => {
  expect(answerGaps(whole, 1)).toMatchObject([{ key: 'corrective-action:gap-proof-sending' }]);
});
