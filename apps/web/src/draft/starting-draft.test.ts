import { expect, it } from 'vitest';
import { textOfContent } from './same-content.ts';
import { startingDraft } from './starting-draft.ts';

const kept = { draftId: 'a', version: 3, content: { name: 'Ba', rows: [{ a: '1', b: '2' }] }, savedAt: '' };
const local = { draftId: 'a', version: 3, content: { name: 'Bốn' }, sent: null, at: 0 };

it('goes on from what is kept, else from nothing', () => {
  expect(startingDraft(kept, null)).toMatchObject({ content: kept.content, version: 3, unsaved: false });
  expect(startingDraft(null, null)).toMatchObject({ content: null, version: 0, draftId: null });
});

it('goes on from the last second before a reload', () => {
  expect(startingDraft(kept, local)).toMatchObject({
    content: { name: 'Bốn' },
    version: 3,
    unsaved: true,
    theirs: null,
  });
  expect(startingDraft(null, { ...local, version: 0 })).toMatchObject({
    content: { name: 'Bốn' },
    unsaved: true,
  });
});

it('knows its own save whose answer did not come', () => {
  const sent = textOfContent({ rows: [{ b: '2', a: '1' }], name: 'Ba' });
  expect(startingDraft(kept, { ...local, version: 2, sent })).toMatchObject({
    content: { name: 'Bốn' },
    version: 3,
    theirs: null,
  });
});

it('shows both where another window saved meanwhile', () => {
  expect(startingDraft(kept, { ...local, version: 2 })).toMatchObject({
    content: { name: 'Bốn' },
    theirs: kept,
  });
  const begunAnew = { ...kept, draftId: 'b' };
  expect(startingDraft(begunAnew, local)).toMatchObject({ theirs: begunAnew });
});

it('begins anew where the draft was sent, and keeps what was left to be taken back', () => {
  expect(startingDraft(null, local)).toMatchObject({ content: null, version: 0, left: { name: 'Bốn' } });
});

it('has nothing to ask where both are the same', () => {
  expect(
    startingDraft(kept, { ...local, version: 1, content: { rows: [{ b: '2', a: '1' }], name: 'Ba' } }),
  ).toMatchObject({
    unsaved: false,
    theirs: null,
  });
});
