import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyDossier } from '../dossier/dossier-draft.ts';
import { attachEvidence } from '../evidence/attach.ts';
import { sha256Of } from '../evidence/capture.ts';
import { keepFile } from '../evidence/kept-file.ts';
import { startFinding } from '../finding/finding-draft.ts';
import { openTablet, receiptOf, type Tablet } from '../testing/tablet.ts';
import { typeText } from '../testing/type-text.ts';
import { freeRoom, readPlan } from './free-room.ts';
import { logCommand } from './log-command.ts';
import { readRefused } from './read-refused.ts';
import { readStatus } from './status.ts';
import type { HeldVisit } from './store.ts';

const visits = ['01900000-0000-7000-8000-00000000000a', '01900000-0000-7000-8000-00000000000b'] as const;
const bytesOf = (text: string) => new TextEncoder().encode(text);

async function holdVisit({ store, author }: Tablet, visitId: string, status: HeldVisit['status']) {
  // Only the plain columns are looked at.
  const packet: HeldVisit['packet'] = Object.create(null);
  await store.packets.put({
    account: author,
    visitId,
    packet,
    status,
    fetchedAt: '',
    keptAt: null,
    revoked: false,
  });
}

async function photo(tablet: Tablet, visitId: string, text: string): Promise<string> {
  const bytes = bytesOf(text);
  const sha256 = await sha256Of(bytes);
  const facts = { sha256, size: bytes.length, mediaType: 'image/jpeg', name: 'a.jpg' } as const;
  return attachEvidence(
    tablet.hand(),
    visitId,
    { kind: 'item', id: 'M01' },
    { bytes, thumbnail: bytesOf('nhỏ'), facts: { ...facts, takenAt: '2026-11-23T02:00:00.000Z' } },
  );
}

async function answerTo({ store, now }: Tablet, id: string, status: 'applied' | 'refused' | 'quarantined') {
  const command = await store.commands.get(id);
  if (command === undefined) return;
  const storedAt = new Date(now()).toISOString();
  const text = receiptOf(command, status, storedAt);
  await store.receipts.put({ id, visitId: command.visitId, status, text, storedAt });
}

const fate = fc.constantFrom('applied', 'refused', 'settled', 'let go', 'handed', 'quarantined', 'none');
const act = fc.record({
  visit: fc.nat(1),
  fate,
  photo: fc.constantFrom('no', 'away', 'arrived', 'said to have arrived'),
  bytes: fc.constantFrom('one', 'two', 'three'),
});
const story = fc.record({
  acts: fc.array(act, { maxLength: 8 }),
  closed: fc.tuple(fc.boolean(), fc.boolean()),
  draft: fc.constantFrom('none', 'finding', 'photos', 'dossier'),
  typing: fc.boolean(),
  days: fc.constantFrom(1, 20),
});

describe('retention', () => {
  it('never removes anything that the server has not said it holds, hash by hash', async () => {
    await fc.assert(
      fc.asyncProperty(story, async ({ acts, closed, draft, typing, days }) => {
        const tablet = openTablet();
        const { store, author } = tablet;
        const atServer = new Map<string, string>();
        for (const [index, visitId] of visits.entries())
          await holdVisit(tablet, visitId, closed[index] ? 'closed' : 'open');
        for (const one of acts) {
          const visitId = visits[one.visit === 0 ? 0 : 1];
          if (one.photo === 'no') await logCommand(tablet.hand(), tablet.answer('M01', one.bytes, visitId));
          const evidenceId = one.photo === 'no' ? null : await photo(tablet, visitId, one.bytes);
          const upload = evidenceId ? await store.uploads.get(evidenceId) : undefined;
          const command = upload?.commandId ?? (await store.commands.toArray()).at(-1)?.id ?? '';
          if (one.fate === 'applied' || one.fate === 'quarantined') await answerTo(tablet, command, one.fate);
          if (['refused', 'settled', 'let go', 'handed'].includes(one.fate))
            await answerTo(tablet, command, 'refused');
          const at = '2026-11-23T02:00:00.000Z';
          if (one.fate === 'settled') await store.settlements.put({ refusedId: command, mendedBy: null, at });
          if (one.fate === 'let go')
            await store.settlements.put({ refusedId: command, mendedBy: null, at, letGoAt: at });
          if (one.fate === 'handed')
            await store.settlements.put({ refusedId: command, mendedBy: command, at, toLeader: true });
          if (upload && one.fate === 'applied' && one.photo !== 'away') {
            const receivedAt = new Date(tablet.now()).toISOString();
            await store.uploads.update(upload.evidenceId, { receivedAt });
            if (one.photo === 'arrived') atServer.set(upload.evidenceId, upload.sha256);
          }
        }
        if (typing) await typeText({ ...tablet, visitId: visits[0] }, 'viết dở');
        if (draft !== 'none') {
          const sha256 = await sha256Of(bytesOf('one'));
          await keepFile(store, author, { sha256, bytes: bytesOf('one'), mediaType: 'image/jpeg' }, '');
          const value = { severity: 'reminder', photos: [{ sha256 }] };
          const key = draft === 'dossier' ? 'dossier s' : `${draft} ${visits[0]} f`;
          await store.drafts.put({ account: author, key, value, savedAt: '' });
        }
        tablet.pass(days * 86_400_000);
        const before = {
          commands: await store.commands.toArray(),
          uploads: await store.uploads.toArray(),
          files: await store.files.toCollection().primaryKeys(),
        };
        const statuses = new Map((await store.receipts.toArray()).map(({ id, status }) => [id, status]));
        const settled = new Map(
          (await store.settlements.toArray()).map(({ refusedId, toLeader = false }) => [refusedId, toLeader]),
        );
        const letGo = new Set(
          (await store.settlements.toArray()).flatMap((one) => (one.letGoAt ? [one.refusedId] : [])),
        );
        const evidenceStates = async (ids: readonly string[]) =>
          ids.flatMap((id) => {
            const sha256 = atServer.get(id);
            return sha256 ? [{ id, sha256, status: 'received' }] : [];
          });
        await freeRoom({ store, server: { evidenceStates }, nowMs: tablet.now() });

        const hashesThere = new Set(atServer.values());
        const left = new Set(await store.commands.toCollection().primaryKeys());
        const leftFiles = new Set(
          (await store.files.toCollection().primaryKeys()).map(([, sha256]) => sha256),
        );
        const gone = before.commands.filter(({ id }) => !left.has(id));
        const goneFiles = before.files.filter(([, sha256]) => !leftFiles.has(sha256));
        if (typing) expect(gone.filter(({ visitId }) => visitId === visits[0])).toEqual([]);
        for (const { id, visitId } of gone) {
          const status = statuses.get(id);
          expect(status === 'applied' || (status === 'refused' && settled.get(id) === false)).toBe(true);
          expect(closed[visits[0] === visitId ? 0 : 1]).toBe(true);
          // All or nothing of a visit.
          expect(before.commands.filter((other) => other.visitId === visitId && left.has(other.id))).toEqual(
            [],
          );
        }
        for (const [, sha256] of goneFiles) {
          const named = before.uploads.filter((upload) => upload.sha256 === sha256);
          expect(named.length).toBeGreaterThan(0);
          for (const { evidenceId, commandId } of named)
            if (statuses.get(commandId) !== 'refused') expect(atServer.get(evidenceId)).toBe(sha256);
          if (!named.every(({ commandId }) => letGo.has(commandId))) expect(hashesThere).toContain(sha256);
        }
        const leftUploads = new Set(await store.uploads.toCollection().primaryKeys());
        for (const { evidenceId, commandId, visitId } of before.uploads)
          if (!leftUploads.has(evidenceId))
            expect(letGo.has(commandId) || !(await store.packets.get([author, visitId]))).toBe(true);
        if (days < 14) expect([gone.length, goneFiles.length]).toEqual([0, 0]);
        if (draft === 'dossier') expect([gone.length, goneFiles.length]).toEqual([0, 0]);
        if (draft === 'finding' || draft === 'photos')
          expect(leftFiles).toContain(await sha256Of(bytesOf('one')));
        for (const { evidenceId, sha256 } of before.uploads)
          if (
            !hashesThere.has(sha256) &&
            !before.uploads.every((one) => one.sha256 !== sha256 || letGo.has(one.commandId))
          )
            expect([evidenceId, leftFiles.has(sha256)]).toEqual([evidenceId, true]);
        await store.delete();
      }),
      { numRuns: 80 },
    );
  }, 30_000);

  async function finished() {
    const tablet = openTablet();
    const { store } = tablet;
    await holdVisit(tablet, visits[0], 'closed');
    const evidenceId = await photo(tablet, visits[0], 'one');
    const upload = await store.uploads.get(evidenceId);
    await answerTo(tablet, upload?.commandId ?? '', 'applied');
    await store.uploads.update(evidenceId, { receivedAt: new Date(tablet.now()).toISOString() });
    const sha256 = upload?.sha256 ?? '';
    const evidenceStates = async () => [{ id: evidenceId, sha256, status: 'received' }];
    return { tablet, store, server: { evidenceStates } };
  }

  it('frees nothing of a visit while something that was typed there is no command', async () => {
    const { tablet, store, server } = await finished();
    await typeText({ ...tablet, visitId: visits[0] }, 'viết dở');
    tablet.pass(15 * 86_400_000);
    expect(await readPlan(store)).toMatchObject({ files: [], visits: [] });
    const nothing = { files: 0, visits: 0, bytes: 0 };
    expect(await freeRoom({ store, server, nowMs: tablet.now() }, { now: true })).toEqual(nothing);
  });

  it('keeps a visit for the dossier that is begun at it, not for one of another nor for one that was emptied again', async () => {
    for (const [key, value, isKept] of [
      [`dossier ${visits[1]}`, { ...emptyDossier, visitId: visits[0], code: 'H40-12' }, true],
      [`dossier ${visits[1]}`, { ...emptyDossier, code: 'H40-12' }, true],
      [`dossier ${visits[1]}`, { ...emptyDossier, visitId: visits[1], code: 'H40-12' }, false],
      [`dossier ${visits[1]}`, { ...emptyDossier, visitId: visits[0] }, false],
      [`finding ${visits[0]} ${visits[1]}`, startFinding(undefined, ''), false],
      [`finding ${visits[0]} ${visits[1]}`, { ...startFinding(undefined, ''), title: 'Dở' }, true],
    ] as const) {
      const { tablet, store, server } = await finished();
      await store.drafts.put({ account: tablet.author, key, value, savedAt: '' });
      tablet.pass(15 * 86_400_000);
      await freeRoom({ store, server, nowMs: tablet.now() });
      expect([value, await store.packets.count()]).toEqual([value, isKept ? 1 : 0]);
      await store.delete();
    }
  });

  it('lets words that no field shows any more go with the closed visit they were for, and none before that', async () => {
    for (const [standing, left] of [
      [{ status: 'closed' }, []],
      [{ status: 'submitted' }, ['caption', 'hand-over', 'open']],
      [{ status: 'open', revoked: true }, ['caption', 'hand-over', 'open']],
    ] as const) {
      const { tablet, store, server } = await finished();
      const { author } = tablet;
      await store.packets.update([author, visits[0]], standing);
      for (const key of [`hand-over ${visits[0]}`, `open ${visits[0]}`, `caption ${visits[0]} item M01`])
        await store.drafts.put({ account: author, key, value: 'viết dở', savedAt: '' });
      await store.drafts.put({ account: author, key: `open ${visits[1]}`, value: 'nơi khác', savedAt: '' });
      tablet.pass(15 * 86_400_000);
      await freeRoom({ store, server, nowMs: tablet.now() });
      const keys = (await store.drafts.toCollection().primaryKeys()).map(([, key]) => key.split(' '));
      expect(keys.flatMap(([kind, visitId]) => (visitId === visits[0] ? [kind] : []))).toEqual(left);
      expect([keys.length, await store.packets.count()]).toEqual([
        left.length + 1,
        left.length === 0 ? 0 : 1,
      ]);
      await store.delete();
    }
  });

  it('frees a finished visit with its photos after the time has passed, and says beforehand when', async () => {
    const { tablet, store, server } = await finished();
    const plan = await readPlan(store);
    expect(plan.files.map(({ freeAt }) => freeAt)).toEqual(['2026-12-07T02:00:00.000Z']);
    expect(plan.visits.map(({ visitId }) => visitId)).toEqual([visits[0]]);
    tablet.pass(13 * 86_400_000);
    expect(await freeRoom({ store, server, nowMs: tablet.now() })).toEqual({ files: 0, visits: 0, bytes: 0 });
    tablet.pass(2 * 86_400_000);
    expect(await freeRoom({ store, server, nowMs: tablet.now() })).toEqual({ files: 1, visits: 1, bytes: 3 });
    for (const table of [store.commands, store.receipts, store.uploads, store.files, store.thumbnails])
      expect(await table.count()).toBe(0);
    expect(await store.packets.count()).toBe(0);
    await store.delete();
  });

  it('frees at once what is allowed when the person asks, but nothing when the server does not answer', async () => {
    const { tablet, store, server } = await finished();
    const dead = { evidenceStates: () => Promise.reject(new Error('no network')) };
    await expect(freeRoom({ store, server: dead, nowMs: tablet.now() }, { now: true })).rejects.toThrow();
    expect(await store.files.count()).toBe(1);
    expect((await freeRoom({ store, server, nowMs: tablet.now() }, { now: true })).files).toBe(1);
    await store.delete();
  });

  it('takes nothing of a visit at which something is written while the server is asked', async () => {
    const { tablet, store, server } = await finished();
    const evidenceStates = async () => {
      await logCommand(tablet.hand(), tablet.answer('M02', 'one', visits[0]));
      return server.evidenceStates();
    };
    const asked = { store, server: { evidenceStates }, nowMs: tablet.now() };
    expect(await freeRoom(asked, { now: true })).toEqual({ files: 0, visits: 0, bytes: 0 });
    expect(await store.files.count()).toBe(1);
    await store.delete();
  });

  it('keeps a declined photo until its author lets it go, and then as long as any other; kept again, it stays', async () => {
    const tablet = openTablet();
    const { store, author } = tablet;
    await holdVisit(tablet, visits[0], 'open');
    const { commandId = '', sha256 = '' } =
      (await store.uploads.get(await photo(tablet, visits[0], 'one'))) ?? {};
    await answerTo(tablet, commandId, 'refused');
    const evidenceStates = () => Promise.reject(new Error('not asked: nothing of it is there'));
    const free = () => freeRoom({ store, server: { evidenceStates }, nowMs: tablet.now() });
    const rest = { refusedId: commandId, mendedBy: null, at: '' };
    const seen = async () => (await readRefused(store, author)).map(({ photo: of }) => of);
    await store.settlements.put(rest);
    tablet.pass(90 * 86_400_000);
    expect((await free()).files).toBe(0);
    const letGoAt = new Date(tablet.now()).toISOString();
    await store.settlements.put({ ...rest, letGoAt });
    const goesAt = new Date(tablet.now() + 14 * 86_400_000).toISOString();
    expect((await readPlan(store)).files).toMatchObject([{ sha256, freeAt: goesAt }]);
    const inHurry = { store, server: { evidenceStates }, nowMs: tablet.now() };
    expect((await freeRoom(inHurry, { now: true })).files).toBe(0);
    expect(await seen()).toEqual([{ here: true, goesAt }]);
    tablet.pass(13 * 86_400_000);
    expect((await free()).files).toBe(0);
    await store.settlements.put(rest);
    tablet.pass(30 * 86_400_000);
    expect((await free()).files).toBe(0);
    expect(await seen()).toEqual([{ here: true, goesAt: null }]);
    await store.settlements.put({ ...rest, letGoAt });
    expect((await free()).files).toBe(1);
    for (const table of [store.files, store.thumbnails, store.uploads]) expect(await table.count()).toBe(0);
    // The record stays, declined as it is, and says what became of its photo.
    expect(await store.commands.count()).toBe(1);
    expect(await seen()).toEqual([{ here: false, goesAt }]);
    expect((await readStatus(store)).allReceived).toBe(false);
    await store.delete();
  });

  it('does not let the bytes go that another record still waits with', async () => {
    const tablet = openTablet();
    const { store } = tablet;
    await holdVisit(tablet, visits[0], 'open');
    const other = await store.uploads.get(await photo(tablet, visits[0], 'one'));
    const { commandId = '' } = (await store.uploads.get(await photo(tablet, visits[0], 'one'))) ?? {};
    await answerTo(tablet, commandId, 'refused');
    await store.settlements.put({
      refusedId: commandId,
      mendedBy: null,
      at: '',
      letGoAt: '2026-11-01T02:00:00.000Z',
    });
    tablet.pass(90 * 86_400_000);
    const evidenceStates = async () => [];
    const left = async () => {
      await freeRoom({ store, server: { evidenceStates }, nowMs: tablet.now() }, { now: true });
      return [await store.files.count(), await store.uploads.count()];
    };
    expect(await left()).toEqual([1, 2]);
    // Nor where that one was declined as well, and its author only left it at that.
    await answerTo(tablet, other?.commandId ?? '', 'refused');
    await store.settlements.put({ refusedId: other?.commandId ?? '', mendedBy: null, at: '' });
    expect(await left()).toEqual([1, 2]);
    await store.delete();
  });

  it('frees the photo that was declined and sent anew, once the server holds its bytes', async () => {
    const { tablet, store } = await finished();
    const [mended] = await store.uploads.toArray();
    const declined = await photo(tablet, visits[0], 'one');
    const { commandId = '', sha256 = '' } = (await store.uploads.get(declined)) ?? {};
    await answerTo(tablet, commandId, 'refused');
    tablet.pass(15 * 86_400_000);
    const evidenceStates = async (ids: readonly string[]) =>
      ids.flatMap((id) => (id === mended?.evidenceId ? [{ id, sha256, status: 'received' }] : []));
    const free = () => freeRoom({ store, server: { evidenceStates }, nowMs: tablet.now() });
    expect(await free()).toMatchObject({ files: 0, visits: 0 });
    const mendedBy = mended?.commandId ?? '';
    await store.settlements.put({ refusedId: commandId, mendedBy, at: '', toLeader: true });
    expect(await free()).toMatchObject({ files: 0, visits: 0 });
    await store.settlements.put({ refusedId: commandId, mendedBy, at: '' });
    expect(await free()).toMatchObject({ files: 1, visits: 1 });
    await store.delete();
  });

  it.each(['awaited', 'another hash', 'silent'])(
    'frees nothing when the server’s word is: %s',
    async (word) => {
      const { tablet, store, server } = await finished();
      const said = await server.evidenceStates();
      const evidenceStates = async () =>
        said.flatMap((one) => {
          if (word === 'silent') return [];
          return [word === 'awaited' ? { ...one, status: 'awaited' } : { ...one, sha256: 'f'.repeat(64) }];
        });
      const freed = await freeRoom({ store, server: { evidenceStates }, nowMs: tablet.now() }, { now: true });
      expect(freed).toEqual({ files: 0, visits: 0, bytes: 0 });
      expect([await store.files.count(), await store.commands.count()]).toEqual([1, 1]);
      await store.delete();
    },
  );
});
