import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { account } from '@kycuong/db/schema/access.ts';
import { evidence } from '@kycuong/db/schema/evidence.ts';
import { commandReceipt, fieldCommand, quarantinedCommand } from '@kycuong/db/schema/sync.ts';
import { trailEntry } from '@kycuong/db/schema/trail.ts';
import type { CommandEnvelope } from '@kycuong/domain/sync/command-envelope.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { dailyQuotas } from '@kycuong/domain/usage/quota.ts';
import { count, eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registerDevice } from '../device/register.ts';
import { diskStore, type EvidenceStore } from '../evidence/store.ts';
import { type FieldHouse, type FieldRound, openFieldHouse, testBasis } from '../testing/field-house.ts';
import type { Persona } from '../testing/house.ts';
import { makeTestDevice, type TestDevice } from '../testing/test-device.ts';
import { bytesSource, makeTestParcel, makeTestRecovery, type TestRecovery } from '../testing/test-parcel.ts';
import { admitQuarantined } from './admit-quarantined.ts';
import { handIn } from './hand-in.ts';

let house: FieldHouse;
let round: FieldRound;
let visitId: string;
let store: EvidenceStore;
let folder: string;
let recovery: TestRecovery;
beforeAll(async () => {
  house = await openFieldHouse();
  round = await house.addRound();
  visitId = round.visitId('coLe');
  recovery = await makeTestRecovery();
  folder = await mkdtemp(join(tmpdir(), 'kycuong-parcel-'));
  store = diskStore(folder);
});
afterAll(async () => {
  await house.close();
  await rm(folder, { recursive: true, force: true });
});

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
let shade = 0;

/** A tablet in the hands of the inspector, with a finding, its photo and an answer that nobody has sent. */
async function unsentWork(name: Persona = 'inspector', registered = true) {
  const tablet = house.tablet(name);
  const device = makeTestDevice(tablet.device);
  if (registered) await house.run(name, registerDevice, device.registration(house.accountId(name)));
  shade += 1;
  const photo = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from(`ảnh ${shade}`)]);
  const findingId = uuidV7();
  const finding = {
    findingId,
    visitId,
    itemCode: 'M15',
    title: 'Trả kết quả quá hạn',
    description: '5 hồ sơ quá hạn.',
    severity: 'rectification' as const,
    legalBasisIds: [testBasis],
  };
  const evidenceId = uuidV7();
  const commands = [
    tablet.write('finding.raise', finding),
    tablet.write('evidence.attach', {
      evidenceId,
      visitId,
      target: { kind: 'finding', id: findingId },
      sha256: hashOf(photo),
      size: photo.length,
      mediaType: 'image/jpeg',
      name: 'anh.jpg',
      takenAt: '2026-11-23T02:00:00Z',
    }),
    tablet.write('answer.set', { visitId, itemCode: 'M01', note: 'Đã xem' }),
  ];
  return { tablet, device, commands, evidenceId, photos: [{ bytes: photo, sha256: hashOf(photo) }] };
}
type Work = Awaited<ReturnType<typeof unsentWork>>;

interface Making {
  readonly locked?: boolean;
  readonly signed?: boolean;
  readonly device?: TestDevice;
}
const parcelOf = ({ device, commands, photos }: Work, change: Making = {}) =>
  makeTestParcel({ device, recovery, commands, photos, ...change });

const bring = (name: Persona | null, file: Uint8Array) =>
  handIn(house.ground, name === null ? undefined : { ground: house.ground, caller: house.caller(name) }, {
    source: bytesSource(file),
    store,
    recovery: async (id) => (id === recovery.id ? recovery.privateKey : undefined),
  });

const rowsOf = (id: string) =>
  house.lookAsSystem(async (tx) => ({
    receipts: await tx.select().from(commandReceipt).where(eq(commandReceipt.id, id)),
    kept: await tx.select().from(quarantinedCommand).where(eq(quarantinedCommand.commandId, id)),
  }));
const appliedAs = (id: string) =>
  house.look('leader', (tx) => tx.select().from(fieldCommand).where(eq(fieldCommand.id, id)));
const written = () =>
  house.lookAsSystem(async (tx) => [
    ...(await tx.select({ n: count() }).from(commandReceipt)),
    ...(await tx.select({ n: count() }).from(trailEntry)),
    ...(await tx.select({ n: count() }).from(evidence)),
  ]);
const statuses = ({ commands }: { commands: readonly { status: string }[] }) =>
  commands.map(({ status }) => status);
const stored = async (commands: readonly CommandEnvelope[]) =>
  Promise.all(commands.map(async ({ id }) => (await rowsOf(id)).receipts[0]?.receipt));

describe('a parcel that a colleague brings', () => {
  it('takes effect once, in its author’s name, with its photo; the tablet gets the same receipts later', async () => {
    const work = await unsentWork();
    const file = await parcelOf(work);
    const first = await bring('leader', file);
    expect([first.proven, statuses(first)]).toEqual([true, ['applied', 'applied', 'applied']]);
    expect(first.photos).toMatchObject([{ evidenceId: work.evidenceId, status: 'received' }]);
    const [raised] = work.commands;
    expect(await appliedAs(raised?.id ?? '')).toMatchObject([
      {
        authorId: house.accountId('inspector'),
        senderId: house.accountId('leader'),
        deviceId: work.device.id,
      },
    ]);
    expect(await store.has(work.photos[0]?.sha256 ?? '')).toBe(true);
    const receipts = await stored(work.commands);
    const before = await written();
    const again = await bring('leader', file);
    expect(again.commands.every((one) => one.before)).toBe(true);
    expect(again.photos).toMatchObject([{ status: 'here' }]);
    expect(await written()).toEqual(before);
    expect(await work.tablet.push(...work.commands)).toEqual(receipts);
    expect(await written()).toEqual(before);
  });

  it('says of each photo that it could not take why, and takes it another day', async () => {
    const work = await unsentWork();
    const file = await parcelOf(work);
    const given = { source: bytesSource(file), store, recovery: async () => recovery.privateKey };
    const ground = { ...house.ground, quotas: { ...dailyQuotas, evidence: { number: 0, megabytes: 1 } } };
    const caller = house.caller('leader');
    const full = await handIn(ground, { ground, caller }, given);
    expect(full.photos).toMatchObject([{ status: 'awaited', reason: { key: 'usage.day-full' } }]);
    expect((await bring('leader', file)).photos).toMatchObject([{ status: 'received', reason: null }]);
  });

  it('says so of a photo that is not what its record says', async () => {
    const work = await unsentWork();
    const text = Buffer.from('không phải ảnh');
    const [raised, attached] = work.commands;
    if (raised === undefined || attached === undefined) throw new Error('no photo');
    const payload = { ...Object(attached.payload), sha256: hashOf(text), size: text.length };
    const file = await parcelOf({
      ...work,
      commands: [raised, { ...attached, payload }],
      photos: [{ bytes: text, sha256: hashOf(text) }],
    });
    expect((await bring('leader', file)).photos).toMatchObject([
      { status: 'awaited', reason: { key: 'evidence.is-text' } },
    ]);
  });

  it('is left alone by who has nothing to do with the visit', async () => {
    const work = await unsentWork();
    for (const proven of [true, false]) {
      const answer = await bring('outsider', await parcelOf(work, { signed: proven }));
      expect(statuses(answer)).toEqual(['not-taken', 'not-taken', 'not-taken']);
    }
    expect(await stored(work.commands)).toEqual([undefined, undefined, undefined]);
    expect(statuses(await bring('leader', await parcelOf(work)))).toEqual(['applied', 'applied', 'applied']);
  });
});

describe('a parcel that its author brings', () => {
  it('needs no proof by the device', async () => {
    const work = await unsentWork('inspector', false);
    const answer = await bring('inspector', await parcelOf(work, { signed: false }));
    expect([answer.proven, statuses(answer)]).toEqual([false, ['applied', 'applied', 'applied']]);
    expect(answer.photos).toMatchObject([{ status: 'received' }]);
  });
});

describe('a parcel that the device hands in by itself', () => {
  it('is opened with the recovery key although the device is locked', async () => {
    const work = await unsentWork();
    const file = await parcelOf(work, { locked: true });
    const answer = await bring(null, file);
    expect([statuses(answer), answer.photos[0]?.status]).toEqual([
      ['applied', 'applied', 'applied'],
      'received',
    ]);
    expect(await appliedAs(work.commands[2]?.id ?? '')).toMatchObject([
      { authorId: house.accountId('inspector'), payload: { note: 'Đã xem' } },
    ]);
    const before = await written();
    await bring(null, file);
    expect(await written()).toEqual(before);
    const sealed = await handIn(house.ground, undefined, { source: bytesSource(file), store });
    expect(sealed).toMatchObject({ opened: false, proven: true, commands: [] });
  });

  it('is let in on its signature alone', async () => {
    const unknown = await unsentWork('inspector', false);
    const unsigned = await unsentWork();
    for (const file of [await parcelOf(unknown), await parcelOf(unsigned, { signed: false })])
      await expect(bring(null, file)).rejects.toMatchObject({ code: 'unauthenticated' });
  });
});

describe('a parcel that nothing vouches for', () => {
  it('waits for the leader, command by command', async () => {
    const work = await unsentWork('inspector', false);
    const file = await parcelOf(work);
    const answer = await bring('leader', file);
    expect([answer.proven, statuses(answer)]).toEqual([false, ['quarantined', 'quarantined', 'quarantined']]);
    const [first] = work.commands;
    const { receipts, kept } = await rowsOf(first?.id ?? '');
    // The receipt is for what its author sends.
    expect(receipts).toEqual([]);
    expect(answer.commands[0]?.reason?.key).toBe('sync.author-unproven');
    expect(kept).toMatchObject([
      { authorId: house.accountId('inspector'), senderId: house.accountId('leader'), decision: null },
    ]);
    expect(await appliedAs(first?.id ?? '')).toEqual([]);
    const before = await written();
    expect(statuses(await bring('leader', file))).toEqual(statuses(answer));
    expect(await written()).toEqual(before);
  });

  it('brings its photo, too, once the leader has let its record in', async () => {
    const work = await unsentWork('inspector', false);
    const file = await parcelOf(work);
    expect((await bring('leader', file)).photos).toEqual([]);
    for (const { id } of work.commands.slice(0, 2))
      await house.run('leader', admitQuarantined, { quarantinedId: (await rowsOf(id)).kept[0]?.id ?? '' });
    expect((await bring('leader', file)).photos).toMatchObject([
      { evidenceId: work.evidenceId, status: 'received' },
    ]);
    expect((await bring('leader', file)).photos).toMatchObject([{ status: 'here' }]);
  });

  it('of a disabled author’s device waits for the leader too', async () => {
    const work = await unsentWork();
    const accountId = house.accountId('inspector');
    const disable = (disabledAt: Date | null) =>
      house.lookAsSystem((tx) => tx.update(account).set({ disabledAt }).where(eq(account.id, accountId)));
    await disable(house.ground.now());
    const answer = await bring(null, await parcelOf(work));
    await disable(null);
    expect(statuses(answer)).toEqual(['quarantined', 'quarantined', 'quarantined']);
    expect(answer.commands[0]?.reason?.key).toBe('sync.author-disabled');
  });
});

describe('many parcels at once of one person', () => {
  const judging = async () => {
    const [row] = await house.connection.sql`
      select count(*)::integer as n from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`;
    return Number(row?.n);
  };
  const notes = () =>
    house.lookAsSystem(async (tx) => {
      const { action } = trailEntry;
      const [row] = await tx.select({ n: count() }).from(trailEntry).where(eq(action, 'sync.hand-in'));
      return row?.n ?? 0;
    });

  it('hold one session of field work, not all of them, and are all taken in', async () => {
    const files: Uint8Array[] = [];
    for (let made = 0; made < 8; made += 1) files.push(await parcelOf(await unsentWork()));
    const before = await notes();
    const { promise: end, resolve: letGo } = Promise.withResolvers<void>();
    const { promise: locked, resolve: isLocked } = Promise.withResolvers<void>();
    const lock = house.look('leader', async (tx) => {
      const rows = await tx.execute(sql`select id from visit where id = ${visitId} for update`);
      expect(rows).toHaveLength(1);
      isLocked();
      await end;
    });
    await locked;
    const brought = files.map((file) => bring('leader', file));
    const seen: number[] = [];
    while ((await notes()) < before + files.length || seen.filter((n) => n > 0).length < 50)
      seen.push(await judging());
    letGo();
    await lock;
    for (const answer of await Promise.all(brought))
      expect(statuses(answer)).toEqual(['applied', 'applied', 'applied']);
    expect(Math.max(...seen)).toBe(1);
  });
});

describe('a parcel that is not what the tablet sealed', () => {
  it('is refused whole, and nothing is written', async () => {
    const work = await unsentWork();
    const file = await parcelOf(work);
    const other = makeTestDevice(work.device.id);
    const forged = await parcelOf(work, { device: other });
    const altered = Uint8Array.from(file);
    altered[file.length - 5] = (altered[file.length - 5] ?? 0) ^ 1;
    const before = await written();
    for (const [bad, key] of [
      [forged, 'parcel.signature-wrong'],
      [altered, 'parcel.altered'],
      [file.subarray(0, file.length - 100), 'parcel.cut'],
      [Buffer.from('một tệp khác'), 'parcel.not-a-parcel'],
    ] as const)
      await expect(bring('leader', bad)).rejects.toMatchObject({ key });
    const keyless = { source: bytesSource(file), store };
    const sender = { ground: house.ground, caller: house.caller('leader') };
    await expect(handIn(house.ground, sender, keyless)).rejects.toMatchObject({ key: 'parcel.key-missing' });
    expect(await written()).toEqual(before);
  });
});
