import { expect, it } from 'vitest';
import { problemsIn } from './error-summary.tsx';

it('finds every message of nested errors with the name of its field', () => {
  const owner = { type: 'input.required', message: 'Cần nhập mục này.' };
  expect(problemsIn({ cause: owner, steps: [undefined, { owner }], root: { refused: owner } })).toEqual([
    { name: 'cause', message: owner.message },
    { name: 'steps.1.owner', message: owner.message },
    { name: 'root.refused', message: owner.message },
  ]);
});
