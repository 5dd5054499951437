import { expect, it } from 'vitest';
import { openBudget, spend } from './answer-budget.ts';

it('counts what a text of the answer would hold, over all the calls of a request', () => {
  const budget = openBudget();
  const answer = { rows: Array.from({ length: 1_000 }, (_, index) => ({ index, note: 'x'.repeat(9_000) })) };
  const before = budget.left;
  spend(budget, answer);
  const counted = before - budget.left;
  expect(counted / JSON.stringify(answer).length).toBeCloseTo(1, 1);
  spend(budget, answer);
  spend(budget, answer);
  expect(() => spend(budget, answer)).toThrow('system.answer-too-large');
});

it('what shares its parts many times over is refused without being walked to its end', () => {
  let answer: unknown = 'x'.repeat(1_000);
  for (let depth = 0; depth < 60; depth += 1) answer = [answer, answer];
  expect(() => spend(openBudget(), answer)).toThrow('system.answer-too-large');
});
