import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { countDrafts } from '../draft/count-drafts.ts';
import { readDrafts } from '../draft/read-drafts.ts';
import { throwAway } from '../draft/throw-away.ts';
import { sha256Of } from '../evidence/capture.ts';
import { takenIn, takingIn } from '../evidence/taking-in.ts';
import { readPlan } from '../sync/free-room.ts';
import { keepDraft } from '../sync/keep-draft.ts';
import { openTablet, type Tablet } from '../testing/tablet.ts';
import { startFinding } from './finding-draft.ts';
import { addWaitingPhoto, dropWaitingPhotos, waitingPhotos } from './waiting-photos.ts';

let tablet: Tablet;
let turn = 0;
beforeEach(async () => {
  tablet = openTablet();
  await tablet.store.open();
});
afterEach(() => tablet.store.delete());

const findingId = uuidV7();
const placeOf = () => ({ visitId: tablet.visitId, findingId, itemCode: 'M01' });
const keyOf = () => `finding ${tablet.visitId} ${findingId}`;

async function photo(name: string) {
  const bytes = new TextEncoder().encode(name);
  const sha256 = await sha256Of(bytes);
  const facts = {
    sha256,
    size: bytes.length,
    mediaType: 'image/jpeg',
    name,
    takenAt: '2026-11-23T02:00:00.000Z',
  };
  return { bytes, facts: { ...facts, mediaType: 'image/jpeg' as const } };
}

/** A key in the form, as it stood on the screen on which it was typed. */
function type(title: string) {
  const { store, author, visitId } = tablet;
  const start = startFinding(undefined, '');
  turn += 1;
  const draft = { account: author, key: `finding ${visitId} ${findingId}`, value: { ...start, title } };
  return keepDraft(
    store,
    { draft: { ...draft, savedAt: '2026-11-23T02:00:00.000Z' }, turn, start },
    'strict',
  );
}

const drafted = async () => {
  const { store, author, visitId } = tablet;
  return (await readDrafts(store, author, visitId)).map(({ title, itemCode, photos }) => ({
    ...{ title, itemCode, photos: photos.length },
  }));
};

describe('photos of a finding that is being written', () => {
  it('rewrite no text and are rewritten by none, however screens and keys come in turns', async () => {
    await type('Một');
    await Promise.all([
      addWaitingPhoto(tablet.hand(), placeOf(), await photo('a.jpg')),
      type('Một hai'),
      addWaitingPhoto(tablet.hand(), placeOf(), await photo('b.jpg')),
      type('Một hai ba'),
    ]);
    expect(await drafted()).toEqual([{ title: 'Một hai ba', itemCode: 'M01', photos: 2 }]);
    // The next key of a form that has seen no photo.
    await type('Một hai ba bốn');
    expect(await drafted()).toEqual([{ title: 'Một hai ba bốn', itemCode: 'M01', photos: 2 }]);
  });

  it('are found before anything is typed, hold their bytes, and are thrown away with the text', async () => {
    const { store, author } = tablet;
    await addWaitingPhoto(tablet.hand(), placeOf(), await photo('a.jpg'));
    expect(await drafted()).toEqual([{ title: '', itemCode: 'M01', photos: 1 }]);
    expect((await readPlan(store)).files).toEqual([]);
    await type('Một');
    expect(countDrafts(await store.drafts.toCollection().primaryKeys())).toBe(1);
    await throwAway(store, author, keyOf());
    expect([await drafted(), await store.drafts.count(), await store.files.count()]).toEqual([[], 0, 0]);
  });

  it('wait on where they came after the finding was recorded', async () => {
    const { store, author } = tablet;
    await addWaitingPhoto(tablet.hand(), placeOf(), await photo('a.jpg'));
    const attached = await waitingPhotos(store, author, placeOf());
    await addWaitingPhoto(tablet.hand(), placeOf(), await photo('b.jpg'));
    await dropWaitingPhotos(store, author, placeOf(), attached);
    expect((await waitingPhotos(store, author, placeOf())).map(({ name }) => name)).toEqual(['b.jpg']);
    await dropWaitingPhotos(store, author, placeOf(), await waitingPhotos(store, author, placeOf()));
    expect(await store.drafts.count()).toBe(0);
  });

  it('that are being taken in are waited for before the draft is thrown away', async () => {
    const { store, author } = tablet;
    await type('Một');
    const captured = Promise.withResolvers<void>();
    const work = (async () => {
      await captured.promise;
      await addWaitingPhoto(tablet.hand(), placeOf(), await photo('a.jpg'));
    })();
    const taken = takingIn(findingId, work);
    const gone = throwAway(store, author, keyOf());
    captured.resolve();
    await Promise.all([taken, gone]);
    expect([await drafted(), await store.drafts.count(), await store.files.count()]).toEqual([[], 0, 0]);
  });
});

it('what is taken in for something is waited for to its end, whatever becomes of it, and nothing else is', async () => {
  const [first, second] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const works = [first, second].map(({ promise }) => takingIn('f', promise).catch(() => undefined));
  let isDone = false;
  const waited = takenIn('f').then(() => {
    isDone = true;
  });
  await takenIn('other');
  first.reject(new Error('not taken'));
  await works[0];
  expect(isDone).toBe(false);
  second.resolve();
  await waited;
  expect(isDone).toBe(true);
});
