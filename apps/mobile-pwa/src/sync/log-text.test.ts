import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { liveQuery } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { troubleNow } from '../shell/save-trouble.ts';
import { rawRows } from '../testing/raw-rows.ts';
import { openTablet, type Tablet } from '../testing/tablet.ts';
import { fact, setFact } from './facts.ts';
import { logCommand } from './log-command.ts';
import { logSealedTexts, logText, logTexts } from './log-text.ts';
import { readStatus, readTotals } from './status.ts';
import { openStore } from './store.ts';
import { type Seen, TextSession } from './text-session.ts';

let tablet: Tablet;
beforeEach(() => {
  tablet = openTablet();
});
afterEach(() => tablet.store.delete());

const nothing: Seen = { value: null, base: null };
const sentence = 'Bộ phận Một cửa có ba quầy,\nquầy số hai không có người trực từ 8 giờ.';

function open(seen = nothing, itemCode = 'M01', store = tablet.store) {
  const { visitId } = tablet;
  return new TextSession(() => ({ ...tablet.hand(), store }), { visitId, itemCode, part: 'note' }, seen);
}

/** Types key by key, each a second after the one before. */
async function typed(text: string, seen = nothing, itemCode = 'M01'): Promise<TextSession> {
  const session = open(seen, itemCode);
  for (let length = 1; length <= text.length; length += 1) {
    tablet.pass(1_000);
    session.type(text.slice(0, length));
  }
  return session;
}

/** The same device after a kill: another page, which has the key again. */
function reopened() {
  const store = openStore(tablet.store.name);
  store.vault.open(tablet.store.vault.held() ?? expect.fail('locked'));
  return store;
}

const notes = async () =>
  (await tablet.store.commands.toArray()).map(({ payload }) => 'note' in payload && payload.note);

describe('what is typed', () => {
  it('is on the device at each key, waits, and is no command before the field is left', async () => {
    const { store, visitId } = tablet;
    await typed('Mộ');
    await expect
      .poll(async () => (await store.texts.toArray()).map(({ payload }) => payload.note))
      .toEqual(['Mộ']);
    expect(await store.commands.count()).toBe(0);
    const { records, allReceived, byVisit } = await readStatus(store);
    expect([records.waiting, records.held, allReceived, byVisit.get(visitId)?.records.waiting]).toEqual([
      1,
      0,
      false,
      1,
    ]);
  });

  it('is one command with every space and line break, as of its last key', async () => {
    await setFact(tablet.store, 'serverOffsetMs', 5_000);
    const session = await typed(`  ${sentence} `);
    const lastKey = new Date(tablet.now()).toISOString();
    await setFact(tablet.store, 'serverOffsetMs', -9_000);
    tablet.pass(3_600_000);
    const logged = await session.leave();
    expect(logged).toMatchObject({
      command: { writtenAt: lastKey, serverOffsetMs: 5_000, payload: { note: sentence } },
    });
    expect([await notes(), await tablet.store.texts.count()]).toEqual([[sentence], 0]);
    expect(await session.leave()).toBe('gone');
  });

  it('builds on what was seen at its first key, not on what came meanwhile', async () => {
    const seen = await logCommand(tablet.hand(), tablet.answer('M01', 'một'));
    const session = await typed('một hai', { value: 'một', base: seen.id });
    const meanwhile = await logCommand(tablet.hand(), tablet.answer('M01', 'nơi khác'));
    const logged = await session.leave();
    expect(logged).toMatchObject({ command: { base: seen.id, seq: 3 }, before: 'nơi khác' });
    expect(typeof logged === 'object' && logged.command.clock > meanwhile.clock).toBe(true);
  });

  it('is nothing where it says what stands, and leaves no row', async () => {
    const seen = await logCommand(tablet.hand(), tablet.answer('M01', 'một'));
    const session = await typed('một', { value: 'một', base: seen.id });
    expect(await session.leave()).toBe('gone');
    const colleague = await typed('hai', { value: 'một', base: seen.id });
    await logCommand(tablet.hand(), tablet.answer('M01', 'hai'));
    expect(await colleague.leave()).toBe('same');
    expect([await notes(), await tablet.store.texts.count()]).toEqual([['một', 'hai'], 0]);
  });

  it('clears what stood there when it is emptied', async () => {
    const seen = await logCommand(tablet.hand(), tablet.answer('M01', 'một'));
    const session = open({ value: 'một', base: seen.id });
    session.type(' \n');
    expect(await session.leave()).toMatchObject({ command: { payload: { note: null } }, before: 'một' });
  });

  it('is nothing where nothing of it can be seen', async () => {
    for (const [index, unseen] of ['\u200b', '\u2800', ' \u2066\u2069'].entries()) {
      expect(await (await typed(unseen, nothing, `M0${index + 1}`)).leave()).toBe('gone');
      expect([await notes(), await tablet.store.texts.count()]).toEqual([[], 0]);
    }
  });

  it('is sealed like a command, and shows nothing but that it waits', async () => {
    await typed(sentence);
    await expect.poll(() => tablet.store.texts.count()).toBe(1);
    const [row = {}] = (await rawRows(tablet.store)).get('texts') ?? [];
    expect(Object.keys(row).toSorted()).toEqual(
      ['author', 'clock', 'held', 'id', 'sealed', 'sealedUnder', 'visitId'].toSorted(),
    );
  });
});

describe('what stood before', () => {
  it('is what stood when it was logged: a text that was gone on with at once takes back one text', async () => {
    const first = await (await typed('một')).leave();
    const second = await (await typed('một hai')).leave();
    expect([first, second]).toMatchObject([{ before: null }, { before: 'một' }]);
  });

  it("are a colleague's words where a text waited meanwhile", async () => {
    const before = await typed('dấu MẬT');
    expect(await before.leave()).toBe('held');
    await logCommand(tablet.hand(), tablet.answer('M01', 'lời đồng nghiệp'));
    expect(await before.askAbout(async () => true)).toMatchObject({ before: 'lời đồng nghiệp' });
    const again = open({ ...before.unfinished, value: undefined });
    again.type('dấu');
    expect(await again.leave()).toMatchObject({ before: 'dấu MẬT' });
  });
});

describe('a first key', () => {
  it("is the browser's in its own event, and dated by the server all the same", async () => {
    await setFact(tablet.store, 'serverOffsetMs', 5_000);
    const session = open();
    session.type('M');
    // Whatever asks for the table next comes after what was handed over.
    expect(await tablet.store.texts.count()).toBe(1);
    expect(await session.leave()).toMatchObject({
      command: { serverOffsetMs: 5_000, payload: { note: 'M' } },
    });
  });

  it('is kept and logged where what it is dated by cannot be read', async () => {
    const { store } = tablet;
    const fail = () => {
      throw new Error('unreadable');
    };
    await setFact(store, 'serverOffsetMs', 5_000);
    store.meta.hook('reading', fail);
    const session = open();
    session.type('Mộ');
    expect(await store.texts.count()).toBe(1);
    await store.texts.toArray();
    store.meta.hook('reading').unsubscribe(fail);
    session.type('Một');
    expect(await session.leave()).toMatchObject({ command: { payload: { note: 'Một' } } });
    expect(troubleNow()).toBe(null);
  });
});

describe('a kill', () => {
  it.each([1, 5, sentence.length])('after %i keys leaves one command for the next start', async (keys) => {
    const text = sentence.slice(0, keys);
    await typed(text);
    const lastKey = new Date(tablet.now()).toISOString();
    tablet.pass(86_400_000);
    const next = reopened();
    await next.texts.toArray();
    await logTexts(next, { visitId: null });
    await logTexts(next, { visitId: null });
    const logged = await next.commands.toArray();
    next.close();
    expect(logged).toHaveLength(1);
    expect(logged[0]).toMatchObject({ writtenAt: lastKey, base: null, payload: { note: text.trim() } });
  });

  it('between taking the text away and logging it leaves the text', async () => {
    const session = await typed('một');
    const add = tablet.store.commands.hook('creating', () => {
      throw new Error('killed');
    });
    await expect(session.leave()).rejects.toThrow();
    expect([await tablet.store.texts.count(), await tablet.store.commands.count()]).toEqual([1, 0]);
    tablet.store.commands.hook('creating').unsubscribe(() => add);
  });
});

describe('two tabs', () => {
  it('make one command of one text', async () => {
    await typed('một hai');
    await expect.poll(() => tablet.store.texts.count()).toBe(1);
    const other = reopened();
    await Promise.all([
      logTexts(tablet.store, { visitId: null }),
      logTexts(other, { visitId: null }),
      logTexts(other, { visitId: null }),
    ]);
    other.close();
    expect([await notes(), await tablet.store.texts.count()]).toEqual([['một hai'], 0]);
  });

  it('lose nothing where one logs what the other is still typing', async () => {
    const session = await typed('một');
    await expect.poll(() => tablet.store.texts.count()).toBe(1);
    const other = reopened();
    await logTexts(other, { visitId: null });
    other.close();
    session.type('một hai');
    const logged = await session.leave();
    const [first] = await tablet.store.commands.orderBy('[visitId+seq]').toArray();
    expect(logged).toMatchObject({
      command: { base: first?.id, payload: { note: 'một hai' } },
      before: 'một',
    });
    expect(await notes()).toHaveLength(2);
  });

  it.each(['', ' ngay'])(
    'lose no going back to what stood%s, where one logged what was left again',
    async (more) => {
      const seen = await logCommand(tablet.hand(), tablet.answer('M01', 'cũ'));
      const session = await typed('cũ sa', { value: 'cũ', base: seen.id });
      await expect.poll(() => tablet.store.texts.count()).toBe(1);
      const other = reopened();
      await logTexts(other, { visitId: null });
      other.close();
      session.type(`cũ sa${more}`);
      session.type('cũ');
      const [, first] = await tablet.store.commands.orderBy('[visitId+seq]').toArray();
      expect(await session.leave()).toMatchObject({
        command: { base: first?.id, payload: { note: 'cũ' } },
        before: 'cũ sa',
      });
      expect(await session.leave()).toBe('same');
      expect([(await notes()).toSorted(), await tablet.store.texts.count()]).toEqual([
        ['cũ', 'cũ', 'cũ sa'],
        0,
      ]);
    },
  );

  it('say nothing anew where one logged all that the other had typed', async () => {
    const session = await typed('một');
    await expect.poll(() => tablet.store.texts.count()).toBe(1);
    const other = reopened();
    await logTexts(other, { visitId: null });
    other.close();
    await logCommand(tablet.hand(), tablet.answer('M01', 'hai'));
    expect(await session.leave()).toBe('gone');
    expect((await notes()).toSorted()).toEqual(['hai', 'một']);
  });

  it('keep two texts of one item, each its own', async () => {
    const other = reopened();
    const here = await typed('ở đây');
    const there = open(nothing, 'M01', other);
    there.type('ở kia');
    await Promise.all([here.leave(), there.leave()]);
    other.close();
    expect((await notes()).toSorted()).toEqual(['ở kia', 'ở đây'].toSorted());
  });
});

describe('a text with a marking of secrecy', () => {
  const marked = 'Kho lưu trữ để lẫn hồ sơ có dấu MẬT.';

  it('is kept at once, counted, and never logged before the person was asked', async () => {
    const session = await typed(marked);
    expect(await session.leave()).toBe('held');
    await logTexts(tablet.store, { visitId: null });
    expect(await tablet.store.commands.count()).toBe(0);
    const { records, allReceived } = await readTotals(tablet.store);
    expect([records.waiting, records.held, allReceived]).toEqual([1, 1, false]);
    await logTexts(tablet.store, { visitId: tablet.visitId, ask: async () => false });
    expect(await tablet.store.commands.count()).toBe(0);
    await logTexts(tablet.store, { visitId: tablet.visitId, ask: async () => true });
    const [logged] = await tablet.store.commands.toArray();
    expect(logged?.payload).toMatchObject({ note: marked, declaredNotSecret: true });
    expect(await tablet.store.texts.count()).toBe(0);
  });

  it('is asked about once the field is left, and stays where that is taken back', async () => {
    const session = await typed(marked);
    await session.leave();
    expect(await session.askAbout(async () => false)).toBe('held');
    expect(await session.askAbout(async () => true)).toMatchObject({
      command: { payload: { declaredNotSecret: true } },
    });
  });

  it('is taken up again where it stands, under the same name', async () => {
    const before = await typed(marked);
    await before.leave();
    const [kept] = await tablet.store.texts.toArray();
    const again = open({ value: undefined, base: null, id: kept?.id ?? '' });
    again.type('Kho lưu trữ để lẫn hồ sơ.');
    expect(await again.leave()).toMatchObject({ command: { id: kept?.id } });
    expect(await tablet.store.texts.count()).toBe(0);
  });
});

/** Leaves the key with the test alone. */
function lock(): () => void {
  const { vault } = tablet.store;
  const held = vault.held() ?? expect.fail('locked');
  const key = { ...held, key: held.key.slice() };
  vault.close();
  return () => vault.open(key);
}

const everybodys = { account: null, visitId: null };

describe('a locked tablet', () => {
  it('counts what was typed, and lays it into the log as it lies', async () => {
    const { store, visitId, author } = tablet;
    await logCommand(tablet.hand(), tablet.answer('M02'));
    await typed(sentence);
    await expect
      .poll(async () => (await store.texts.toArray()).map(({ payload }) => payload.note))
      .toEqual([sentence]);
    const [text] = await store.texts.toArray();
    const held = store.vault.held() ?? expect.fail('locked');
    const key = { ...held, key: held.key.slice() };
    store.vault.close();
    expect((await readTotals(store)).records.waiting).toBe(2);
    await logSealedTexts(store, { account: uuidV7(), visitId: null });
    expect(await store.texts.count()).toBe(1);
    await logSealedTexts(store, { account: author, visitId });
    await logSealedTexts(store, { account: null, visitId: null });
    store.vault.open(key);
    const logged = await store.commands.where('[visitId+seq]').equals([visitId, 2]).first();
    expect(logged).toEqual({ ...(text && { ...text, held: undefined }), seq: 2, held: undefined });
    expect((await logCommand(tablet.hand(), tablet.answer('M01', 'tiếp'))).seq).toBe(3);
  });

  it('makes nothing of what waits for its author', async () => {
    const session = await typed('dấu MẬT');
    await session.leave();
    tablet.store.vault.close();
    await logSealedTexts(tablet.store, { account: null, visitId: null });
    expect([await tablet.store.texts.count(), await tablet.store.commands.count()]).toEqual([1, 0]);
  });
});

describe('what is laid into the log as it lies', () => {
  it('is of the visit that is meant, and stays a text at any other', async () => {
    await typed(sentence);
    await expect.poll(() => tablet.store.texts.count()).toBe(1);
    lock();
    await logSealedTexts(tablet.store, { account: null, visitId: uuidV7() });
    expect([await tablet.store.texts.count(), await tablet.store.commands.count()]).toEqual([1, 0]);
  });

  it('is nothing of whoever is at work: that is logged by the usual way', async () => {
    await typed(sentence);
    await expect.poll(() => tablet.store.texts.count()).toBe(1);
    await logSealedTexts(tablet.store, everybodys);
    expect([await tablet.store.texts.count(), await tablet.store.commands.count()]).toEqual([1, 0]);
  });

  it('is no second time what another tab made a command of while it was typed on', async () => {
    const { store } = tablet;
    const session = await typed('một');
    await expect.poll(() => store.texts.count()).toBe(1);
    await logTexts(store, { visitId: null });
    session.type('một hai');
    await expect.poll(() => store.texts.count()).toBe(1);
    await typed('ba', nothing, 'M02');
    await expect.poll(() => store.texts.count()).toBe(2);
    const unlock = lock();
    await logSealedTexts(store, everybodys);
    unlock();
    expect((await notes()).toSorted()).toEqual(['ba', 'một']);
    expect((await store.texts.toArray()).map(({ payload }) => payload.note)).toEqual(['một hai']);
  });

  it('moves the clock on to its own, and never back', async () => {
    const { store } = tablet;
    await typed(sentence);
    await expect.poll(() => store.texts.count()).toBe(1);
    const [text] = await store.texts.toArray();
    lock()();
    expect(await fact(store, 'clock')).toBeUndefined();
    let unlock = lock();
    await logSealedTexts(store, everybodys);
    unlock();
    expect(await fact(store, 'clock')).toBe(text?.clock);
    await typed('hai', nothing, 'M02');
    await expect.poll(() => store.texts.count()).toBe(1);
    tablet.pass(1_000);
    const { clock } = await logCommand(tablet.hand(), tablet.answer('M03'));
    unlock = lock();
    await logSealedTexts(store, everybodys);
    unlock();
    expect([await store.texts.count(), await fact(store, 'clock')]).toEqual([0, clock]);
  });
});

describe('a text among what else is written', () => {
  it('is told to the screens when it comes, goes or is to wait, and not at each key', async () => {
    const seen: string[] = [];
    const { store } = tablet;
    let asked = 0;
    const read = async () => {
      asked += 1;
      return `${await store.texts.count()} ${await store.texts.where('held').equals(1).count()}`;
    };
    const screens = liveQuery(read).subscribe((counts) => seen.push(counts));
    await expect.poll(() => seen).toEqual(['0 0']);
    const session = await typed('dấu của quầy số hai');
    await expect.poll(() => seen.at(-1)).toBe('1 0');
    for (let more = 1; more <= 20; more += 1) {
      session.type(`dấu của quầy số hai ${more}`);
      await expect
        .poll(async () => (await store.texts.toArray()).map(({ payload }) => payload.note))
        .toEqual([`dấu của quầy số hai ${more}`]);
    }
    for (const [value, counts] of [
      ['dấu MẬT', '1 1'],
      ['dấu', '1 0'],
      ['', '0 0'],
      ['d', '1 0'],
    ] as const) {
      session.type(value);
      await expect.poll(() => seen.at(-1)).toBe(counts);
    }
    // One for each change of the counts, whatever number of keys made it.
    expect(asked).toBeLessThan(12);
    screens.unsubscribe();
  });

  it('that bears a marking waits for its author from that key on, before the field is left', async () => {
    await typed('dấu MẬT');
    await expect.poll(async () => (await readTotals(tablet.store)).records.held).toBe(1);
  });

  it('is dated by the server where the field is left in the very event of its only key', async () => {
    await setFact(tablet.store, 'serverOffsetMs', 5_000);
    const session = open();
    session.type('M');
    expect(await session.leave()).toMatchObject({ command: { serverOffsetMs: 5_000 } });
  });

  it('is after what was written while it was typed', async () => {
    const { store } = tablet;
    const session = await typed('một');
    const ahead = { ...tablet.hand(), nowMs: tablet.now() + 3_600_000 };
    const { clock } = await logCommand(ahead, tablet.answer('M02'));
    await expect
      .poll(async () => {
        session.type(`một ${await store.texts.count()}`);
        const [text] = await store.texts.toArray();
        return text !== undefined && text.clock > clock;
      })
      .toBe(true);
  });
});

it('a text that is too long stays, and is logged once it is shortened', async () => {
  const session = await typed('a');
  session.type('a'.repeat(4001));
  expect(await session.leave()).toBe('held');
  await logTexts(tablet.store, { visitId: null });
  const [kept] = await tablet.store.texts.toArray();
  expect(await logText(tablet.store, kept?.id ?? '', true)).toBe('held');
  expect((await readTotals(tablet.store)).records.held).toBe(1);
  session.type('a'.repeat(4000));
  expect(await session.leave()).toMatchObject({ command: { payload: { note: 'a'.repeat(4000) } } });
});
