import { liveQuery } from 'dexie';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { emptyDossier } from '../dossier/dossier-draft.ts';
import { troubleNow } from '../shell/save-trouble.ts';
import { openTablet, type Tablet } from '../testing/tablet.ts';
import { type DraftKey, keepDraft } from './keep-draft.ts';
import { Keeper } from './keeper.ts';

let tablet: Tablet;
let turn = 0;
beforeEach(async () => {
  tablet = openTablet();
  // As the app's own is, before anything can be typed.
  await tablet.store.open();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await tablet.store.delete();
});

const key = 'finding x y';
const keeper = () => new Keeper<DraftKey>((now, durability) => keepDraft(tablet.store, now, durability));

/** As of a key, on a device whose clock goes backwards all the while. */
function typed(value: unknown, start: unknown = '', form = key): DraftKey {
  turn += 1;
  const savedAt = new Date(tablet.now() - turn * 1_000).toISOString();
  return { draft: { account: tablet.author, key: form, value, savedAt }, turn, start };
}

const kept = async () => (await tablet.store.drafts.get([tablet.author, key]))?.value;

it('a form has its last key, however fast they come and whatever the clock says', async () => {
  const form = keeper();
  for (let length = 1; length <= 40; length += 1) form.keep(typed('a'.repeat(length)));
  expect(await kept()).toBe('a'.repeat(40));
  form.keep(typed(''));
  expect(await kept()).toBeUndefined();
});

it('a form of several fields that is emptied again is none, though each key makes a new one of it', async () => {
  const form = keeper();
  const start = { ...emptyDossier, visitId: tablet.visitId };
  form.keep(typed({ ...start, code: 'H', stopped: [{ from: '', until: '', form: '02' }] }, start));
  expect(await kept()).toMatchObject({ code: 'H' });
  form.keep(typed({ ...start, code: '', stopped: [] }, start));
  expect(await kept()).toBeUndefined();
});

it('what was dropped is not kept after that', async () => {
  const form = keeper();
  form.keep(typed('một'));
  form.keep(typed('một hai'));
  form.stop();
  await tablet.store.drafts.delete([tablet.author, key]);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await kept()).toBeUndefined();
});

it('a full disk is tried again by itself, and lays no older text over a newer one', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const real = IDBObjectStore.prototype.put;
  const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
    this: IDBObjectStore,
    ...given
  ) {
    if (this.name === 'drafts') throw new DOMException('full', 'QuotaExceededError');
    return real.apply(this, given);
  });
  const left = keeper();
  left.keep(typed('một'));
  await vi.advanceTimersByTimeAsync(100);
  expect(await kept()).toBeUndefined();
  full.mockRestore();
  const again = keeper();
  again.keep(typed('một hai'));
  await vi.advanceTimersByTimeAsync(6_000);
  vi.useRealTimers();
  expect(await kept()).toBe('một hai');
  const alone = keeper();
  alone.keep(typed('ba'));
  expect(await kept()).toBe('ba');
});

it('a tablet that is locked in between has what was handed over before, and is not called full for the rest', async () => {
  const form = keeper();
  form.keep(typed('một'));
  form.keep(typed('một hai'));
  const held = tablet.store.vault.held() ?? expect.fail('locked');
  const open = { ...held, key: held.key.slice() };
  tablet.store.vault.close();
  await new Promise((resolve) => setTimeout(resolve, 50));
  tablet.store.vault.open(open);
  expect(await kept()).toBe('một hai');
  expect(troubleNow()).toBeNull();
});

it('a full disk that has room again takes the form as it is, without a further key', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  // As a browser says it that looks for room only at the end.
  const full = vi.spyOn(IDBTransaction.prototype, 'commit').mockImplementation(function (
    this: IDBTransaction,
  ) {
    this.abort();
  });
  const form = keeper();
  form.keep(typed('một'));
  await vi.advanceTimersByTimeAsync(100);
  expect(troubleNow()).not.toBeNull();
  full.mockRestore();
  await vi.advanceTimersByTimeAsync(6_000);
  vi.useRealTimers();
  expect([await kept(), troubleNow()]).toEqual(['một', null]);
});

it('a late try of one form is held up by no other form, and by none of another tablet', async () => {
  const late = typed('một');
  await keepDraft(tablet.store, typed('hai', '', 'another'), 'strict');
  const other = openTablet();
  await other.store.open();
  const { draft, ...later } = typed('ba');
  await keepDraft(other.store, { ...later, draft: { ...draft, account: other.author } }, 'strict');
  await other.store.delete();
  await keepDraft(tablet.store, late, 'strict');
  expect(await kept()).toBe('một');
  expect(await tablet.store.drafts.count()).toBe(2);
});

it('a form is told to the lists that show it', async () => {
  const seen: number[] = [];
  const lists = liveQuery(() => tablet.store.drafts.count()).subscribe((count) => seen.push(count));
  await expect.poll(() => seen).toEqual([0]);
  const form = keeper();
  form.keep(typed('một'));
  await expect.poll(() => seen.at(-1)).toBe(1);
  form.keep(typed(''));
  await expect.poll(() => seen.at(-1)).toBe(0);
  lists.unsubscribe();
});
