import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { KeptDraft } from './draft-source.ts';
import { dropOldCopies, keepLocally, localKeysOf } from './local-copy.ts';
import { sendLeftCopies } from './send-left-copies.ts';
import { Shelf } from './testing/shelf.ts';

beforeEach(() => vi.stubGlobal('localStorage', new Shelf()));
afterEach(() => vi.unstubAllGlobals());

const copy = (name: string, changes: object = {}) => ({
  draftId: 'd',
  version: 0,
  content: { name },
  sent: null,
  at: Date.now(),
  ...changes,
});
const nothing = async () => null;

it('sends what closed forms have left, of this person alone, and leaves what others left', async () => {
  keepLocally('mine:report:r1', copy('Báo cáo', { at: Date.now() - 1000 }));
  keepLocally('mine:round:', copy('Đợt mười hai'));
  keepLocally('other:round:', copy('Của người khác'));
  const sent: unknown[] = [];
  const left = await sendLeftCopies('mine', (place) => ({
    load: nothing,
    save: async (_, { version, content }) => {
      sent.push([place.form, place.about, version, content]);
      return { version: 1, savedAt: '' };
    },
  }));
  expect(left).toEqual([]);
  expect(sent).toEqual([
    ['round', null, 0, { name: 'Đợt mười hai' }],
    ['report', 'r1', 0, { name: 'Báo cáo' }],
  ]);
  expect([localKeysOf('mine'), localKeysOf('other')]).toEqual([[], ['other:round:']]);
});

it('names what could not be sent, keeps it, and writes over nothing that was saved elsewhere', async () => {
  keepLocally('mine:round:', copy('Một', { version: 1 }));
  keepLocally('mine:audit:s1', copy('Hai', { at: Date.now() - 1000 }));
  const save = vi.fn(() => Promise.reject(new Error('no network')));
  const elsewhere = { draftId: 'd', version: 2, content: { name: 'Máy khác' }, savedAt: '' };
  const left = await sendLeftCopies('mine', ({ form }) => ({
    load: form === 'round' ? async () => elsewhere : nothing,
    save,
  }));
  expect(left).toEqual([
    { form: 'round', about: null },
    { form: 'audit', about: 's1' },
  ]);
  expect(save).toHaveBeenCalledTimes(1);
  expect(localKeysOf('mine')).toHaveLength(2);
});

it('knows what the server has already, and forgets what is a week old', async () => {
  keepLocally('mine:round:', copy('Một'));
  keepLocally('mine:audit:', copy('Cũ', { at: Date.now() - 8 * 86_400_000 }));
  const save = vi.fn();
  const kept = { draftId: 'd', version: 1, content: { name: 'Một' }, savedAt: '' };
  expect(await sendLeftCopies('mine', () => ({ load: async () => kept, save }))).toEqual([]);
  expect([save.mock.calls, localKeysOf('mine')]).toEqual([[], []]);
});

it('of several windows at one form sends the newest, and names the form for the others', async () => {
  keepLocally('mine:report:r1@a', copy('Cũ hơn', { at: Date.now() - 60_000 }));
  keepLocally('mine:report:r1@b', copy('Mới nhất'));
  const server = { kept: null as KeptDraft | null };
  const left = await sendLeftCopies('mine', () => ({
    load: async () => server.kept,
    save: async (_, draft) => {
      server.kept = { ...draft, version: 1, savedAt: '' };
      return { version: 1, savedAt: '' };
    },
  }));
  expect(server.kept).toMatchObject({ content: { name: 'Mới nhất' } });
  expect(left).toEqual([{ form: 'report', about: 'r1' }]);
  expect(localKeysOf('mine')).toEqual(['mine:report:r1@a']);
});

it('what anybody left a week ago, or nobody can read, is cleared off the computer', () => {
  const weekOld = { at: Date.now() - 7 * 86_400_000 };
  keepLocally('other:round:@a', copy('Của người khác', weekOld));
  keepLocally('other:round:@b', copy('Hôm qua', { at: Date.now() - 86_400_000 }));
  localStorage.setItem('kycuong.draft:other:audit:s1', '{"draftId"');
  localStorage.setItem('kycuong.scheme', 'dark');
  dropOldCopies();
  expect(Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at))).toEqual([
    'kycuong.draft:other:round:@b',
    'kycuong.scheme',
  ]);
});

it('brings no words of a form without a draft to the server, keeps them and names them', async () => {
  keepLocally('mine:words:/visits/1:close@a', copy('Ghi chú', { title: 'Kết thúc' }));
  const save = vi.fn();
  const left = await sendLeftCopies('mine', () => ({ load: nothing, save }));
  expect(left).toEqual([{ form: 'words', about: 'Kết thúc' }]);
  expect(save).not.toHaveBeenCalled();
  expect(localKeysOf('mine')).toHaveLength(1);
});

it('takes no copy from a day to come, nor one that is deeper than any form', () => {
  keepLocally('mine:round:', copy('Một', { at: Date.now() + 30 * 86_400_000 }));
  keepLocally('mine:audit:', copy('Hai', { at: 1e300 }));
  const deep = JSON.parse(`${'['.repeat(15_000)}${']'.repeat(15_000)}`);
  keepLocally('mine:review:', copy('Ba', { content: { deep } }));
  dropOldCopies();
  expect(localStorage.length).toBe(0);
});
