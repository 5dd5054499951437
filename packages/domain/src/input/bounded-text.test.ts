import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { optionalText, requiredText } from './bounded-text.ts';
import { Id } from './id.ts';
import { wholeNumber } from './whole-number.ts';

function messageOf(schema: z.ZodMiniType, value: unknown): string | undefined {
  return z.safeParse(schema, value).error?.issues[0]?.message;
}

describe('bounded input', () => {
  it('composes Vietnamese text and trims it', () => {
    expect(z.parse(requiredText(20), '  Niêm yết '.normalize('NFD'))).toBe('Niêm yết');
  });

  it('names the reason by a key of the catalogue', () => {
    expect(messageOf(requiredText(5), '   ')).toBe('input.required');
    expect(messageOf(requiredText(5), 'sáu chữ')).toBe('input.too-long');
    expect(messageOf(requiredText(5), 'a\u0000b')).toBe('input.wrong-format');
    expect(messageOf(Id, 'x')).toBe('input.wrong-format');
    expect(messageOf(wholeNumber(1, 3), 4)).toBe('input.out-of-range');
    expect(messageOf(wholeNumber(1, 3), 1.5)).toBe('input.wrong-type');
  });

  it('lets an optional text be left out', () => {
    expect(z.parse(optionalText(5), undefined)).toBeUndefined();
    expect(z.parse(optionalText(5), null)).toBeNull();
  });
});
