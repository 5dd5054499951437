import { DomainError } from '@kycuong/domain/error/domain-error.ts';

/** What the answers to one request may hold together, in characters; the largest honest one is far below a tenth. */
const mostCharacters = 32_000_000;

/** Left for the answers of one request; the calls of a batch share it. */
export interface AnswerBudget {
  left: number;
}

export const openBudget = (): AnswerBudget => ({ left: mostCharacters });

/**
 * Takes what an answer will be as text off the budget, before it is made: a text too long for the runtime is no
 * failure of ours, and nobody else's memory is to pay for it.
 * @throws DomainError `too-large`
 */
export function spend(budget: AnswerBudget, answer: unknown): void {
  const open = [answer];
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value === 'string') budget.left -= value.length + 2;
    else if (typeof value !== 'object' || value === null) budget.left -= 8;
    else if (Array.isArray(value)) for (const one of value) open.push(one);
    else
      for (const [key, one] of Object.entries(value)) {
        budget.left -= key.length + 4;
        open.push(one);
      }
    requireLeft(budget);
  }
}

/** @throws DomainError `too-large` once more was answered than the request has room for */
export function requireLeft({ left }: AnswerBudget): void {
  if (left < 0) throw new DomainError('too-large', 'system.answer-too-large');
}
