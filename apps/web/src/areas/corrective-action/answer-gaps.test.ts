import { expect, it } from 'vitest';
import { answerGaps } from './answer-gaps.ts';

it('names everything that an empty answer lacks, and nothing of a full one', () => {
  const empty = { cause: ' ', correction: null, plan: [], evidenceIds: [] };
  expect(answerGaps(empty).map(({ field }) => field)).toEqual(['cause', 'correction', 'plan', 'evidenceIds']);
  const row = { task: 'Một việc', person: '', dueOn: '2026-12-04' };
  const partly = { cause: 'a', correction: 'b', plan: [row], evidenceIds: ['1'] };
  expect(answerGaps(partly)).toMatchObject([{ field: 'plan.0.person', row: 1 }]);
  expect(answerGaps({ ...partly, plan: [{ ...row, person: 'Phạm Văn Khải' }] })).toEqual([]);
});
