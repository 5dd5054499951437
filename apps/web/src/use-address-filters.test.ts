import { expect, it } from 'vitest';
import { addressFilters } from './use-address-filters.ts';

it('takes words and numbers from the address and nothing else', () => {
  expect(addressFilters({ q: 'cổ lễ', year: 2026, gone: undefined, empty: '', odd: { a: 1 } })).toEqual({
    q: 'cổ lễ',
    year: '2026',
  });
});
