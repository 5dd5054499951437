import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { ask } from '../query.ts';
import { pull } from '../sync/pull.ts';
import { push } from '../sync/push.ts';
import type { Ground, Request } from '../work.ts';
import { dyingAt } from './dying-server.ts';
import type { FieldRound } from './field-house.ts';
import type { StepOf } from './field-step.ts';
import type { FieldWorld } from './field-world.ts';
import type { Persona } from './house.ts';
import type { Choice, SimulatedTablet } from './simulated-tablet.ts';

const hour = 3_600_000;

export interface Message {
  readonly request: Request;
  readonly commands: readonly unknown[];
}

export interface Hand {
  readonly name: Persona;
  tablet: SimulatedTablet;
}

/** One history under way. */
export interface Play {
  readonly world: FieldWorld;
  readonly round: FieldRound;
  readonly visitIds: readonly string[];
  readonly hands: readonly Hand[];
  readonly members: Set<Persona>;
  /** Whose accounts are disabled just now. */
  readonly disabled: Set<Persona>;
  readonly late: Message[];
  /** What the leader settled at the console, the latest last. */
  readonly consoleChoices: Choice[];
}

export const overTheWire = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value));

/** The receipts; none where the sender's account is disabled, which is told and stored nowhere. */
export async function deliver(
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
export function dying({ world: { house, faults } }: Play, n: number, while_: string): Ground {
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

export async function send(play: Play, hand: Hand, step: StepOf<'send'>): Promise<void> {
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

export async function pullAll({ world: { house }, disabled }: Play, { tablet, name }: Hand): Promise<void> {
  if (disabled.has(name)) return;
  for (let more = true; more; ) {
    const page = await house.ask(name, pull, { cursor: tablet.cursor });
    tablet.keepChanges(page.changes);
    tablet.cursor = page.cursor;
    more = page.more;
  }
}

export async function pullOnce(play: Play, hand: Hand, step: StepOf<'pull'>): Promise<void> {
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
