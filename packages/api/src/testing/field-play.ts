import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import type { Quarantined } from '@kycuong/domain/sync/quarantine.ts';
import { Receipt } from '@kycuong/domain/sync/receipt.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { perform } from '../door.ts';
import { ask } from '../query.ts';
import { admitQuarantined } from '../sync/admit-quarantined.ts';
import { declineQuarantined } from '../sync/decline-quarantined.ts';
import { handIn } from '../sync/hand-in.ts';
import { listQuarantined } from '../sync/list-quarantined.ts';
import { pull } from '../sync/pull.ts';
import { push } from '../sync/push.ts';
import { setAnswer } from '../visit/set-answer.ts';
import type { Ground, Request } from '../work.ts';
import { dyingAt } from './dying-server.ts';
import type { FieldRound } from './field-house.ts';
import { type FieldStep, type StepOf, tabletsInHand } from './field-step.ts';
import { carryPhoto, type FieldWorld } from './field-world.ts';
import { photoBytes, writeOn } from './field-write.ts';
import type { Persona } from './house.ts';
import { SimulatedTablet } from './simulated-tablet.ts';
import { bytesSource, makeTestParcel } from './test-parcel.ts';

const hour = 3_600_000;

interface Message {
  readonly request: Request;
  readonly commands: readonly unknown[];
}

interface Hand {
  readonly name: Persona;
  tablet: SimulatedTablet;
}

/** One history under way. */
interface Play {
  readonly world: FieldWorld;
  readonly round: FieldRound;
  readonly visitIds: readonly string[];
  readonly hands: readonly Hand[];
  readonly members: Set<Persona>;
  /** Whose accounts are disabled just now. */
  readonly disabled: Set<Persona>;
  readonly late: Message[];
}

export interface Played extends Play {
  /** What the leader decided on, at the very end if not before. */
  readonly decided: readonly Quarantined[];
  /** Of these, what was let in after all. */
  readonly admitted: ReadonlySet<string>;
}

const overTheWire = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value));

/** The receipts; none where the sender's account is disabled, which is told and stored nowhere. */
async function deliver(
  { world: { house, faults }, disabled }: Play,
  { request, commands }: Message,
): Promise<readonly (string | null)[]> {
  const { caller } = request;
  const isDisabled = [...disabled].some(
    (name) => caller.kind === 'person' && house.accountId(name) === caller.accountId,
  );
  const sent = push(request, { commands: overTheWire(commands) });
  if (!isDisabled) return (await sent).receipts;
  const refused = await sent.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (refused === undefined) throw new Error('taken from a disabled account');
  if (request.ground === house.ground && !(refused instanceof DomainError)) throw refused;
  faults.add('sender turned away, the account being disabled');
  return [];
}

/** A server that ends in the place of its n-th statement, and says where. */
function dying({ world: { house, faults } }: Play, n: number, while_: string): Ground {
  return dyingAt(house.ground, n, (statement) => {
    faults.add(`server killed while ${while_}`);
    faults.add(`server killed at: ${/^\s*(\w+)/.exec(statement)?.[1] ?? '?'}`);
  });
}

async function deliverEight(play: Play, message: Message): Promise<readonly (string | null)[]> {
  const all = await Promise.all(Array.from({ length: 8 }, () => deliver(play, message)));
  const [first = []] = all;
  for (const receipts of all)
    if (JSON.stringify(receipts) !== JSON.stringify(first) || receipts.includes(null))
      throw new Error(`eight identical senders got different answers: ${JSON.stringify(all)}`);
  play.world.faults.add('eight identical senders at once');
  return first;
}

async function send(play: Play, hand: Hand, step: StepOf<'send'>): Promise<void> {
  const { world, late } = play;
  const { house, faults } = world;
  const { tablet, name } = hand;
  const commands = tablet.waiting();
  if (commands.length === 0) return;
  const request: Request = { ground: house.ground, caller: house.caller(name) };
  const message = { request, commands };
  const isOff = Math.abs(tablet.skewMs);
  if (isOff > 0)
    faults.add(
      `commands sent from a clock that is off by ${isOff > 24 * hour ? 'a year' : 'hours'}`,
      commands.length,
    );
  switch (step.fate) {
    case 'arrives': {
      const receipts = await deliver(play, message);
      if ((receipts.length === 0) !== play.disabled.has(name))
        throw new Error('a disabled account was answered, or another was not');
      if (receipts.length === 0) faults.add('sender turned away, the account being disabled');
      return tablet.keepReceipts(receipts);
    }
    case 'lost':
      faults.add('request lost');
      return;
    case 'answer-lost':
      await deliver(play, message);
      faults.add('answer lost');
      return;
    case 'twice':
      for (const receipts of await Promise.all([deliver(play, message), deliver(play, message)]))
        tablet.keepReceipts(receipts);
      faults.add('request doubled, both at once');
      return;
    case 'eight':
      return tablet.keepReceipts(await deliverEight(play, message));
    case 'late':
      late.push({ request, commands: overTheWire(commands) });
      return;
    case 'shuffled': {
      if (commands.length > 1) faults.add('request with its commands out of order');
      const cut = step.n % commands.length;
      const shuffled = [...commands.slice(cut), ...commands.slice(0, cut)];
      return tablet.keepReceipts(await deliver(play, { request, commands: shuffled }));
    }
    case 'only-the-latest': {
      if (commands.length > 1) faults.add('later commands arrive before earlier ones');
      return tablet.keepReceipts(
        await deliver(play, { request, commands: commands.slice(-1 - (step.n % 3)) }),
      );
    }
    case 'server-dies': {
      const ground = dying(play, step.n, 'taking commands');
      const receipts = await deliver(play, { request: { ...request, ground }, commands }).catch(() => []);
      return tablet.keepReceipts(receipts);
    }
    case 'signed-out': {
      const nobody = { ground: house.ground, caller: { kind: 'system', name: 'nobody', roles: [] } } as const;
      const answer = await deliver(play, { request: nobody, commands }).catch(() => 'refused');
      if (answer !== 'refused') throw new Error('taken without a sign-in');
      faults.add('sign-in expired while sending');
      return;
    }
    case 'app-killed': {
      const disk = tablet.disk();
      await deliver(play, message);
      hand.tablet = tablet.restarted(disk);
      faults.add('app killed between the answer and its keeping');
    }
  }
}

async function pullAll({ world: { house }, disabled }: Play, { tablet, name }: Hand): Promise<void> {
  if (disabled.has(name)) return;
  for (let more = true; more; ) {
    const page = await house.ask(name, pull, { cursor: tablet.cursor });
    tablet.keepChanges(page.changes);
    tablet.cursor = page.cursor;
    more = page.more;
  }
}

async function pullOnce(play: Play, hand: Hand, step: StepOf<'pull'>): Promise<void> {
  const { house, faults } = play.world;
  const { tablet, name } = hand;
  const caller = house.caller(name);
  const input = { cursor: tablet.cursor };
  if (play.disabled.has(name)) {
    const answer = await house.ask(name, pull, input).catch(() => 'refused');
    if (answer !== 'refused') throw new Error('a disabled account was told something');
    faults.add('pull turned away, the account being disabled');
    return;
  }
  switch (step.fate) {
    case 'arrives':
      return pullAll(play, hand);
    case 'answer-lost':
      await house.ask(name, pull, input);
      faults.add('answer to a pull lost');
      return;
    case 'server-dies': {
      const page = await ask(
        pull,
        { ground: dying(play, step.n % 6, 'answering a pull'), caller },
        input,
      ).catch(() => undefined);
      if (page === undefined) return;
      tablet.keepChanges(page.changes);
      tablet.cursor = page.cursor;
      return;
    }
    case 'app-killed': {
      const disk = tablet.disk();
      tablet.keepChanges((await house.ask(name, pull, input)).changes);
      hand.tablet = tablet.restarted(disk);
      faults.add('app killed in the middle of a pull');
    }
  }
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

async function decideOn(
  play: Play,
  quarantinedId: string,
  admits: boolean,
  ground?: Ground,
): Promise<boolean> {
  const { house, faults } = play.world;
  const request = { ground: ground ?? house.ground, caller: house.caller('leader') };
  const text = admits
    ? await perform(admitQuarantined, request, { id: uuidV7(), payload: { quarantinedId } })
    : await perform(declineQuarantined, request, {
        id: uuidV7(),
        payload: { quarantinedId, reason: 'Không thuộc đợt này.' },
      });
  const { status } = Receipt.parse(JSON.parse(text));
  if (status === 'refused') {
    faults.add('what the leader would let in was refused by the rules');
    return false;
  }
  faults.add(admits ? 'kept command let in by the leader' : 'kept command declined by the leader');
  return true;
}

/** What waits for the leader; asked where a tablet was told of it. */
async function keptAt({ world: { house }, visitIds, hands }: Play, decided = false) {
  const isTold = (visitId: string) =>
    hands.some(({ tablet }) =>
      tablet.log.some(
        ({ id, visitId: of, action }) =>
          of === visitId && (tablet.wasKept(id) || action === 'command.hand-to-leader'),
      ),
    );
  const kept = visitIds
    .filter(isTold)
    .map((visitId) => house.ask('leader', listQuarantined, { visitId, decided }));
  return (await Promise.all(kept)).flat();
}

async function decideOne(play: Play, { n, value }: FieldStep): Promise<void> {
  const kept = (await keptAt(play)).filter(({ mayDecide }) => mayDecide);
  const one = kept[n % Math.max(1, kept.length)];
  if (one === undefined) return;
  const ground = value === 0 ? dying(play, n, 'the leader decides') : undefined;
  await decideOn(play, one.id, value !== 3, ground).catch((error: unknown) => {
    if (ground === undefined) throw error;
  });
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
  const round = await house.addRound();
  await house.assign('outsider', round);
  const visitIds = [round.visitId('coLe'), round.visitId('ninhGiang')];
  const hands = tabletsInHand.map(({ name, skewMs, offsetKnown }, index): Hand => {
    const device = world.devices[index]?.id ?? '';
    const holding = { author: house.accountId(name), device, skewMs, offsetKnown };
    return { name, tablet: new SimulatedTablet({ ...holding, cursor: cursors[index] ?? null }) };
  });
  const members = new Set<Persona>(['leader', 'inspector', 'outsider']);
  const play: Play = { world, round, visitIds, hands, members, disabled: new Set(), late: [] };
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
