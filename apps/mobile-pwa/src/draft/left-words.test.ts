import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTablet, type Tablet } from '../testing/tablet.ts';
import { readLeftWords, type WordedAct } from './left-words.ts';

let tablet: Tablet;
beforeEach(() => {
  tablet = openTablet();
});
afterEach(() => tablet.store.delete());

it('words for an act are found where the visit does not take it any more, and only there', async () => {
  const { store, author, visitId } = tablet;
  const at = { account: author, savedAt: '2026-11-23T02:00:00.000Z' };
  await store.drafts.bulkPut([
    { ...at, key: `open ${visitId}`, value: 'Đã xong phần một cửa.' },
    { ...at, key: `submitted ${visitId}`, value: 'Đồng ý.' },
    { ...at, key: `hand-over ${visitId}`, value: ' \n' },
    { ...at, key: `open ${author}`, value: 'nơi khác' },
  ]);
  const left = async (...offered: WordedAct[]) =>
    (await readLeftWords(store, author, visitId, new Set(offered))).map(({ text }) => text);
  expect(await left('open', 'submitted')).toEqual([]);
  expect(await left('submitted', 'hand-over')).toEqual(['Đã xong phần một cửa.']);
  expect(await left()).toEqual(['Đã xong phần một cửa.', 'Đồng ý.']);
});
