import { expect, it } from 'vitest';
import { differences } from './differences.ts';

it('names each field in which two drafts differ, and no other', () => {
  const mine = { name: 'Một', note: '', rows: [{ a: 'x', b: 'y' }], draft: { causes: 'do' } };
  const theirs = {
    name: 'Hai',
    note: null,
    rows: [
      { a: 'x', b: 'z' },
      { a: 'thêm', b: '' },
    ],
    draft: {},
  };
  expect(differences(mine, theirs)).toEqual([
    { field: 'name', mine: 'Một', theirs: 'Hai' },
    { field: 'rows.0.b', mine: 'y', theirs: 'z' },
    { field: 'rows.1.a', mine: undefined, theirs: 'thêm' },
    { field: 'draft.causes', mine: 'do', theirs: undefined },
  ]);
  expect(differences(mine, mine)).toEqual([]);
});
