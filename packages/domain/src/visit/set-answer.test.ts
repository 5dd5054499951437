import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { allows, nextState } from '../state/transition.ts';
import { uuidV7 } from '../sync/uuid-v7.ts';
import { SetAnswer } from './set-answer.ts';
import { stateAfterFieldWork, visitTransitions } from './visit-state.ts';

const line = { visitId: uuidV7(0), itemCode: 'M01' };

function problems(change: object): [string, string][] {
  const issues = z.safeParse(SetAnswer, { ...line, ...change }).error?.issues ?? [];
  return issues.map((issue) => [issue.path.join('.'), issue.message]);
}

describe('SetAnswer', () => {
  it('keeps what is left out apart from what is cleared', () => {
    expect(z.parse(SetAnswer, { ...line, note: null })).toEqual({ ...line, note: null });
    expect(z.parse(SetAnswer, { ...line, conformity: 'partial', count: 93 })).not.toHaveProperty('note');
  });

  it('refuses an empty answer and values that cannot be', () => {
    expect(problems({})).toEqual([['conformity', 'visit.answer-empty']]);
    expect(problems({ count: -1 })).toHaveLength(1);
    expect(problems({ conformity: 'good' })).toHaveLength(1);
    expect(problems({ itemCode: '<b>', note: 'x' })).toHaveLength(1);
  });
});

describe('visit states', () => {
  it('run from plan to close', () => {
    expect(nextState(visitTransitions, 'planned', 'check-in')).toBe('open');
    expect(allows(visitTransitions, 'planned', 'close')).toBe(false);
    expect(allows(visitTransitions, 'open', 'close')).toBe(false);
    expect(nextState(visitTransitions, 'submitted', 'close')).toBe('closed');
  });

  it('field work opens a visit, is taken late, and never after the close', () => {
    expect(stateAfterFieldWork('planned')).toBe('open');
    expect(stateAfterFieldWork('submitted')).toBe('submitted');
    expect(() => stateAfterFieldWork('closed')).toThrow('visit.closed');
  });
});
