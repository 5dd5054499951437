import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { DraftKeeper, type SaveFailure } from './draft-keeper.ts';
import type { DraftContent, KeptDraft } from './draft-source.ts';
import { copiesAt } from './local-copy.ts';
import { openCopies } from './open-copies.ts';
import type { Saving } from './saving.ts';
import { startingDraft } from './starting-draft.ts';
import { Shelf } from './testing/shelf.ts';

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('localStorage', new Shelf());
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const place = 'person:round:';
/** What lies on the computer of the form. */
const left = () => copiesAt(place).map(({ copy }) => copy.content);

/** A server that keeps one draft, takes a save over the version gone on from alone, and a command once. */
function openServer() {
  let kept: KeptDraft | null = null;
  const taken = new Map<string, { version: number; savedAt: string }>();
  return {
    kept: () => kept,
    saves: () => taken.size,
    /** undefined: reached; `before`: never arrives; `after`: arrives, and its answer is lost. */
    lost: undefined as 'before' | 'after' | undefined,
    async save(
      id: string,
      { draftId, version, content }: { draftId: string; version: number; content: DraftContent },
    ) {
      if (this.lost === 'before') throw new Error('later');
      const known = taken.get(id);
      if (known) return known;
      const isOver = version === 0 ? kept === null : kept?.draftId === draftId && kept.version === version;
      if (!isOver) throw new Error('newer');
      const answer = { version: version + 1, savedAt: '2026-11-30T03:32:00Z' };
      kept = { draftId, content: structuredClone(content), ...answer };
      taken.set(id, answer);
      if (this.lost === 'after') throw new Error('later');
      return answer;
    },
    discard: async () => {
      kept = null;
    },
  };
}
type Server = ReturnType<typeof openServer>;

/** Another window, or this one loaded anew. */
function openPage(server: Server) {
  const { key, own, others } = openCopies(place, server.kept(), uuidV7());
  const start = startingDraft(server.kept(), own);
  const page = {
    form: { name: '', ...start.content } as { name: string },
    saving: undefined as Saving | undefined,
    theirs: start.theirs as KeptDraft | 'gone' | null,
    others,
  };
  const keeper = new DraftKeeper({
    source: {
      key,
      kept: server.kept(),
      save: (id, draft) => server.save(id, draft),
      load: async () => server.kept(),
      discard: () => server.discard(),
      show: () => undefined,
    },
    start,
    read: () => page.form,
    failureOf: (error): SaveFailure => {
      if (error instanceof DomainError) return { reason: error.key };
      return error instanceof Error && error.message === 'newer' ? 'newer' : 'later';
    },
    onSaving: (saving) => {
      page.saving = saving;
    },
    onTheirs: (theirs) => {
      page.theirs = theirs;
    },
  });
  const type = (text: string) => {
    for (const letter of text) {
      page.form = { name: page.form.name + letter };
      keeper.changed();
    }
  };
  keeper.come();
  return { page, keeper, type };
}
const rest = (ms = 1300) => vi.advanceTimersByTimeAsync(ms);

it('saves once when typing rests, with every space, and leaves nothing on the computer', async () => {
  const server = openServer();
  const { page, type } = openPage(server);
  type('Một ');
  expect(left()).toEqual([{ name: 'Một ' }]);
  await rest();
  expect([server.kept()?.content, server.saves(), page.saving?.kind]).toEqual([{ name: 'Một ' }, 1, 'saved']);
  expect([page.form.name, left()]).toEqual(['Một ', []]);
  type('hai');
  await rest();
  expect(server.kept()).toMatchObject({ version: 2, content: { name: 'Một hai' } });
});

it('says of what is too long to be a draft that it is, sends nothing of it, and saves it once it is shorter', async () => {
  const server = openServer();
  const { page, keeper, type } = openPage(server);
  const long = 'ờ'.repeat(399_990);
  page.form = { name: long };
  keeper.changed();
  await rest();
  const tooLarge = { kind: 'failed', reason: 'draft.too-large' };
  expect([server.saves(), page.saving, left()]).toEqual([0, tooLarge, [{ name: long }]]);
  await rest(60_000);
  expect([server.saves(), page.saving]).toEqual([0, tooLarge]);
  page.form = { name: '' };
  type('Một');
  await rest();
  expect([server.kept()?.content, page.saving?.kind, left()]).toEqual([{ name: 'Một' }, 'saved', []]);
});

it('saves whoever never rests within five seconds', async () => {
  const server = openServer();
  const { type } = openPage(server);
  for (let second = 0; second < 6; second += 1) {
    type('x');
    await rest(1000);
  }
  expect(server.kept()?.content).toMatchObject({ name: expect.stringMatching(/^x{5,6}$/) });
});

it('a field that redraws itself saves nothing', async () => {
  const server = openServer();
  const { keeper } = openPage(server);
  keeper.changed();
  await rest();
  expect(server.saves()).toBe(0);
});

it('after a reload within a second goes on from the last key', async () => {
  const server = openServer();
  openPage(server).type('Một hai');
  vi.clearAllTimers();
  const { page } = openPage(server);
  expect(page.form.name).toBe('Một hai');
  await rest();
  expect(server.kept()?.content).toEqual({ name: 'Một hai' });
});

it.each(['before', 'after'] as const)(
  'a save lost %s it arrived is made once, and typing goes on',
  async (lost) => {
    const server = openServer();
    const { page, type } = openPage(server);
    server.lost = lost;
    type('Một');
    await rest();
    expect(page.saving).toEqual({ kind: 'failed', reason: null });
    type(' hai');
    server.lost = undefined;
    await rest(12_000);
    expect([page.theirs, server.kept()?.content, server.kept()?.version]).toEqual([
      null,
      { name: 'Một hai' },
      2,
    ]);
  },
);

it('a page that goes before its save is answered does not meet itself as another', async () => {
  const server = openServer();
  const first = openPage(server);
  server.lost = 'after';
  first.type('Một');
  await rest();
  server.lost = undefined;
  first.type(' hai');
  vi.clearAllTimers();
  const { page } = openPage(server);
  await rest();
  expect([page.theirs, server.kept()?.content]).toEqual([null, { name: 'Một hai' }]);
});

it('of two windows the second is told; nothing is written over until it chooses', async () => {
  const server = openServer();
  const first = openPage(server);
  const second = openPage(server);
  first.type('Thứ nhất');
  await rest();
  second.type('Thứ hai');
  await rest();
  expect(second.page).toMatchObject({
    theirs: { content: { name: 'Thứ nhất' } },
    saving: { kind: 'asking' },
  });
  second.type('!');
  await rest(20_000);
  expect(server.kept()?.content).toEqual({ name: 'Thứ nhất' });
  if (second.page.theirs) await second.keeper.keepMine(second.page.theirs);
  expect(server.kept()?.content).toEqual({ name: 'Thứ hai!' });
  first.type('?');
  await rest();
  expect(first.page).toMatchObject({
    form: { name: 'Thứ nhất?' },
    theirs: { content: { name: 'Thứ hai!' } },
  });
});

it('of two windows without a network neither lays its text over the other’s; the next one begins with the newest and is shown the rest', async () => {
  const server = openServer();
  const [first, second] = [openPage(server), openPage(server)];
  server.lost = 'before';
  first.type('Thứ nhất');
  await rest();
  second.type('Thứ hai');
  await rest();
  first.type(' còn nữa');
  await rest();
  vi.clearAllTimers();
  server.lost = undefined;
  const { page } = openPage(server);
  const texts = [page.form.name, ...page.others.map(({ copy }) => copy.content.name)];
  expect(texts).toEqual(['Thứ nhất còn nữa', 'Thứ hai']);
  await rest();
  expect(server.kept()?.content).toEqual({ name: 'Thứ nhất còn nữa' });
  // Whoever did not choose finds both the next time too.
  expect(openPage(server).page).toMatchObject({
    form: { name: 'Thứ hai' },
    theirs: { content: { name: 'Thứ nhất còn nữa' } },
  });
});

it('what was sent or thrown away elsewhere is told, not begun again in silence', async () => {
  const server = openServer();
  const { page, type } = openPage(server);
  type('Một');
  await rest();
  await server.discard();
  type(' hai');
  await rest();
  expect([page.theirs, server.kept()]).toEqual(['gone', null]);
});

it('while the form itself is sent nothing is saved; after a refusal saving goes on, after success nothing', async () => {
  const server = openServer();
  const { keeper, type } = openPage(server);
  type('Một');
  await keeper.during(async () => {
    await rest();
    return false;
  });
  await rest();
  expect(server.saves()).toBe(1);
  type(' hai');
  await keeper.during(async () => true);
  keeper.leave();
  await rest(20_000);
  expect([server.saves(), left()]).toEqual([1, []]);
});

it('a draft that is thrown away stays so', async () => {
  const server = openServer();
  const { page, keeper, type } = openPage(server);
  type('Một');
  await rest();
  await keeper.discard(() => {
    page.form = { name: '' };
  });
  keeper.changed();
  await rest(20_000);
  expect([server.kept(), left(), page.saving]).toEqual([null, [], { kind: 'new' }]);
  type('Mới');
  await rest();
  expect(server.kept()).toMatchObject({ version: 1, content: { name: 'Mới' } });
});

it('keys typed while the form is sent and refused are kept like any other', async () => {
  const server = openServer();
  const { keeper, type } = openPage(server);
  type('Một');
  await rest();
  await keeper.during(async () => {
    type(' hai');
    return false;
  });
  expect(left()).toEqual([{ name: 'Một hai' }]);
  await rest();
  expect(server.kept()?.content).toEqual({ name: 'Một hai' });
  await expect(
    keeper.during(async () => {
      type(' ba');
      throw new Error('lost');
    }),
  ).rejects.toThrow('lost');
  await rest();
  expect(server.kept()?.content).toEqual({ name: 'Một hai ba' });
});

it('a draft that could not be thrown away is kept on with', async () => {
  const server = openServer();
  const { page, keeper, type } = openPage(server);
  type('Một');
  await rest();
  server.discard = async () => {
    type(' hai');
    throw new Error('later');
  };
  await expect(keeper.discard(() => undefined)).rejects.toThrow('later');
  expect(left()).toEqual([{ name: 'Một hai' }]);
  type(' ba');
  await rest();
  expect([server.kept()?.content, page.saving?.kind]).toEqual([{ name: 'Một hai ba' }, 'saved']);
});

it('after a sign-out nothing is written on the computer again, whatever comes late', async () => {
  const server = openServer();
  const { keeper, type } = openPage(server);
  type('Một');
  server.save = async () => {
    keeper.letGo();
    throw new Error('later');
  };
  await keeper.save();
  type(' hai');
  await keeper.save();
  keeper.leave();
  await rest(20_000);
  expect(left()).toEqual([]);
});

it('whoever signs in again over the page has kept what stands there', async () => {
  const server = openServer();
  const { keeper, type } = openPage(server);
  server.lost = 'before';
  type('Một');
  await rest();
  keeper.letGo();
  type(' hai');
  server.lost = undefined;
  await keeper.goOn();
  await rest();
  expect([server.kept()?.content, left()]).toEqual([{ name: 'Một hai' }, []]);
});

it('whoever signs in again while two texts wait for a choice has both again', async () => {
  const server = openServer();
  const [first, second] = [openPage(server), openPage(server)];
  first.type('Thứ nhất');
  await rest();
  second.type('Thứ hai');
  await rest();
  second.keeper.letGo();
  await second.keeper.goOn();
  expect(left()).toMatchObject([{ name: 'Thứ hai' }]);
});
