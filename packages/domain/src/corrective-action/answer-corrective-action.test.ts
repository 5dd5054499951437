import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { allows, nextState } from '../state/transition.ts';
import { uuidV7 } from '../sync/uuid-v7.ts';
import { AnswerCorrectiveAction } from './answer-corrective-action.ts';
import { correctiveActionTransitions } from './corrective-action-state.ts';
import { SaveAnswerDraft } from './save-answer-draft.ts';

const answer = {
  actionId: uuidV7(0),
  cause: 'Chưa giao người đối chiếu quyết định công bố.',
  correction: 'Đã niêm yết đủ 14 thủ tục.',
  plan: [{ task: 'Đối chiếu hằng tuần', person: 'Phạm Văn Khải', dueOn: '2026-12-04' }],
  evidenceIds: [uuidV7(1)],
};

describe('AnswerCorrectiveAction', () => {
  it('needs cause, correction, plan and proof', () => {
    expect(z.parse(AnswerCorrectiveAction, answer)).toEqual(answer);
    const empty = { ...answer, cause: '', correction: ' ', plan: [], evidenceIds: [] };
    const issues = z.safeParse(AnswerCorrectiveAction, empty).error?.issues ?? [];
    expect(issues.map((issue) => issue.path.join('.'))).toEqual([
      'cause',
      'correction',
      'plan',
      'evidenceIds',
    ]);
  });

  it('may be saved unfinished', () => {
    const draft = { actionId: answer.actionId, version: 0, plan: [{ task: 'Đối chiếu' }], evidenceIds: [] };
    expect(z.parse(SaveAnswerDraft, draft)).toEqual(draft);
  });

  it('goes back to the unit when returned, and ends when accepted', () => {
    expect(nextState(correctiveActionTransitions, 'awaiting-answer', 'answer')).toBe('answered');
    expect(nextState(correctiveActionTransitions, 'answered', 'return')).toBe('awaiting-answer');
    expect(nextState(correctiveActionTransitions, 'answered', 'accept')).toBe('accepted');
    expect(allows(correctiveActionTransitions, 'awaiting-answer', 'accept')).toBe(false);
    expect(allows(correctiveActionTransitions, 'accepted', 'answer')).toBe(false);
  });
});
