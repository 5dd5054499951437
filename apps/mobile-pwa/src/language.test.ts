import { fieldMessages } from '@kycuong/ui/messages/field.ts';
import { describe, expect, it } from 'vitest';
import { errorText, loadErrorTexts, translate, withLaterTexts } from './language.ts';

function names(tree: object): string[] {
  return Object.entries(tree).flatMap(([name, below]) =>
    typeof below === 'object' && below !== null ? [name, ...names(below)] : [name],
  );
}

describe('the tablet’s texts', () => {
  it('fill in values, and know one from many', async () => {
    expect(translate('field:sync.records', { count: 3 })).toBe('3 bản ghi');
    expect(await withLaterTexts(Promise.resolve('màn hình'))).toBe('màn hình');
    expect(translate('field:command.answer.set', { item: 'M01' })).toBe('Trả lời mục M01');
  });

  it('have no name with a dot, which no path could reach', () => {
    expect(names(fieldMessages.vi).filter((name) => name.includes('.'))).toEqual([]);
  });

  it('say a refusal in words, also one that this release does not know', async () => {
    expect(errorText('visit.closed')).not.toBe('');
    await loadErrorTexts();
    expect(errorText('visit.closed')).toContain('đã kết thúc');
    expect(errorText('unheard.of')).not.toBe('');
  });
});
