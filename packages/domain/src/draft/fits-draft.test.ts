import { expect, it } from 'vitest';
import { uuidV7 } from '../sync/uuid-v7.ts';
import { SaveDraft } from './save-draft.ts';

const keyOf = (name: string) =>
  SaveDraft.safeParse({ draftId: uuidV7(), form: 'round', about: null, version: 0, content: { name } }).error
    ?.issues[0]?.message;

it('a draft is as large as the bytes that it takes on its way, whatever its letters', () => {
  expect(keyOf('ờ'.repeat(399_900))).toBe('draft.too-large');
  expect(keyOf('x'.repeat(1_000_000))).toBe('draft.too-large');
  expect(keyOf('ờ'.repeat(333_000))).toBeUndefined();
  expect(keyOf('x'.repeat(999_000))).toBeUndefined();
});
