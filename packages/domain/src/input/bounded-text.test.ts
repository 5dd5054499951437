import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { errorText } from '../error/catalogue.ts';
import { inputIssues, validate } from '../error/validate.ts';
import { optionalLine, optionalText, requiredLine, requiredText } from './bounded-text.ts';
import { Id } from './id.ts';
import { wholeNumber } from './whole-number.ts';

function problemOf(schema: z.ZodMiniType, value: unknown): unknown {
  const issue = z.safeParse(schema, value).error?.issues[0];
  return issue?.code === 'custom' ? issue.message : issue?.code;
}

describe('bounded input', () => {
  it('composes Vietnamese text and trims it', () => {
    expect(z.parse(requiredText(20), '  Niêm yết '.normalize('NFD'))).toBe('Niêm yết');
  });

  it('takes whatever can be pasted', () => {
    const pasted = 'Một\vhai\u0003\ufffe\0\ud83d';
    expect(z.parse(requiredText(8), pasted)).toBe('Một\nhai');
    expect(z.parse(optionalText(8), pasted)).toBe('Một\nhai');
    expect(z.parse(requiredLine(8), pasted)).toBe('Một hai');
    expect(z.parse(optionalLine(8), pasted)).toBe('Một hai');
  });

  it('refuses what is empty or long', () => {
    expect(problemOf(requiredText(5), '   ')).toBe('too_small');
    expect(problemOf(requiredText(5), '\u0003\ufffe')).toBe('too_small');
    expect(problemOf(requiredText(5), 'sáu chữ')).toBe('too_big');
    expect(problemOf(requiredLine(20), ' \n ')).toBe('too_small');
    expect(problemOf(Id, 'x')).toBe('invalid_format');
    expect(problemOf(wholeNumber(1, 3), 4)).toBe('input.whole-between');
    expect(problemOf(wholeNumber(1, 3), 1.5)).toBe('invalid_type');
  });

  it('takes what nobody sees for empty', () => {
    for (const unseen of [
      '\u200b',
      '\u2800',
      '\u3164\u115f',
      '\u200e\u200f',
      '\u2066 \u2069',
      '\ufe0f',
      '\u00ad\n\u2060',
    ]) {
      expect(problemOf(requiredText(50), unseen)).toBe('too_small');
      expect(problemOf(requiredLine(50), unseen)).toBe('too_small');
      expect(z.parse(optionalText(50), unseen)).toBe('');
      expect(z.parse(optionalLine(50), unseen)).toBe('');
    }
    expect(z.parse(requiredText(50), 'Lý\u200bdo')).toBe('Lý\u200bdo');
    expect(z.parse(requiredLine(50), 'Lý\u200bdo')).toBe('Lýdo');
  });

  it('counts composed characters, and says how many are too many', () => {
    expect(z.parse(requiredText(8), 'Niêm yết'.normalize('NFD'))).toBe('Niêm yết');
    expect(z.parse(requiredText(3), '💥💥💥')).toBe('💥💥💥');
    expect(() =>
      validate(z.object({ note: requiredText(8) }), { note: `${'ế'.normalize('NFD').repeat(20)}  ` }),
    ).toThrow(
      expect.objectContaining({
        key: 'input.too-long',
        issues: [{ field: 'note', key: 'input.too-long', details: { maximum: 8, over: 12 } }],
      }),
    );
  });

  it('lets an optional text be left out', () => {
    expect(z.parse(optionalText(5), undefined)).toBeUndefined();
    expect(z.parse(optionalText(5), null)).toBeNull();
  });
});

it('says of a number what to enter instead', () => {
  const said = (value: unknown) => {
    const { error } = z.safeParse(wholeNumber(1, 260), value, { reportInput: true });
    const [issue] = error ? inputIssues(error) : [];
    return issue && errorText(issue.key, 'vi', issue.details);
  };
  expect(said(261)).toBe('Nhập số nguyên từ 1 đến 260.');
  expect(said(0)).toBe('Nhập số nguyên từ 1 đến 260.');
  expect(said('mười')).toBe('Nhập số nguyên, ví dụ 12.');
  expect(said(1.5)).toBe('Nhập số nguyên, ví dụ 12.');
  expect(said(undefined)).toBe('Nhập hoặc chọn mục này.');
  expect(said(260)).toBeUndefined();
});
