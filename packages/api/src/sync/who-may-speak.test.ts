import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { account, roleGrant } from '@kycuong/db/schema/access.ts';
import { device, deviceAccount } from '@kycuong/db/schema/device.ts';
import { unit } from '@kycuong/db/schema/organisation.ts';
import { commandReceipt, quarantinedCommand } from '@kycuong/db/schema/sync.ts';
import { trailEntry } from '@kycuong/db/schema/trail.ts';
import { visit } from '@kycuong/db/schema/visit.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import type { CommandEnvelope } from '@kycuong/domain/sync/command-envelope.ts';
import { Receipt } from '@kycuong/domain/sync/receipt.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changePassword } from '../access/change-password.ts';
import { createSession } from '../access/create-session.ts';
import { endOwnSessions } from '../access/end-own-sessions.ts';
import { endSessions } from '../access/end-sessions.ts';
import { carryOut } from '../carry-out.ts';
import { liveDevice } from '../device/live-device.ts';
import { orderWipe } from '../device/order-wipe.ts';
import { registerDevice } from '../device/register.ts';
import { speakAgain } from '../device/speak-again.ts';
import { diskStore, type EvidenceStore } from '../evidence/store.ts';
import { type FieldHouse, type FieldRound, openFieldHouse } from '../testing/field-house.ts';
import { type Persona, password } from '../testing/house.ts';
import { makeTestDevice, type TestDevice } from '../testing/test-device.ts';
import { makeOrderKey } from '../testing/test-order-key.ts';
import { bytesSource, makeTestParcel, makeTestRecovery, type TestRecovery } from '../testing/test-parcel.ts';
import { admitQuarantined } from './admit-quarantined.ts';
import { handIn } from './hand-in.ts';
import { listQuarantined } from './list-quarantined.ts';
import { push } from './push.ts';
import { quickPush } from './quick-push.ts';

/**
 * Every way by which a command can come in × whose name it bears. The sender is a member of the team; "here" means
 * registered on the sender's tablet by an own sign-in.
 */
const authors = [
  'self',
  'colleague here',
  'colleague',
  'stranger here',
  'stranger',
  'disabled here',
  'disabled stranger here',
  'other province',
] as const;
type Author = (typeof authors)[number];

/** applied · refused for good · kept for the leader · not taken: nothing is stored and it stays where it came from. */
type Fate = 'applied' | 'refused' | 'kept' | 'not taken';

interface Way {
  readonly way: string;
  readonly fates: Readonly<Record<Author, Fate>>;
}
const way = (name: string, ...fates: Fate[]): Way => ({
  way: name,
  fates: Object.fromEntries(authors.map((author, index) => [author, fates[index]])) as Record<Author, Fate>,
});

const admitted = 'unsigned, then admitted by the leader';

// biome-ignore format: a table
const ways = [
  //                                                self         colleague h. colleague    stranger h.  stranger     disabled h.  dis.str. h.  other province
  way('session',                                    'applied',   'not taken', 'not taken', 'not taken', 'not taken', 'not taken', 'not taken', 'not taken'),
  way('session, in one statement',                  'applied',   'not taken', 'not taken', 'not taken', 'not taken', 'not taken', 'not taken', 'not taken'),
  way('session and device',                         'applied',   'applied',   'not taken', 'not taken', 'not taken', 'kept',      'not taken', 'not taken'),
  way('session and device, written elsewhere',      'applied',   'not taken', 'not taken', 'not taken', 'not taken', 'not taken', 'not taken', 'not taken'),
  way('session and device, colleague signed out',   'applied',   'not taken', 'not taken', 'not taken', 'not taken', 'kept',      'not taken', 'not taken'),
  way('session and wiped device',                   'applied',   'not taken', 'not taken', 'not taken', 'not taken', 'not taken', 'not taken', 'not taken'),
  // The command line and a colleague's hand-over are this same way.
  way('parcel by a person',                         'applied',   'applied',   'kept',      'not taken', 'kept',      'kept',      'not taken', 'kept'),
  way('unsigned parcel by a person',                'applied',   'kept',      'kept',      'kept',      'kept',      'kept',      'kept',      'kept'),
  way(admitted,                                     'applied',   'applied',   'applied',   'kept',      'kept',      'applied',   'kept',      'kept'),
  way('wiped device’s by a person',                 'applied',   'kept',      'kept',      'kept',      'kept',      'kept',      'kept',      'kept'),
  way('parcel by the device',                       'applied',   'applied',   'kept',      'refused',   'kept',      'kept',      'kept',      'kept'),
  way('parcel by the locked device',                'applied',   'applied',   'kept',      'refused',   'kept',      'kept',      'kept',      'kept'),
  way('parcel by the device, a wipe ordered',       'applied',   'applied',   'kept',      'refused',   'kept',      'kept',      'kept',      'kept'),
  way('parcel by the device, signed out of it',     'kept',      'applied',   'kept',      'refused',   'kept',      'kept',      'kept',      'kept'),
  way('parcel by the wiped device',                 'kept',      'kept',      'kept',      'kept',      'kept',      'kept',      'kept',      'kept'),
  way('parcel by the device, written elsewhere',    'kept',      'kept',      'kept',      'kept',      'kept',      'kept',      'kept',      'kept'),
  way('parcel by another’s device',                 'kept',      'kept',      'applied',   'kept',      'kept',      'kept',      'kept',      'kept'),
  way('parcel by a device with nobody of the team', 'not taken', 'not taken', 'not taken', 'not taken', 'not taken', 'not taken', 'not taken', 'not taken'),
];

let house: FieldHouse;
let round: FieldRound;
let visitId: string;
let folder: string;
let store: EvidenceStore;
let recovery: TestRecovery;
const ids = new Map<Author, string>();
const disabled = ['leadership', 'headNinhGiang'] as const;
const authorId = (author: Author) => ids.get(author) ?? '';

/** Somebody who holds the same role in another province. */
async function addForeigner(): Promise<string> {
  const id = uuidV7();
  const unitId = uuidV7();
  await house.lookAsSystem(async (tx) => {
    const province = {
      code: '01',
      name: 'Thành phố Hà Nội',
      kind: 'thanh-pho-tw',
      level: 'province',
    } as const;
    await tx.insert(unit).values({ id: unitId, identityId: unitId, ...province, validFrom: '2025-07-01' });
    await tx.insert(account).values({ id, username: 'ngoai.tinh', fullName: 'Người Ngoài Tỉnh', unitId });
    const grant = { accountId: id, role: 'inspector', unitId, validFrom: '2025-07-01' } as const;
    await tx.insert(roleGrant).values({ id: uuidV7(), ...grant });
  });
  return id;
}

beforeAll(async () => {
  house = await openFieldHouse();
  round = await house.addRound('issued', ['inspector', 'quality', 'leadership']);
  visitId = round.visitId('coLe');
  recovery = await makeTestRecovery();
  folder = await mkdtemp(join(tmpdir(), 'kycuong-speak-'));
  store = diskStore(folder);
  ids.set('self', house.accountId('inspector'));
  ids.set('colleague here', house.accountId('quality'));
  ids.set('colleague', house.accountId('leader'));
  ids.set('stranger here', house.accountId('outsider'));
  ids.set('stranger', house.accountId('headCoLe'));
  ids.set('disabled here', house.accountId('leadership'));
  ids.set('disabled stranger here', house.accountId('headNinhGiang'));
  ids.set('other province', await addForeigner());
});
afterAll(async () => {
  await house.close();
  await rm(folder, { recursive: true, force: true });
});

async function register(made: TestDevice, ...people: Persona[]) {
  for (const name of people) await house.run(name, registerDevice, made.registration(house.accountId(name)));
}
const wiped = (deviceId: string, wipedAt: Date | null) =>
  house.lookAsSystem((tx) => tx.update(device).set({ wipedAt }).where(eq(device.id, deviceId)));

async function orderToWipe(deviceId: string) {
  const ground = { ...house.ground, keys: { order: makeOrderKey() } };
  const request = { ground, caller: house.caller('administrator') };
  await carryOut(orderWipe, request, {
    id: uuidV7(),
    payload: { orderId: uuidV7(), deviceId, reason: 'Mất máy' },
  });
}

/** A command as the tablet would log it, in the name of whom it likes. */
function write(deviceId: string, author: Author, seq: number): CommandEnvelope {
  const tablet = house.tablet('inspector');
  const text = `Do ${author} viết, ${uuidV7()}`;
  const payload = { visitId, itemCode: 'M01', note: text };
  return tablet.write('answer.set', payload, { author: authorId(author), device: deviceId, seq });
}

const sender = (signedBy: string | null) => ({
  ground: house.ground,
  caller: house.caller('inspector'),
  signedBy,
});
async function pushed(signedBy: string | null, command: CommandEnvelope) {
  const { receipts } = await push(sender(signedBy), { commands: [command] });
  return Receipt.parse(JSON.parse(receipts[0] ?? 'null')).status;
}
async function quick(command: CommandEnvelope) {
  const { id: cookie } = await createSession(house.ground, { accountId: authorId('self') });
  const text = await quickPush(house.ground, { cookie, input: JSON.stringify({ commands: [command] }) });
  // What is not the sender's own goes on to the ordinary way.
  return text === undefined
    ? pushed(null, command)
    : Receipt.parse(JSON.parse(JSON.parse(text).receipts[0])).status;
}
interface Bringing {
  readonly made: TestDevice;
  readonly command: CommandEnvelope;
  readonly by: 'person' | 'device';
  readonly signed?: boolean;
  readonly locked?: boolean;
}
async function brought({ made, command, by, ...how }: Bringing) {
  const file = await makeTestParcel({ device: made, recovery, commands: [command], ...how });
  const given = {
    source: bytesSource(file),
    store,
    recovery: async (id: string) => (id === recovery.id ? recovery.privateKey : undefined),
  };
  const { commands } = await handIn(house.ground, by === 'person' ? sender(null) : undefined, given);
  return commands[0]?.status;
}

async function come(name: string, made: TestDevice, command: CommandEnvelope): Promise<unknown> {
  const by = name.endsWith('person') ? 'person' : 'device';
  switch (name) {
    case 'session':
      return pushed(null, command);
    case 'session, in one statement':
      return quick(command);
    case 'session and device':
    case 'session and device, written elsewhere':
    case 'session and device, colleague signed out':
    case 'session and wiped device':
      return pushed(made.id, command);
    case 'unsigned parcel by a person':
      return brought({ made, command, by, signed: false });
    case admitted:
      return brought({ made, command, by: 'person', signed: false });
    case 'parcel by the locked device':
      return brought({ made, command, by, locked: true });
    default:
      return brought({ made, command, by });
  }
}

/** The leader admits what may be admitted: the author has, or had, a place in the team. */
async function admitIfMay(commandId: string) {
  const [kept] = await house.lookAsSystem((tx) =>
    tx.select().from(quarantinedCommand).where(eq(quarantinedCommand.commandId, commandId)),
  );
  if (kept === undefined) return;
  const quarantinedId = kept.id;
  await house.run('leader', admitQuarantined, { quarantinedId }).catch((error: unknown) => {
    if (!(error instanceof DomainError)) throw error;
  });
}

async function remains(id: string): Promise<{ fate: Fate; devices: (string | null)[] }> {
  return house.lookAsSystem(async (tx) => {
    const kept = await tx.select().from(quarantinedCommand).where(eq(quarantinedCommand.commandId, id));
    const receipts = await tx.select().from(commandReceipt).where(eq(commandReceipt.id, id));
    const entries = await tx.select().from(trailEntry).where(eq(trailEntry.commandId, id));
    const fate =
      entries.length > 0
        ? 'applied'
        : kept.length > 0
          ? 'kept'
          : receipts.length > 0
            ? 'refused'
            : 'not taken';
    return { fate, devices: [...entries, ...kept].map(({ deviceId }) => deviceId) };
  });
}

describe.each(ways)('$way', ({ way: name, fates }) => {
  it('speaks for no more than it may', async () => {
    const made = makeTestDevice();
    if (name === 'parcel by a device with nobody of the team') await register(made, 'headNinhGiang');
    else if (name === 'parcel by another’s device') await register(made, 'leader');
    else await register(made, 'inspector', 'quality', 'outsider', 'leadership', 'headNinhGiang');
    if (name.endsWith('a wipe ordered')) await orderToWipe(made.id);
    if (name.endsWith('signed out of it'))
      await house.run('administrator', endSessions, { accountId: authorId('self') });
    if (name.endsWith('colleague signed out'))
      await house.run('administrator', endSessions, { accountId: authorId('colleague here') });
    if (name.includes('wiped')) await wiped(made.id, house.ground.now());
    for (const person of disabled) await house.disable(person, true);
    const seen: [Author, Fate][] = [];
    const said: [Author, unknown][] = [];
    for (const [index, author] of authors.entries()) {
      const command = write(name.endsWith('elsewhere') ? uuidV7() : made.id, author, index + 1);
      const status = await come(name, made, command);
      if (name === admitted) await admitIfMay(command.id);
      else said.push([author, status]);
      const { fate, devices } = await remains(command.id);
      seen.push([author, fate]);
      const byDevice = name.includes('device') && !name.startsWith('session') && fate !== 'refused';
      if (byDevice && fate !== 'not taken' && !(author === 'self' && name.endsWith('person')))
        expect(devices, `${author}: the device is named`).toEqual([made.id]);
    }
    for (const person of disabled) await house.disable(person, false);
    expect(Object.fromEntries(seen)).toEqual(fates);
    for (const [author, status] of said)
      expect([author, status]).toEqual([
        author,
        {
          applied: status === 'conflict' ? 'conflict' : 'applied',
          kept: 'quarantined',
          refused: 'refused',
          'not taken': name.startsWith('session') ? 'refused' : 'not-taken',
        }[fates[author]],
      ]);
  });
});

describe('a visit that the team has not held', () => {
  it('is not closed by the head of the unit in the leader’s name, whatever the parcel says', async () => {
    const own = await house.addRound();
    const target = own.visitId('coLe');
    const made = makeTestDevice();
    await register(made, 'headCoLe');
    const tablet = house.tablet('leader');
    const change = { device: made.id };
    const commands = [
      tablet.write(
        'answer.set',
        { visitId: target, itemCode: 'D01', conformity: 'conform', note: 'Giả' },
        change,
      ),
      tablet.write('visit.submit', { visitId: target }, change),
      tablet.write('visit.close', { visitId: target }, change),
    ];
    const file = await makeTestParcel({ device: made, recovery, commands });
    const given = { source: bytesSource(file), store, recovery: async () => recovery.privateKey };
    const { commands: told, proven } = await handIn(house.ground, undefined, given);
    expect([proven, told.map(({ status }) => status)]).toEqual([
      true,
      ['not-taken', 'not-taken', 'not-taken'],
    ]);
    const [row] = await house.look('office', (tx) => tx.select().from(visit).where(eq(visit.id, target)));
    expect(row?.status).toBe('planned');
    expect(await house.ask('leader', listQuarantined, { visitId: target })).toEqual([]);
  });
});

describe('somebody who does not work at a visit', () => {
  it('brings nobody’s work there, though its author signed in on the same device', async () => {
    // They are colleagues elsewhere: the sender is shown whose device it is.
    await house.addRound('issued', ['inspector', 'outsider']);
    const made = makeTestDevice();
    await register(made, 'inspector', 'outsider');
    const command = write(made.id, 'self', 1);
    const outsider = { ...sender(made.id), caller: house.caller('outsider') };
    const { receipts } = await push(outsider, { commands: [command] });
    expect(Receipt.parse(JSON.parse(receipts[0] ?? 'null')).status).toBe('refused');
    expect((await remains(command.id)).fate).toBe('not taken');
  });
});

describe('what waits for the leader', () => {
  it('names the device and who registered it, and so does the trail once it is admitted', async () => {
    const made = makeTestDevice();
    await register(made, 'inspector');
    const command = write(made.id, 'colleague', 1);
    expect(await brought({ made, command, by: 'device' })).toBe('quarantined');
    const waiting = await house.ask('leader', listQuarantined, { visitId });
    const kept = waiting.find(({ commandId }) => commandId === command.id);
    expect(kept).toMatchObject({
      reason: 'sync.author-unproven',
      sender: null,
      device: { id: made.id, registeredBy: 'Bùi Thị Kiểm' },
    });
    await house.run('leader', admitQuarantined, { quarantinedId: kept?.id ?? '' });
    const entries = await house.lookAsSystem((tx) =>
      tx.select().from(trailEntry).where(eq(trailEntry.commandId, command.id)),
    );
    expect(entries).toMatchObject([
      { actorId: authorId('colleague'), senderId: house.accountId('leader'), deviceId: made.id },
    ]);
  });
});

describe('a device that reported its wipe', () => {
  it('is registered for nobody any more, and makes no session last as long as a tablet’s', async () => {
    const made = makeTestDevice();
    await register(made, 'inspector');
    expect(await liveDevice(house.ground.database, made.id)).toBe(made.id);
    await wiped(made.id, house.ground.now());
    await expect(register(made, 'headCoLe')).rejects.toMatchObject({ code: 'conflict', key: 'device.wiped' });
    const rows = await house.lookAsSystem((tx) =>
      tx.select().from(deviceAccount).where(eq(deviceAccount.deviceId, made.id)),
    );
    expect(rows).toHaveLength(1);
    expect(await liveDevice(house.ground.database, made.id)).toBeNull();
  });
});

describe('the voice that a person gave a device', () => {
  const heard = async (made: TestDevice, seq: number) => {
    const command = write(made.id, 'self', seq);
    await brought({ made, command, by: 'device' });
    return (await remains(command.id)).fate;
  };

  it('ends with another password, a lock, and signing out elsewhere; the next sign-in on it gives it back', async () => {
    const made = makeTestDevice();
    await register(made, 'inspector');
    const accountId = authorId('self');
    const again = () =>
      speakAgain(house.ground.database, { deviceId: made.id, accountId }, house.ground.now());
    expect(await heard(made, 1)).toBe('applied');
    await house.run('inspector', changePassword, { current: password, next: 'qua-mit-huong-rung-71' });
    expect(await heard(made, 2)).toBe('kept');
    await again();
    expect(await heard(made, 3)).toBe('applied');
    await house.disable('inspector', true);
    await house.disable('inspector', false);
    expect(await heard(made, 4)).toBe('kept');
    await again();
    await house.run('inspector', endOwnSessions, { refs: [uuidV7()] });
    expect(await heard(made, 5)).toBe('kept');
  });
});
