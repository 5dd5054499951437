import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { oneLine, optionalText, requiredText } from './bounded-text.ts';
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

  it('refuses what is empty, long or unprintable', () => {
    expect(problemOf(requiredText(5), '   ')).toBe('too_small');
    expect(problemOf(requiredText(5), 'sáu chữ')).toBe('too_big');
    expect(problemOf(requiredText(5), 'a\u0000b')).toBe('input.wrong-format');
    expect(problemOf(requiredText(5), 'a\ud800')).toBe('input.wrong-format');
    expect(problemOf(Id, 'x')).toBe('invalid_format');
    expect(problemOf(wholeNumber(1, 3), 4)).toBe('too_big');
    expect(problemOf(wholeNumber(1, 3), 1.5)).toBe('invalid_type');
  });

  // Composing them takes the square of the time: a minute for a third of a megabyte, in which nobody else is served.
  it('refuses marks heaped on one letter without composing them, and keeps as many as fit', () => {
    const heap = (marks: number) => `a${'\u0301'.repeat(marks)}${'\u0323'.repeat(marks)}`;
    expect(problemOf(requiredText(64), heap(120_000))).toBe('too_big');
    expect(z.parse(requiredText(20_000), heap(9000))).toBe(heap(9000));
  });

  it('makes one line of a name', () => {
    expect(z.parse(oneLine(20), ' Ảnh\r\ncổng\tchính\u2028.jpg\n')).toBe('Ảnh cổng chính .jpg');
    expect(problemOf(oneLine(20), ' \n ')).toBe('too_small');
    expect(problemOf(oneLine(5), 'a\u0000b')).toBe('input.wrong-format');
  });

  it('lets an optional text be left out', () => {
    expect(z.parse(optionalText(5), undefined)).toBeUndefined();
    expect(z.parse(optionalText(5), null)).toBeNull();
  });
});
