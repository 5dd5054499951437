import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findTicket } from '@kycuong/api/evidence/find-ticket.ts';
import { receiveBytes } from '@kycuong/api/evidence/receive-bytes.ts';
import { diskStore } from '@kycuong/api/evidence/store.ts';
import { ask } from '@kycuong/api/query.ts';
import { listFieldCommands } from '@kycuong/api/sync/list-field-commands.ts';
import { pull } from '@kycuong/api/sync/pull.ts';
import { push } from '@kycuong/api/sync/push.ts';
import { dyingAt } from '@kycuong/api/testing/dying-server.ts';
import { FaultCount } from '@kycuong/api/testing/fault-count.ts';
import { type FieldHouse, openFieldHouse } from '@kycuong/api/testing/field-house.ts';
import type { Persona } from '@kycuong/api/testing/house.ts';
import { conformities } from '@kycuong/domain/checklist/conformity.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { openConflicts } from '@kycuong/domain/visit/open-conflicts.ts';
import { type VisitView, viewOf } from '@kycuong/domain/visit/visit-view.ts';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ServerFailure } from '../src/sync/server-failure.ts';
import { RealTablet, type Way } from './real-tablet.ts';

const asked = Number(process.env.TABLET_HISTORIES ?? 0);
const hour = 3_600_000;
const inHand: readonly { readonly name: Persona; readonly skewMs: number }[] = [
  { name: 'leader', skewMs: 365 * 24 * hour },
  { name: 'inspector', skewMs: 0 },
  { name: 'inspector', skewMs: -hour },
];

let house: FieldHouse;
let folder: string;
const faults = new FaultCount();
beforeAll(async () => {
  house = await openFieldHouse();
  folder = await mkdtemp(join(tmpdir(), 'kycuong-tablets-'));
});
afterAll(async () => {
  await house.close();
  await rm(folder, { recursive: true, force: true });
});

const fates = [
  'arrives',
  'arrives',
  'arrives',
  'lost',
  'answer-lost',
  'twice',
  'server-dies',
  'signed-out',
  'portal',
  'too-large',
] as const;
type Fate = (typeof fates)[number];
const which = { tablet: fc.nat(inHand.length - 1), visit: fc.nat(1), n: fc.nat(11), value: fc.nat(3) };
const act = fc.constantFrom('answer', 'answer', 'note', 'photo', 'check-in', 'take-back', 'raise');
const step = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant('write' as const), act, ...which }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('disk-full' as const), act, ...which }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom('type', 'type-and-kill', 'leave-and-kill', 'type-in-two-tabs'),
      marked: fc.boolean(),
      ...which,
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom('round', 'round', 'two-tabs', 'killed-round'),
      fates: fc.array(fc.constantFrom(...fates), { minLength: 1, maxLength: 6 }),
      ...which,
    }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;
type Write = Extract<Step, { do: 'write' | 'disk-full' }>;

const overTheWire = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value));
const noNetwork = () => new ServerFailure('network');

/** The real API behind a network and a server to which things happen, one after another; then they are good. */
function wayOf(name: Persona, coming: readonly Fate[]): Way {
  const left = [...coming];
  const caller = house.caller(name);
  const store = diskStore(folder);
  const through = async <Answer>(
    what: string,
    call: (ground: FieldHouse['ground']) => Promise<Answer>,
  ): Promise<Answer> => {
    const fate = left.shift() ?? 'arrives';
    if (fate !== 'arrives') faults.add(`${what}: ${fate}`);
    if (fate === 'lost') throw noNetwork();
    if (fate === 'signed-out' || fate === 'portal' || fate === 'too-large') throw new ServerFailure(fate);
    if (fate === 'twice') await Promise.all([call(house.ground), call(house.ground)]);
    if (fate === 'server-dies') {
      await call(dyingAt(house.ground, 2 + left.length)).catch(() => undefined);
      throw noNetwork();
    }
    const answer = overTheWire(
      await call(house.ground).catch(() => Promise.reject(new ServerFailure('server'))),
    );
    if (fate === 'answer-lost') throw noNetwork();
    return answer;
  };
  return {
    server: {
      push: (commands) =>
        through('push', (ground) => push({ ground, caller }, { commands: overTheWire(commands) })),
      pull: (cursor) => through('pull', (ground) => ask(pull, { ground, caller }, { cursor })),
      packet: () => Promise.reject(noNetwork()),
    },
    carry: async ({ evidenceId }, blob, report) => {
      const bytes = new Uint8Array(await blob.arrayBuffer());
      await through('photo', async (ground) => {
        const ticket = await ask(findTicket, { ground, caller }, { evidenceId });
        if (ticket.status === 'awaited') await receiveBytes({ ground, store }, ticket, bytes);
        return null;
      });
      report.sent(bytes.length);
    },
  };
}

async function writeOn(tablet: RealTablet, visitId: string, { act: does, n, value }: Write): Promise<void> {
  const itemCode = n === 11 ? 'Q99' : n % 2 === 0 ? 'M01' : 'D01';
  switch (does) {
    case 'answer':
      return tablet.write({
        action: 'answer.set',
        payload: { visitId, itemCode, conformity: conformities[value] ?? null },
      });
    case 'note':
      return tablet.write({ action: 'answer.set', payload: { visitId, itemCode, note: `Ghi ${value}` } });
    case 'check-in':
      return tablet.write({
        action: 'visit.check-in',
        payload: { visitId, arrivedAt: '2026-11-23T02:00:00.000Z' },
      });
    case 'take-back':
      return tablet.write({ action: 'visit.take-back-check-in', payload: { visitId } });
    case 'raise':
      return tablet.write({
        action: 'finding.raise',
        payload: {
          findingId: uuidV7(),
          visitId,
          title: `Phát hiện ${n}`,
          description: 'Theo mẫu.',
          severity: 'reminder',
          legalBasisIds: [],
        },
      });
    default:
      return tablet.photograph(
        visitId,
        itemCode,
        new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from(uuidV7())])),
      );
  }
}

type Typing = Extract<Step, { marked: boolean }>;

/** What was typed, by tablet: each is a text of its own, and has to be one command in the end. */
const typedOn = new Map<RealTablet, string[]>();

/** A sentence with pauses, spaces and line breaks; what becomes of the field, and of the page, while it is typed. */
async function typeOn(tablet: RealTablet, visitId: string, one: Typing): Promise<void> {
  const itemCode = one.n % 2 === 0 ? 'M01' : 'D01';
  const text = `  ${one.marked ? 'Có dấu MẬT, ' : ''}câu thứ ${one.value},\n\nsố ${uuidV7()} `;
  const leave = await tablet.type(visitId, itemCode, text);
  typedOn.set(tablet, [...(typedOn.get(tablet) ?? []), text.trim()]);
  const turns = async () => {
    for (let turn = 0; turn < one.n * 2 + one.value; turn += 1)
      await new Promise((resolve) => setImmediate(resolve));
  };
  if (one.do === 'type-and-kill' || one.do === 'leave-and-kill') {
    const leaving = one.do === 'leave-and-kill' ? leave().catch(() => undefined) : undefined;
    await turns();
    await tablet.kill();
    await leaving;
    faults.add(`tab killed while a text was ${leaving ? 'being logged' : 'being typed'}`);
    await tablet.unlock();
  } else if (one.do === 'type-in-two-tabs') {
    await Promise.all([leave(), tablet.unlock(), tablet.unlock()]);
    faults.add('a text logged by two tabs at once');
  } else await leave();
  const { typed } = await tablet.rows();
  if (typed.length === 0) return;
  faults.add('a text with a marking waits for its author');
  expect(typed.every(({ held }) => held === 1)).toBe(true);
}

/** What is not written whole is not there at all. */
async function writeOnFullDisk(tablet: RealTablet, visitId: string, one: Write): Promise<void> {
  const before = await tablet.rows();
  let refused = false;
  await tablet
    .withRoomFor(one.value, () => writeOn(tablet, visitId, one))
    .catch(() => {
      refused = true;
    });
  if (!refused) return;
  faults.add(`disk full at the ${one.value + 1}th write of a touch`);
  const after = await tablet.rows();
  expect(after).toEqual(before);
}

/** "All sent" is said only when the server has it all. */
async function expectHonest(tablet: RealTablet): Promise<void> {
  const { allReceived } = await tablet.totals();
  const { logged, typed, sent } = await tablet.rows();
  if (!allReceived) return;
  expect(typed).toEqual([]);
  faults.add('the status said all sent, and the server had it');
  const visitIds = [...new Set(logged.map(({ visitId }) => visitId))];
  const applied = await house.look('leader', (tx) =>
    Promise.all(visitIds.map((visitId) => listFieldCommands(tx, visitId))),
  );
  const there = new Set(applied.flat().map(({ command }) => command.id));
  expect(logged.filter(({ id }) => !there.has(id))).toEqual([]);
  for (const { sha256 } of sent) expect(await diskStore(folder).has(sha256)).toBe(true);
}

async function happen(tablets: readonly RealTablet[], visitIds: readonly string[], one: Step): Promise<void> {
  const tablet = tablets[one.tablet];
  const name = inHand[one.tablet]?.name;
  const visitId = visitIds[one.visit];
  if (tablet === undefined || name === undefined || visitId === undefined) return;
  if (one.do === 'write') return writeOn(tablet, visitId, one);
  if (one.do === 'disk-full') return writeOnFullDisk(tablet, visitId, one);
  if ('marked' in one) return typeOn(tablet, visitId, one);
  if (!('fates' in one)) return;
  const way = wayOf(name, one.fates);
  const round = () => tablet.round(way).catch(() => undefined);
  await tablet.forgetWaits();
  if (one.do === 'round') await round();
  if (one.do === 'two-tabs') {
    faults.add('two tabs at once');
    await Promise.all([round(), round()]);
  }
  if (one.do === 'killed-round') {
    const going = round();
    for (let turn = 0; turn < one.n * 4 + one.value; turn += 1)
      await new Promise((resolve) => setImmediate(resolve));
    await tablet.kill();
    await going;
    faults.add('tab killed in the middle of a round');
  }
  await expectHonest(tablet);
}

const plain = (view: VisitView) => ({
  ...view,
  answers: Object.fromEntries(view.answers),
  findings: Object.fromEntries(view.findings),
  evidence: Object.fromEntries(view.evidence),
});

async function play(steps: readonly Step[]): Promise<void> {
  let now = Date.parse('2026-11-23T02:00:00Z');
  const tick = () => {
    now += 1000;
    house.setNow(new Date(now).toISOString());
  };
  tick();
  const round = await house.addRound();
  const visitIds = [round.visitId('coLe'), round.visitId('ninhGiang')];
  const tablets = inHand.map(({ name, skewMs }) => new RealTablet(house.accountId(name), () => now, skewMs));
  try {
    for (const [index, { name, skewMs }] of inHand.entries()) {
      await tablets[index]?.learnOffset(skewMs);
      await tablets[index]?.round(wayOf(name, []));
    }
    for (const one of steps) {
      tick();
      await happen(tablets, visitIds, one);
    }
    for (const tablet of tablets) await tablet.speakFor();
    for (let turn = 0; turn < 2; turn += 1)
      for (const [index, { name }] of inHand.entries()) {
        tick();
        await tablets[index]?.forgetWaits();
        await house.settle();
        await tablets[index]?.round(wayOf(name, []));
      }
    await expectSound(tablets, visitIds);
  } finally {
    for (const { store } of tablets) await store.delete();
  }
}

async function expectSound(tablets: readonly RealTablet[], visitIds: readonly string[]): Promise<void> {
  const histories = await house.look('leader', (tx) =>
    Promise.all(
      visitIds.map(async (visitId) => (await listFieldCommands(tx, visitId)).map(({ command }) => command)),
    ),
  );
  const applied = histories.flat().map(({ id }) => id);
  expect(new Set(applied).size).toBe(applied.length);
  for (const tablet of tablets) {
    const { logged, typed, answered, sent, kept } = await tablet.rows();
    expect(typed).toEqual([]);
    const said = logged.flatMap(({ payload }) => ('note' in payload && payload.note ? [payload.note] : []));
    for (const text of typedOn.get(tablet) ?? []) {
      expect(said.filter((note) => note === text)).toHaveLength(1);
      faults.add('text typed, and one command of it');
    }
    expect(answered.map(({ id }) => id).toSorted()).toEqual(logged.map(({ id }) => id).toSorted());
    const took = answered.filter(({ status }) => status === 'applied' || status === 'conflict');
    const ours = new Set(logged.map(({ id }) => id));
    expect(applied.filter((id) => ours.has(id)).toSorted()).toEqual(took.map(({ id }) => id).toSorted());
    const tickets = new Set(took.map(({ id }) => id));
    for (const { commandId, receivedAt, sha256 } of sent) {
      expect(kept).toContain(sha256);
      expect(receivedAt !== null).toBe(tickets.has(commandId));
      if (receivedAt !== null) expect(await diskStore(folder).has(sha256)).toBe(true);
    }
    const { allReceived } = await tablet.totals();
    expect(allReceived).toBe(logged.length > 0 && took.length === logged.length);
    faults.add('command with one receipt', logged.length);
    for (const [index, visitId] of visitIds.entries()) {
      const { view, conflicts } = await tablet.known(visitId);
      const history = histories[index] ?? [];
      expect(plain(view)).toEqual(plain(viewOf(history)));
      expect(conflicts.map(({ heads, ...of }) => [of, heads.map(({ command }) => command)])).toEqual(
        openConflicts(history).map(({ heads, ...of }) => [of, heads.map(({ command }) => command)]),
      );
    }
  }
}

it('the tablet’s own code, through every fault: one receipt each, views alike, a status that never lies', {
  timeout: 3_600_000,
}, async () => {
  const limit = asked === 0 ? { interruptAfterTimeLimit: 8_000, markInterruptAsFailure: false } : {};
  let played = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 20, size: 'max' }), async (steps) => {
      await play(steps);
      played += 1;
    }),
    { numRuns: asked || 100, ...limit },
  );
  console.log(`${played} histories of real tablets\n${faults.table()}`);
});
