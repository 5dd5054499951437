import type { Quarantined } from '@kycuong/domain/sync/quarantine.ts';
import { handIn } from '../sync/hand-in.ts';
import { setAnswer } from '../visit/set-answer.ts';
import type { Request } from '../work.ts';
import { decideOn, decideOne, keptAt } from './field-keep.ts';
import { deliver, dying, type Hand, overTheWire, type Play, pullAll, pullOnce, send } from './field-line.ts';
import { differ, settle, writeAgain } from './field-settle.ts';
import { type FieldStep, type StepOf, tabletsInHand } from './field-step.ts';
import { carryPhoto, type FieldWorld } from './field-world.ts';
import { photoBytes, writeOn } from './field-write.ts';
import type { Persona } from './house.ts';
import { SimulatedTablet } from './simulated-tablet.ts';
import { bytesSource, makeTestParcel } from './test-parcel.ts';

export interface Played extends Play {
  /** What the leader decided on, at the very end if not before. */
  readonly decided: readonly Quarantined[];
  /** Of these, what was let in after all. */
  readonly admitted: ReadonlySet<string>;
}

async function upload(play: Play, { tablet, name }: Hand, step: StepOf<'upload'>): Promise<void> {
  const { world } = play;
  const { faults } = world;
  const ready = tablet.readyUploads();
  const one = ready[step.n % Math.max(1, ready.length)];
  if (one === undefined) return;
  const bytes = photoBytes(one.bytes);
  switch (step.fate) {
    case 'arrives':
      one.received = await carryPhoto(world, name, one);
      return;
    case 'cut':
    case 'wrong-bytes': {
      // A photo still by its first bytes, and as long.
      const other = Buffer.concat([bytes.subarray(0, -1), Buffer.from('?')]);
      const wrong = step.fate === 'cut' ? bytes.subarray(0, -5) : other;
      if (await carryPhoto(world, name, one, { bytes: wrong })) return;
      faults.add(step.fate === 'cut' ? 'photo cut short' : 'photo with wrong bytes');
      return;
    }
    case 'twice':
      await Promise.all([carryPhoto(world, name, one), carryPhoto(world, name, one)]);
      faults.add('photo uploaded twice at once');
      return;
    case 'answer-lost':
      await carryPhoto(world, name, one);
      faults.add('answer to a photo lost');
      return;
    case 'server-dies': {
      const ground = dying(play, step.n, 'taking a photo');
      one.received = await carryPhoto(world, name, one, { ground }).catch(() => false);
    }
  }
}

async function changeTeam({ world, round, members }: Play, { n }: FieldStep): Promise<void> {
  const { house, faults } = world;
  const name = n % 3 === 0 ? 'inspector' : 'outsider';
  if (members.has(name)) {
    await house.remove(name, round);
    members.delete(name);
    faults.add('member removed midway');
  } else {
    await house.assign(name, round);
    members.add(name);
    faults.add('member assigned midway');
  }
}

async function changeAccount({ world: { house, faults }, disabled }: Play, { n }: FieldStep): Promise<void> {
  // Sooner enabled again than the next is disabled: most of a history is other people's.
  const [first] = disabled;
  const name = first ?? (n % 3 === 0 ? 'outsider' : 'inspector');
  const isDisabled = first === undefined;
  await house.disable(name, isDisabled);
  if (isDisabled) disabled.add(name);
  else disabled.delete(name);
  faults.add(isDisabled ? 'account disabled midway' : 'account enabled again');
}

/** A colleague is signed in on the author's tablet, which signs for what its author wrote. */
async function colleagueSends(play: Play, hand: Hand, { n, value }: FieldStep): Promise<void> {
  const { house, faults } = play.world;
  const { tablet } = hand;
  const sender = (['leader', 'inspector', 'outsider'] as const)[n % 3] ?? 'leader';
  const commands = tablet.waiting();
  if (commands.length === 0 || sender === hand.name) return;
  const signedBy = value === 0 ? null : tablet.device;
  const request: Request = { ground: house.ground, caller: house.caller(sender), signedBy };
  const before = tablet.receipts.size;
  tablet.keepReceipts(await deliver(play, { request, commands }));
  const taken = tablet.receipts.size - before;
  if (play.disabled.has(hand.name)) faults.add('work of a disabled author handed in by a colleague', taken);
  if (signedBy === null && taken > 0)
    throw new Error('taken for another without the signature of the device');
  faults.add('command handed in by a colleague, signed by the device', taken);
  faults.add('command of another not taken from the sender', commands.length - taken);
}

async function bringParcel(
  play: Play,
  { tablet, name }: Hand,
  index: number,
  { n, value }: FieldStep,
): Promise<void> {
  const { world, disabled } = play;
  const { house, faults, recovery, store } = world;
  const device = world.devices[index];
  if (device === undefined || tablet.log.length === 0) return;
  const sender = ([undefined, 'leader', name, 'outsider'] as const)[value];
  if (sender !== undefined && disabled.has(sender)) return;
  const photos = tablet.uploads.map(({ bytes }) => ({ bytes: photoBytes(bytes), sha256: '' }));
  const hashed = await Promise.all(
    photos.map(async ({ bytes }) => ({
      bytes,
      sha256: Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex'),
    })),
  );
  const locked = n % 2 === 0;
  const commands = overTheWire(tablet.log);
  const file = await makeTestParcel({ device, recovery, commands, photos: hashed, locked });
  const given = {
    source: bytesSource(file),
    store,
    recovery: async () => recovery.privateKey,
  };
  const request = sender && { ground: house.ground, caller: house.caller(sender) };
  const first = await handIn(house.ground, request, given);
  faults.add(`sealed parcel brought in by ${sender === undefined ? 'the device itself' : 'a person'}`);
  faults.add('sealed parcel of a locked tablet', locked ? 1 : 0);
  faults.add('sealed parcel of a disabled author', disabled.has(name) ? 1 : 0);
  const again = await handIn(house.ground, request, given);
  faults.add('the same parcel a second time');
  const told = ({ commands: all }: typeof first) => all.map(({ id, status }) => [id, status]);
  if (JSON.stringify(told(first)) !== JSON.stringify(told(again)))
    throw new Error(
      `a parcel's second import answered otherwise: ${JSON.stringify([told(first), told(again)])}`,
    );
}

async function happen(play: Play, step: FieldStep): Promise<void> {
  const { world, hands, visitIds, late, members } = play;
  const { house, faults } = world;
  const now = world.tick();
  const hand = hands[step.tablet];
  const visitId = visitIds[step.visit];
  if (hand === undefined || visitId === undefined) return;
  const team = [...members].map((name) => house.accountId(name));
  switch (step.do) {
    case 'write':
      return writeOn(hand.tablet, { visitId, now, team }, step);
    case 'send':
      return send(play, hand, step);
    case 'pull':
      return pullOnce(play, hand, step);
    case 'upload':
      return upload(play, hand, step);
    case 'late-arrives':
      for (const message of late.splice(step.n % Math.max(1, late.length))) {
        await deliver(play, message);
        faults.add('request delayed, after others');
      }
      return;
    case 'differ':
      return differ(play, step, now);
    case 'settle':
      return settle(play, step, now);
    case 'again':
      return writeAgain(play, hand, step, now);
    case 'members':
      return changeTeam(play, step);
    case 'account':
      return changeAccount(play, step);
    case 'decide':
      return decideOne(play, step);
    case 'colleague-sends':
      return colleagueSends(play, hand, step);
    case 'console':
      await house.send('leader', setAnswer, { visitId, itemCode: 'M01', count: 100 + step.n });
      faults.add('written at the console meanwhile');
      return;
    case 'parcel':
      return bringParcel(play, hand, step.tablet, step);
    case 'restart':
      hand.tablet = hand.tablet.restarted();
      faults.add('app started again');
      return;
    case 'disk-full': {
      // What was being written when the disk was full is not there; all before it is.
      const disk = hand.tablet.disk();
      writeOn(hand.tablet, { visitId, now, team }, { ...step, do: 'write', act: 'photo' });
      hand.tablet = hand.tablet.restarted(disk);
      faults.add('disk full while writing');
    }
  }
}

/** A colleague hands in what lies on some tablets of disabled authors; then the accounts are enabled again. */
async function enableAll(play: Play): Promise<void> {
  const { hands, disabled } = play;
  const { house, faults } = play.world;
  for (const { tablet, name } of hands) {
    const commands = tablet.waiting();
    if (!disabled.has(name) || commands.length === 0 || tablet.log.length % 2 === 0) continue;
    const request = { ground: house.ground, caller: house.caller('leader'), signedBy: tablet.device };
    const before = tablet.receipts.size;
    tablet.keepReceipts(await deliver(play, { request, commands }));
    const taken = tablet.receipts.size - before;
    faults.add('work of a disabled author handed in by a colleague', taken);
  }
  for (const name of disabled) await house.disable(name, false);
  disabled.clear();
}

async function sendRest(play: Play): Promise<void> {
  const { house } = play.world;
  for (const { tablet, name } of play.hands)
    for (let tries = 0; tablet.waiting().length > 0; tries += 1) {
      if (tries > 3) throw new Error('a command gets no receipt');
      const request = { ground: house.ground, caller: house.caller(name) };
      tablet.keepReceipts(await deliver(play, { request, commands: tablet.waiting() }));
    }
  for (const message of play.late) {
    await deliver(play, message);
    play.world.faults.add('request delayed to the very end');
  }
}

/** The history plays; then the network is good, all is sent, decided, uploaded and pulled. */
export async function playHistory(world: FieldWorld, steps: readonly FieldStep[]): Promise<Played> {
  const { house, cursors } = world;
  world.tick();
  const round = await house.addRound('issued', ['inspector', 'outsider']);
  const visitIds = [round.visitId('coLe'), round.visitId('ninhGiang')];
  const hands = tabletsInHand.map(({ name, skewMs, offsetKnown }, index): Hand => {
    const device = world.devices[index]?.id ?? '';
    const holding = { author: house.accountId(name), device, skewMs, offsetKnown };
    return { name, tablet: new SimulatedTablet({ ...holding, cursor: cursors[index] ?? null }) };
  });
  const members = new Set<Persona>(['leader', 'inspector', 'outsider']);
  const play: Play = {
    world,
    round,
    visitIds,
    hands,
    members,
    disabled: new Set(),
    late: [],
    consoleChoices: [],
  };
  for (const step of steps) await happen(play, step);
  await enableAll(play);
  await sendRest(play);
  // By chance, as ids end by chance: most of it is let in.
  for (const { id } of await keptAt(play))
    if (/[c-f]$/.test(id) || !(await decideOn(play, id, true))) await decideOn(play, id, false);
  for (const { tablet, name } of hands)
    for (const one of tablet.readyUploads()) one.received = await carryPhoto(world, name, one);
  await house.settle();
  await Promise.all(hands.map((hand) => pullAll(play, hand)));
  for (const [index, { tablet }] of hands.entries()) cursors[index] = tablet.cursor;
  const decided = await keptAt(play, true);
  const admitted = new Set(decided.flatMap(({ id, decision }) => (decision?.kind === 'applied' ? [id] : [])));
  return { ...play, decided, admitted };
}
