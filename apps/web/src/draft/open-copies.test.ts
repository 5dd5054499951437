import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { copiesAt, keepLocally } from './local-copy.ts';
import { dropCopiesOfWindow } from './open-copies.ts';
import { Shelf } from './testing/shelf.ts';

beforeEach(() => void vi.stubGlobal('localStorage', new Shelf()));
afterEach(() => void vi.unstubAllGlobals());

it('a window that is left takes its own texts along, also of closed forms, and no other window’s or person’s', () => {
  const copy = { draftId: 'd', version: 0, content: { name: 'Một' }, sent: null, at: Date.now() };
  for (const key of ['lan:round:@here', 'lan:account:@here', 'lan:round:@there', 'minh:round:@here'])
    keepLocally(key, copy);
  dropCopiesOfWindow('lan', 'here');
  const left = ['lan:round:', 'lan:account:', 'minh:round:'].flatMap((place) => copiesAt(place));
  expect(left.map(({ key }) => key)).toEqual(['lan:round:@there', 'minh:round:@here']);
});
