import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import { officialNumber } from './official-number.ts';

const Notice = officialNumber(['TB', 'KL'], 'conclusion.number-form');

it.each([
  ['118/TB-SNV', '118/TB-SNV'],
  ['7/TB-SNV', '07/TB-SNV'],
  ['0118/TB-SNV', '118/TB-SNV'],
  [' 118 / TB - SNV ', '118/TB-SNV'],
  ['12/KL-UBND', '12/KL-UBND'],
  ['12/TB-ĐKT-SNV', '12/TB-ĐKT-SNV'],
  ['12/TB-KSTTHC', '12/TB-KSTTHC'],
  ['12/TB-TTr', '12/TB-TTr'],
])('reads %s as %s', (typed, kept) => {
  expect(z.parse(Notice, typed)).toBe(kept);
});

it.each(['abc', '118', 'TB-SNV', '118/TB', '118/QĐ-SNV', '118/TB-snv', '118-TB/SNV', '118/TB-SNV!', '1/TB-'])(
  'refuses %s',
  (typed) => {
    expect(z.safeParse(Notice, typed).error?.issues[0]?.message).toBe('conclusion.number-form');
  },
);
