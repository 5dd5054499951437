import { expect, it } from 'vitest';
import { answerGaps, partsWritten } from './answer-gaps.ts';

const issuedOn = '2026-11-16';
const whole = {
  cause: 'Không có người theo dõi.',
  correction: 'Đã niêm yết đủ.',
  plan: [{ task: 'Đối chiếu hằng tuần', person: 'Phạm Văn Khải', dueOn: '2026-12-04' }],
  evidenceIds: ['a'],
};
const nothing = { cause: ' ', correction: '', plan: [{ task: '', person: '', dueOn: '' }], evidenceIds: [] };

it('finds nothing lacking in a whole answer', () => {
  expect(answerGaps(whole, issuedOn)).toEqual([]);
  expect(partsWritten(whole, issuedOn)).toBe(4);
});

it('names one gap for each part not begun', () => {
  expect(answerGaps(nothing, issuedOn).map(({ field }) => field)).toEqual([
    'cause',
    'correction',
    'plan.0.task',
    'evidenceIds',
  ]);
  expect(partsWritten(nothing, issuedOn)).toBe(0);
});

it('names the fields that a row of the plan lacks', () => {
  const plan = [...whole.plan, { task: 'Thay bảng giấy bằng màn hình', person: '', dueOn: '' }];
  expect(answerGaps({ ...whole, plan }, issuedOn)).toMatchObject([
    { field: 'plan.1.person', row: 2 },
    { field: 'plan.1.dueOn', row: 2 },
  ]);
  expect(partsWritten({ ...whole, plan }, issuedOn)).toBe(3);
});

it.each(['2026-02-31', '31/02/2026', '2026-11-15'])(
  'takes %s for no day by which a work is done',
  (dueOn) => {
    const plan = [{ task: 'Đối chiếu hằng tuần', person: 'Phạm Văn Khải', dueOn }];
    expect(answerGaps({ ...whole, plan }, issuedOn)).toMatchObject([{ field: 'plan.0.dueOn', row: 1 }]);
  },
);

it('waits for files that still travel', () => {
  expect(answerGaps(whole, issuedOn, 1)).toMatchObject([{ key: 'corrective-action:gap-proof-sending' }]);
});
