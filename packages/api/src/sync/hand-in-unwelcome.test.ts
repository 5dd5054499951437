import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandReceipt } from '@kycuong/db/schema/sync.ts';
import type { CommandEnvelope } from '@kycuong/domain/sync/command-envelope.ts';
import { readParcel } from '@kycuong/domain/sync/parcel-file.ts';
import { type Quarantined, quarantinedAtOnce } from '@kycuong/domain/sync/quarantine.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { inArray } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endOwnSessions } from '../access/end-own-sessions.ts';
import { registerDevice } from '../device/register.ts';
import { perform } from '../door.ts';
import { diskStore, type EvidenceStore } from '../evidence/store.ts';
import { type FieldHouse, openFieldHouse } from '../testing/field-house.ts';
import type { Persona } from '../testing/house.ts';
import { makeTestDevice, type TestDevice } from '../testing/test-device.ts';
import { bytesSource, makeTestParcel, makeTestRecovery, type TestRecovery } from '../testing/test-parcel.ts';
import { handIn } from './hand-in.ts';
import { handInId } from './hand-in-parcel.ts';
import { keepForLeader } from './keep-for-leader.ts';
import { listQuarantined } from './list-quarantined.ts';
import { mostWaiting } from './room-with-leader.ts';

let house: FieldHouse;
let visitId: string;
let store: EvidenceStore;
let folder: string;
let recovery: TestRecovery;
let tablet: ReturnType<FieldHouse['tablet']>;
let device: TestDevice;
beforeAll(async () => {
  house = await openFieldHouse();
  visitId = (await house.addRound('issued', ['inspector', 'quality'])).visitId('coLe');
  recovery = await makeTestRecovery();
  folder = await mkdtemp(join(tmpdir(), 'kycuong-unwelcome-'));
  store = diskStore(folder);
  tablet = house.tablet('inspector');
  device = makeTestDevice(tablet.device);
  await house.run('inspector', registerDevice, device.registration(house.accountId('inspector')));
});
afterAll(async () => {
  await house.close();
  await rm(folder, { recursive: true, force: true });
});

const personal = (name: Persona) => ({ ground: house.ground, caller: house.caller(name) });
const write = (change: Partial<CommandEnvelope> = {}) =>
  tablet.write('answer.set', { visitId, itemCode: 'M01', note: 'Đã xem' }, change);
const seal = (commands: readonly CommandEnvelope[], id = uuidV7()) =>
  makeTestParcel({ id, device, recovery, commands });
const bring = (name: Persona | null, file: Uint8Array) =>
  handIn(house.ground, name === null ? undefined : personal(name), {
    source: bytesSource(file),
    store,
    recovery: async (id) => (id === recovery.id ? recovery.privateKey : undefined),
  });
const statuses = ({ commands }: { commands: readonly { status: string }[] }) =>
  commands.map(({ status }) => status);
const storedOf = (ids: string[]) =>
  house.lookAsSystem((tx) => tx.select().from(commandReceipt).where(inArray(commandReceipt.id, ids)));

describe('a command whose author is nobody', () => {
  it('is not taken, and keeps nothing else out', async () => {
    const invented = Array.from({ length: 5 }, () => write({ author: uuidV7() }));
    const nameless = write({ author: 'ai đó' });
    for (const by of ['leader', null] as const) {
      const answer = await bring(by, await seal([...invented, nameless, write()]));
      expect(statuses(answer)).toEqual([...Array(6).fill('not-taken'), 'applied']);
      expect(answer.commands[0]?.reason?.key).toBe('sync.author-not-sender');
    }
    expect(await storedOf(invented.map(({ id }) => id))).toEqual([]);
  });
});

describe('what one person or device lays before the leader', () => {
  it('is no more at a visit than can be decided on; the rest stays where it came from', async () => {
    const work = { author: house.accountId('leader'), sender: personal('quality'), signedBy: null };
    const foreign = (length: number) => Array.from({ length }, () => write({ author: work.author }));
    const commands = foreign(mostWaiting + 1);
    const told = (await keepForLeader(house.ground, commands, work)).map((text) => JSON.parse(text ?? '{}'));
    expect(told.slice(0, -1).every(({ status }) => status === 'quarantined')).toBe(true);
    expect(told.at(-1)).toMatchObject({ status: 'refused', reason: { key: 'sync.leader-has-enough' } });
    expect(await storedOf(commands.slice(-1).map(({ id }) => id))).toEqual([]);
    // What waits is told as before, and others have room of their own.
    expect(await keepForLeader(house.ground, commands.slice(0, 1), work)).toEqual([JSON.stringify(told[0])]);
    const answer = await bring('quality', await seal(foreign(1)));
    expect([statuses(answer), answer.commands[0]?.reason?.key]).toEqual([
      ['not-taken'],
      'sync.leader-has-enough',
    ]);
    expect(statuses(await bring('inspector', await seal(foreign(1))))).toEqual(['quarantined']);
    // Nothing is hidden from the leader behind what came before it.
    const listed = new Set<string>();
    for (let cursor: string | null = null, more = true; more; ) {
      const page: Quarantined[] = await house.ask('leader', listQuarantined, { visitId, cursor });
      for (const { commandId } of page) listed.add(commandId);
      cursor = page.at(-1)?.id ?? null;
      more = page.length === quarantinedAtOnce;
    }
    expect(listed.size).toBe(mostWaiting + 1);
    // A device brings by itself what whoever registered it may, however many they register.
    const another = makeTestDevice();
    await house.run('quality', registerDevice, another.registration(house.accountId('quality')));
    const alone = { ...work, sender: undefined, signedBy: another.id };
    const [text] = await keepForLeader(house.ground, foreign(1), alone);
    expect(JSON.parse(text ?? '{}')).toMatchObject({ reason: { key: 'sync.leader-has-enough' } });
  }, 60_000);
});

describe('a parcel', () => {
  it('comes in whoever took its place in the trail, or made another of the same id', async () => {
    const id = uuidV7();
    const file = await seal([write()], id);
    const { headHash } = await readParcel(bytesSource(file));
    expect(statuses(await bring(null, await seal([write(), write()], id)))).toEqual(['applied', 'applied']);
    for (const sender of [`device ${device.id}`, house.accountId('leader')])
      await perform(endOwnSessions, personal('outsider'), {
        id: handInId(headHash, sender),
        payload: { refs: [uuidV7()] },
      });
    for (const by of [null, 'leader'] as const) expect(statuses(await bring(by, file))).toEqual(['applied']);
  });

  it('tells who has nothing to do with its visit the same, whether the server knows its commands or not', async () => {
    const file = await seal([write()]);
    const before = await bring('outsider', file);
    expect(before.commands).toMatchObject([{ status: 'not-taken', before: false }]);
    expect(statuses(await bring('leader', file))).toEqual(['applied']);
    expect(await bring('outsider', file)).toEqual(before);
    expect((await bring('leader', file)).commands).toMatchObject([{ status: 'applied', before: true }]);
  });
});
