import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyDossier } from '../dossier/dossier-draft.ts';
import { keepFile } from '../evidence/kept-file.ts';
import { startFinding } from '../finding/finding-draft.ts';
import { openTablet, type Tablet } from '../testing/tablet.ts';
import { typeText } from '../testing/type-text.ts';
import { isAnythingTyped } from './is-anything-typed.ts';
import { readDrafts } from './read-drafts.ts';
import { throwAway } from './throw-away.ts';

let tablet: Tablet;
beforeEach(() => {
  tablet = openTablet();
});
afterEach(() => tablet.store.delete());

const savedAt = '2026-11-23T02:00:00.000Z';
const keep = (key: string, value: unknown, account = tablet.author) =>
  tablet.store.drafts.put({ account, key, value, savedAt });
const titles = async (account = tablet.author, visitId = tablet.visitId) =>
  (await readDrafts(tablet.store, account, visitId)).map(({ title }) => title);
const photo = (sha256: string) => ({
  ...{
    sha256,
    evidenceId: uuidV7(),
    size: 3,
    mediaType: 'image/jpeg' as const,
    name: 'a.jpg',
    takenAt: savedAt,
  },
});

describe('drafts of dossiers and findings', () => {
  it('are found at their visit, whatever was typed first, and nowhere else', async () => {
    const { visitId } = tablet;
    await keep(`dossier ${uuidV7()}`, { ...emptyDossier, visitId, procedure: 'Khai sinh' });
    await keep(`dossier ${uuidV7()}`, { ...emptyDossier, visitId, receivedOn: '2026-11-02' });
    await keep(`dossier ${uuidV7()}`, { ...emptyDossier, visitId });
    await keep(`dossier ${uuidV7()}`, { ...emptyDossier, visitId: uuidV7(), code: 'nơi khác' });
    await keep(`finding ${visitId} ${uuidV7()}`, {
      ...startFinding(undefined, ''),
      description: 'Chưa niêm yết',
    });
    await keep(`finding ${visitId} ${uuidV7()}`, startFinding(undefined, ''));
    // Nothing is written yet: only how grave it is was changed.
    await keep(`finding ${visitId} ${uuidV7()}`, { ...startFinding(undefined, ''), severity: 'review' });
    await keep(`finding ${uuidV7()} ${uuidV7()}`, { ...startFinding(undefined, ''), title: 'nơi khác' });
    await keep(`open ${visitId}`, 'lời nộp');
    expect((await titles()).toSorted()).toEqual(['', '', 'Chưa niêm yết', 'Khai sinh']);
  });

  it('of dossiers are told by their codes before their procedures', async () => {
    const { visitId } = tablet;
    await keep(`dossier ${uuidV7()}`, { ...emptyDossier, visitId, code: ' H40-12 ', procedure: 'Khai sinh' });
    await keep(`dossier ${uuidV7()}`, { ...emptyDossier, visitId, note: 'Chưa có mã' });
    expect((await titles()).toSorted()).toEqual(['Chưa có mã', 'H40-12 · Khai sinh']);
  });

  it('that an earlier release kept without their visit are found at each', async () => {
    await keep(`dossier ${uuidV7()}`, { ...emptyDossier, code: 'H40-12' });
    expect(await titles()).toEqual(['H40-12']);
    expect(await titles(tablet.author, uuidV7())).toEqual(['H40-12']);
  });

  it('are each person’s own', async () => {
    const other = uuidV7();
    await keep(`finding ${tablet.visitId} ${uuidV7()}`, { ...startFinding(undefined, ''), title: 'Của tôi' });
    expect([await titles(), await titles(other)]).toEqual([['Của tôi'], []]);
  });

  it('go for good with the photos that nothing else names', async () => {
    const { store, author, visitId } = tablet;
    const [only, shared] = ['a'.repeat(64), 'b'.repeat(64)];
    for (const sha256 of [only, shared]) {
      await keepFile(store, author, { sha256, bytes: new Uint8Array(3), mediaType: 'image/jpeg' }, savedAt);
      await store.thumbnails.put({ account: author, sha256, bytes: new Uint8Array(1) });
    }
    const [first, second] = [`finding ${visitId} ${uuidV7()}`, `finding ${visitId} ${uuidV7()}`];
    await keep(first, { ...startFinding(undefined, ''), photos: [photo(only), photo(shared)] });
    await keep(second, { ...startFinding(undefined, ''), photos: [photo(shared)] });
    await throwAway(store, author, first);
    expect((await readDrafts(store, author, visitId)).map(({ key }) => key)).toEqual([second]);
    expect(await store.files.toCollection().primaryKeys()).toEqual([[author, shared]]);
    expect(await store.thumbnails.toCollection().primaryKeys()).toEqual([[author, shared]]);
  });
});

describe('what is typed at a visit', () => {
  const isTyped = () => isAnythingTyped(tablet.store, tablet.author, tablet.visitId);

  it('is told while it is no record: a text that waits, a form, and words for an act', async () => {
    const { visitId, store } = tablet;
    await keep(`open ${uuidV7()}`, 'nơi khác');
    await keep(`dossier ${uuidV7()}`, { ...emptyDossier, visitId: uuidV7(), code: 'nơi khác' });
    await keep(`dossier ${uuidV7()}`, { ...emptyDossier, visitId });
    await keep(`finding ${visitId} ${uuidV7()}`, startFinding(undefined, ''));
    expect(await isTyped()).toBe(false);
    for (const [key, value] of [
      [`hand-over ${visitId}`, 'Làm tiếp M02'],
      [`caption ${visitId} item M01`, 'Quầy 3'],
      [`dossier ${uuidV7()}`, { ...emptyDossier, visitId, code: 'H40-12' }],
    ] as const) {
      await keep(key, value);
      expect(await isTyped()).toBe(true);
      await store.drafts.delete([tablet.author, key]);
      expect(await isTyped()).toBe(false);
    }
    await typeText(tablet, 'có dấu MẬT');
    expect(await isTyped()).toBe(true);
  });
});
