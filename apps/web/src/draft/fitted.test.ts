import { expect, it } from 'vitest';
import { fitted } from './fitted.ts';

const empty = { name: '', password: 'mới', rows: [{ day: '' }], draft: { causes: '' } };

it('fills an empty form with a draft, and leaves what the draft does not have', () => {
  const draft = { name: 'Kiểm tra ', rows: [], draft: { causes: 'x' }, period: { from: '', to: '' } };
  expect(fitted(empty, draft)).toEqual({ ...draft, password: 'mới' });
  expect(fitted(empty, null)).toBe(empty);
});

it('takes nothing of another kind', () => {
  expect(fitted(empty, { name: 3, rows: {}, draft: null })).toEqual(empty);
  expect(fitted({ answer: null }, { answer: 'conform' })).toEqual({ answer: 'conform' });
});
