import { randomBytes } from 'node:crypto';
import { formDraft } from '@kycuong/db/schema/draft.ts';
import { commandReceipt } from '@kycuong/db/schema/sync.ts';
import { trailEntry } from '@kycuong/db/schema/trail.ts';
import { largestDraftBytes, mostDraftBytes, mostDrafts } from '@kycuong/domain/draft/draft-form.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { inArray, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { perform } from '../door.ts';
import { loadBuiltIn } from '../load-built-in.ts';
import { createRound } from '../planning/create-round.ts';
import { type House, openHouse, type Persona } from '../testing/house.ts';
import { roundInput } from '../testing/rounds.ts';
import { clearDrafts } from './clear-drafts.ts';
import { discardDraft } from './discard-draft.ts';
import { getDraft } from './get-draft.ts';
import { saveDraft } from './save-draft.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await loadBuiltIn(house.ground);
});
afterAll(() => house.close());
beforeEach(async () => {
  for (const who of ['office', 'leader'] as const) await house.look(who, (tx) => tx.delete(formDraft));
});

const place = { form: 'round', about: null } as const;
const begin = (name: string, changes: object = {}) => ({
  draftId: uuidV7(),
  ...place,
  version: 0,
  content: { name },
  ...changes,
});
const kept = (who: Persona) => house.ask(who, getDraft, place);
const keptOf = (ids: string[]) =>
  house.lookAsSystem(async (tx) => ({
    entries: await tx.select().from(trailEntry).where(inArray(trailEntry.commandId, ids)),
    receipts: await tx.select().from(commandReceipt).where(inArray(commandReceipt.id, ids)),
  }));
const oneWins = async (attempts: readonly Promise<unknown>[]) => {
  const both = await Promise.allSettled(attempts);
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  return both.find(({ status }) => status === 'rejected');
};

describe('a draft', () => {
  it('is of whoever is signed in', async () => {
    const stranger = { ground: house.ground, caller: { kind: 'person', accountId: uuidV7() } } as const;
    const sent = { id: uuidV7(), payload: begin('Ai đó') };
    await expect(perform(saveDraft, stranger, sent)).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  it('is kept as typed, for nobody else to read, to write or to throw away', async () => {
    const typed = { name: 'Kiểm tra ', decisionDate: '31/02', units: [{ unitId: '', plannedOn: '' }] };
    const first = begin('', { content: typed });
    expect(await house.run('office', saveDraft, first)).toMatchObject({ version: 1 });
    expect(await kept('office')).toMatchObject({ draftId: first.draftId, version: 1, content: typed });
    for (const who of ['leader', 'leadership', 'administrator'] as const) {
      expect(await kept(who)).toBeNull();
      expect(await house.look(who, (tx) => tx.select().from(formDraft))).toEqual([]);
      const over = house.run(who, saveDraft, { ...first, version: 1, content: {} });
      await expect(over).rejects.toMatchObject({ key: 'draft.gone' });
      // Nor does it tell whether there is one, or leave an entry as if something had been thrown away.
      const [theirs, invented] = [uuidV7(), uuidV7()];
      const told = [
        await house.run(who, discardDraft, { draftId: first.draftId, version: 1 }, theirs),
        await house.run(who, discardDraft, { draftId: uuidV7(), version: 1 }, invented),
      ];
      expect(await keptOf([theirs, invented])).toEqual({ entries: [], receipts: [] });
      expect(told).toEqual([{ discarded: false }, { discarded: false }]);
      await house.look(who, (tx) => tx.update(formDraft).set({ content: {} }));
      await house.look(who, (tx) => tx.delete(formDraft));
      const forged = {
        id: uuidV7(),
        accountId: house.accountId('office'),
        form: 'audit' as const,
        version: 1,
        content: {},
        savedAt: house.ground.now(),
      };
      await expect(house.look(who, (tx) => tx.insert(formDraft).values(forged))).rejects.toMatchObject({
        cause: { code: '42501' },
      });
    }
    expect(await kept('office')).toMatchObject({ content: typed });
  });

  it('is saved over the version that was gone on from and no other, also by two at once', async () => {
    const first = begin('Một');
    await house.run('office', saveDraft, first);
    const next = { ...first, version: 1 };
    const lost = await oneWins(
      ['Hai', 'Ba'].map((name) => house.run('office', saveDraft, { ...next, content: { name } })),
    );
    expect(lost).toMatchObject({ reason: { code: 'conflict', key: 'draft.newer' } });
    const another = house.run('office', saveDraft, begin('Cửa sổ khác'));
    await expect(another).rejects.toMatchObject({ code: 'conflict', key: 'draft.newer' });
    const seen = (version: number) => ({ draftId: first.draftId, version });
    await expect(house.run('office', discardDraft, seen(1))).rejects.toMatchObject({ key: 'draft.newer' });
    await house.run('office', discardDraft, seen(2));
    const gone = house.run('office', saveDraft, { ...next, version: 2 });
    await expect(gone).rejects.toMatchObject({ key: 'draft.gone' });
  });

  it('begun in two windows at once is one, and the second is told', async () => {
    const lost = await oneWins(['Một', 'Hai'].map((name) => house.run('office', saveDraft, begin(name))));
    expect(lost).toMatchObject({ reason: { code: 'conflict', key: 'draft.newer' } });
  });

  it('leaves a trail when it is begun, which says nothing of it, and the same bytes to whoever sends it again', async () => {
    const id = uuidV7();
    const secret = begin('Kiểm tra đột xuất Xã Cổ Lễ');
    const receipt = await house.send('office', saveDraft, secret, id);
    expect(await house.send('office', saveDraft, secret, id)).toBe(receipt);
    const { entries } = await keptOf([id]);
    expect(entries).toMatchObject([{ action: 'draft.save', detail: { form: 'round' } }]);
    expect(JSON.stringify(entries)).not.toContain('Cổ Lễ');
  });

  it('saved 400 times leaves one entry and one receipt; what is there already is not saved twice', async () => {
    const first = begin('Một');
    const ids = Array.from({ length: 400 }, () => uuidV7());
    for (const [version, id] of ids.entries())
      await house.send('office', saveDraft, { ...first, version, content: { name: `Lần ${version}` } }, id);
    expect(await kept('office')).toMatchObject({ version: 400 });
    const again = { ...first, version: 399, content: { name: 'Lần 399' } };
    expect(await house.run('office', saveDraft, again, ids.at(-1))).toMatchObject({ version: 400 });
    const other = house.run('office', saveDraft, { ...again, content: { name: 'Khác' } }, ids.at(-1));
    await expect(other).rejects.toMatchObject({ key: 'draft.newer' });
    const { entries, receipts } = await keptOf(ids);
    expect([entries, receipts].map((rows) => rows.map(({ action }) => action))).toEqual([
      ['draft.save'],
      ['draft.save'],
    ]);
    // Of no other person's, and of no verb that is an act.
    const mine = { draftId: first.draftId, version: 400 };
    const theirs = house.run('leader', saveDraft, { ...again, ...mine });
    await expect(theirs).rejects.toMatchObject({ key: 'draft.gone' });
    const thrown = uuidV7();
    await house.run('office', discardDraft, mine, thrown);
    const twice = uuidV7();
    await house.run('office', discardDraft, mine, twice);
    expect(await keptOf([thrown, twice])).toMatchObject({
      entries: [{ action: 'draft.discard' }],
      receipts: [{ status: 'applied' }],
    });
  });

  it('is bounded in size, counted in the bytes that it takes on its way, and in number', async () => {
    for (const letter of ['x', 'ờ', 'ờ'.normalize('NFD'), '🏛']) {
      const bytes = Buffer.byteLength(JSON.stringify(letter)) - 2;
      const most = Math.floor((largestDraftBytes - Buffer.byteLength(JSON.stringify({ name: '' }))) / bytes);
      const larger = house.run('office', saveDraft, begin(letter.repeat(most + 1)));
      await expect(larger).rejects.toMatchObject({ key: 'draft.too-large' });
      const largest = begin(letter.repeat(most));
      await house.run('office', saveDraft, largest);
      await house.run('office', discardDraft, { draftId: largest.draftId, version: 1 });
    }
    await house.look('office', (tx) =>
      tx.execute(sql`insert into form_draft (id, account_id, form, about, version, content, saved_at)
        select gen_random_uuid(), ${house.accountId('office')}, 'report', gen_random_uuid(), 1, '{}', now()
        from generate_series(1, ${mostDrafts}::int)`),
    );
    await expect(house.run('office', saveDraft, begin('Một nữa'))).rejects.toMatchObject({
      key: 'draft.too-many',
      details: { maximum: mostDrafts },
    });
    await house.look('office', (tx) => tx.delete(formDraft));
    // Nothing that the disk could make smaller.
    const full = () => ({ text: randomBytes(140_000).toString('base64') });
    const size = Buffer.byteLength(JSON.stringify(full()));
    const fitting = Math.floor(mostDraftBytes / size);
    const report = () => ({ ...begin(''), form: 'report' as const, about: uuidV7(), content: full() });
    for (let number = 0; number < fitting; number += 1) await house.run('office', saveDraft, report());
    await expect(house.run('office', saveDraft, report())).rejects.toMatchObject({ key: 'draft.no-room' });
    const small = begin('Một');
    await house.run('office', saveDraft, small);
    const grown = house.run('office', saveDraft, { ...small, version: 1, content: full() });
    await expect(grown).rejects.toMatchObject({ key: 'draft.no-room' });
    expect(await kept('office')).toMatchObject({ content: { name: 'Một' } });
  });

  it('goes with what it becomes', async () => {
    await house.run('office', saveDraft, begin('Kiểm soát thủ tục'));
    await house.run('leader', saveDraft, begin('Của người khác'));
    await house.run('office', createRound, await roundInput(house));
    expect(await kept('office')).toBeNull();
    expect(await kept('leader')).toMatchObject({ content: { name: 'Của người khác' } });
  });

  it('that nobody goes on with is cleared away after ninety days', async () => {
    await house.run('office', saveDraft, begin('Để quên'));
    const later = (days: number) => ({
      ...house.ground,
      now: () => new Date(house.ground.now().getTime() + days * 86_400_000),
    });
    await clearDrafts(later(89));
    expect(await kept('office')).not.toBeNull();
    await clearDrafts(later(92));
    expect(await kept('office')).toBeNull();
  });
});
