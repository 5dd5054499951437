import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTablet, type Tablet } from '../testing/tablet.ts';
import { clearCaption } from './clear-caption.ts';

let tablet: Tablet;
beforeEach(() => {
  tablet = openTablet();
});
afterEach(() => tablet.store.delete());

it('forgets the words that went with the files, and none that were typed since', async () => {
  const { store, author, visitId } = tablet;
  const row = { account: author, key: `caption ${visitId} item M01`, value: 'Quầy 3' };
  const handed = { ...row, savedAt: '2026-11-23T02:00:00.000Z' };
  await store.drafts.put({ ...row, value: 'Quầy 3, bên trái', savedAt: '2026-11-23T02:00:01.000Z' });
  await clearCaption(store, handed);
  expect(await store.drafts.count()).toBe(1);
  await store.drafts.put(handed);
  await clearCaption(store, handed);
  await clearCaption(store, undefined);
  expect(await store.drafts.count()).toBe(0);
});
