import { describe, expect, it } from 'vitest';
import { generatePaperCode, paperCodeOf } from './paper-code.ts';
import { ResetPassword } from './reset-password.ts';

const accountId = '01990000-0000-7000-8000-000000000000';
const isCode = (code: string) => ResetPassword.safeParse({ accountId, code }).success;

describe('the code of a slip', () => {
  it('is random, and made of what cannot be misread', () => {
    const codes = Array.from({ length: 500 }, generatePaperCode);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.every(isCode)).toBe(true);
    expect(codes.join('')).not.toMatch(/[01ilo]/);
  });

  it('is nothing that a person makes up', () => {
    for (const code of ['mat-khau-moi-2026', 'abcd-efgh-jkmn', 'ABCD-EFGH-JKMN-PQRS', ''])
      expect(isCode(code)).toBe(false);
  });

  it('is known again however it is typed from paper, and nothing else is touched', () => {
    for (const typed of [
      'ABCD-EFGH-JKMN-PQRS',
      'abcdefghjkmnpqrs',
      'Abcd efgh jkmn pqrs',
      ' abcd–efgh–jkmn–pqrs ',
    ])
      expect(paperCodeOf(typed)).toBe('abcd-efgh-jkmn-pqrs');
    for (const typed of ['Mot Mat-Khau Khac', 'abcd-efgh-jkmn', 'abcd-efgh-jkmn-pqr1', ' a '])
      expect(paperCodeOf(typed)).toBe(typed);
  });
});
