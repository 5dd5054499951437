import { expect, it } from 'vitest';
import { CreateAccount } from '../access/create-account.ts';
import { RecordManagementReview } from '../audit/record-management-review.ts';
import { IssueConclusion } from '../conclusion/issue-conclusion.ts';
import { AnswerCorrectiveAction } from '../corrective-action/answer-corrective-action.ts';
import { SampleDossier } from '../dossier/sample-dossier.ts';
import { SetAnswer } from '../visit/set-answer.ts';
import { SettleAnswer } from '../visit/settle-answer.ts';
import { textLimit } from './text-limit.ts';
import { textRoom } from './text-room.ts';

it.each([
  [SetAnswer, 'note', 4000],
  [SettleAnswer, 'value', 4000],
  [SampleDossier, 'procedure', 300],
  [IssueConclusion, 'signerTitle', 200],
  [AnswerCorrectiveAction, 'plan.0.task', 1000],
  [RecordManagementReview, 'inputs.resources', 3000],
  [CreateAccount, 'email', 254],
  [SetAnswer, 'count', undefined],
  [SetAnswer, 'conformity', undefined],
  [SetAnswer, 'nothing', undefined],
])('the limit of a field is its schema’s: %#', (schema, path, limit) => {
  expect(textLimit(schema, path)).toBe(limit);
});

it('says how much is over in composed characters, and nothing while there is room', () => {
  expect(textRoom(`  ${'ế'.normalize('NFD').repeat(4791)}\n`, 4000)).toEqual({
    ...{ length: 4791, limit: 4000, over: 791, isNear: true },
  });
  expect(textRoom('ế'.repeat(3599), 4000)).toMatchObject({ over: 0, isNear: false });
  expect(textRoom('ế'.repeat(4000), 4000)).toMatchObject({ over: 0, isNear: true });
});
