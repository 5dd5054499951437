import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import { officialNumber } from './official-number.ts';

const Notice = officialNumber(['TB', 'KL'], 'conclusion.number-form');

it.each([
  ['118/TB-SNV', '118/TB-SNV'],
  ['7/TB-SNV', '07/TB-SNV'],
  ['0118/TB-SNV', '118/TB-SNV'],
  [' 118 / TB - SNV ', '118/TB-SNV'],
  ['118/TB-S\u200bNV\u3164', '118/TB-SNV'],
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

it.each(['1300/TB-SNV.', '1300/TB-ЅNV', '1300/TB-ＳＮＶ', '1300/TB-SNVʼ', '1300/TB-SN\u1160V'])(
  'refuses %j, which passes for another',
  (typed) => {
    expect(z.safeParse(Notice, typed).success).toBe(false);
  },
);

it('comes to an end with half a million spaces', () => {
  expect(z.safeParse(Notice, `a${' '.repeat(500_000)}a`).success).toBe(false);
});
