import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { placeOfWords, withoutLiving, wordsLeft } from './kept-words.ts';
import { keepLocally, localCopy } from './local-copy.ts';
import { Shelf } from './testing/shelf.ts';
import { WordsKeeper } from './words-keeper.ts';

beforeEach(() => vi.stubGlobal('localStorage', new Shelf()));
afterEach(() => vi.unstubAllGlobals());

const key = `${placeOfWords('lan', '/visits/1', 'close')}@here`;

/** A form about a visit with a note and rows, as it is typed into. */
function opened() {
  const values = {
    visitId: 'v1',
    eventId: 'e1',
    seen: '7',
    note: '',
    kind: '',
    rows: [{ text: 'có sẵn' }],
    file: new Blob(),
  };
  const ways = {
    title: () => 'Kết thúc kiểm tra',
    read: () => values,
    along: ['seen', 'eventId'],
    isText: (field: string) => field === 'note',
  };
  return { values, keeper: new WordsKeeper(key, ways) };
}
const beside = { seen: '7', eventId: 'e1' };
const kept = () => localCopy(key)?.content;

it('keeps what was typed, also deep in a form; not what it began with, nor a file, nor what was emptied again', () => {
  const { values, keeper } = opened();
  values.file = new Blob(['x']);
  keeper.changed();
  expect(kept()).toBeUndefined();
  values.note = 'Một lý do ';
  values.rows = [{ text: 'có sẵn, và thêm' }];
  keeper.changed();
  expect(kept()).toEqual({ note: 'Một lý do ', rows: [{ text: 'có sẵn, và thêm' }], ...beside });
  values.note = '';
  values.rows = [{ text: 'có sẵn' }];
  keeper.changed();
  expect(kept()).toBeUndefined();
});

it('keeps nothing where only what was seen changed, and quotes what was written, not what was chosen', () => {
  const { values, keeper } = opened();
  values.seen = '8';
  keeper.changed();
  expect(kept()).toBeUndefined();
  values.kind = 'expired';
  values.note = ' Hết hạn ';
  keeper.changed();
  expect(localCopy(key)).toMatchObject({
    content: { kind: 'expired', seen: '8' },
    title: 'Kết thúc kiểm tra',
    quote: 'Hết hạn',
  });
});

it('forgets what was sent or given up, and keeps what is typed after it', () => {
  const { values, keeper } = opened();
  values.note = 'Một';
  keeper.changed();
  keeper.sent();
  keeper.changed();
  expect(kept()).toBeUndefined();
  values.note = 'Một, hai';
  keeper.changed();
  expect(kept()).toEqual({ note: 'Một, hai', ...beside });
  keeper.giveUp();
  expect(kept()).toBeUndefined();
});

it('writes nothing once its person is signed out, until they are back', () => {
  const { values, keeper } = opened();
  values.note = 'Một';
  keeper.changed();
  keeper.letGo();
  values.note = 'Một, hai';
  keeper.changed();
  expect(kept()).toBeUndefined();
  keeper.goOn();
  expect(kept()).toEqual({ note: 'Một, hai', ...beside });
});

it('is at risk only where the computer keeps nothing', () => {
  const { values, keeper } = opened();
  values.note = 'Một';
  keeper.changed();
  expect(keeper.atRisk).toBe(false);
  vi.spyOn(localStorage, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  values.note = 'Một, hai';
  keeper.changed();
  expect(keeper.atRisk).toBe(true);
  values.note = '';
  keeper.changed();
  expect(keeper.atRisk).toBe(false);
});

it('goes along where the form is about something else', () => {
  const { values, keeper } = opened();
  values.note = 'Một';
  keeper.changed();
  keeper.moveTo('lan:words:/visits/1:other@here');
  expect([kept(), localCopy('lan:words:/visits/1:other@here')?.content]).toEqual([
    undefined,
    { note: 'Một', ...beside },
  ]);
});

it('is found on its page by its person alone', () => {
  const { values, keeper } = opened();
  values.note = 'Một';
  keeper.changed();
  expect(wordsLeft('lan', '/visits/1').map(({ key: found }) => found)).toEqual([key]);
  expect([...wordsLeft('lan', '/visits'), ...wordsLeft('hoa', '/visits/1')]).toEqual([]);
  keepLocally('lan:words:/visits/1/report:x@here', {
    ...{ draftId: '', version: 0, content: {}, sent: null, at: Date.now() },
  });
  expect(wordsLeft('lan', '/visits/1')).toHaveLength(2);
  expect(withoutLiving(wordsLeft('lan', '/visits/1'), new Set(['here']))).toEqual([]);
});
