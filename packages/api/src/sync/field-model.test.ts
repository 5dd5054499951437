import { dossierSample } from '@kycuong/db/schema/dossier.ts';
import { evidence } from '@kycuong/db/schema/evidence.ts';
import { finding } from '@kycuong/db/schema/finding.ts';
import { commandReceipt } from '@kycuong/db/schema/sync.ts';
import { trailEntry } from '@kycuong/db/schema/trail.ts';
import { answer, visit } from '@kycuong/db/schema/visit.ts';
import { conformities } from '@kycuong/domain/checklist/conformity.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { answerFields } from '@kycuong/domain/visit/set-answer.ts';
import { type VisitView, viewOf } from '@kycuong/domain/visit/visit-view.ts';
import { and, eq, inArray } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dyingAt } from '../testing/dying-server.ts';
import { type FieldHouse, openFieldHouse, testBasis } from '../testing/field-house.ts';
import type { Persona } from '../testing/house.ts';
import { SimulatedTablet } from '../testing/simulated-tablet.ts';
import { setAnswer } from '../visit/set-answer.ts';
import { listFieldCommands } from './list-field-commands.ts';
import { pull } from './pull.ts';
import { push } from './push.ts';

const histories = Number(process.env.FIELD_HISTORIES ?? 30);
const start = Date.parse('2026-11-23T02:00:00Z');
const hour = 3_600_000;
/** Whose tablet, and how wrong its clock is. One person has two of them. */
const tabletsOf: readonly (readonly [Persona, number])[] = [
  ['leader', 0],
  ['inspector', -hour],
  ['inspector', 2 * hour],
  ['outsider', 365 * 24 * hour],
];

let house: FieldHouse;
beforeAll(async () => {
  house = await openFieldHouse();
});
afterAll(() => house.close());

const acts = ['answer', 'dossier', 'raise', 'amend', 'photo', 'check-in', 'submit', 'close'] as const;
const fates = ['arrives', 'lost', 'answer-lost', 'twice', 'late', 'shuffled', 'server-dies'] as const;
const which = { tablet: fc.nat(tabletsOf.length - 1), visit: fc.nat(1), n: fc.nat(11), value: fc.nat(3) };
const step = fc.oneof(
  {
    weight: 10,
    arbitrary: fc.record({
      do: fc.constant('write' as const),
      act: fc.oneof(
        { weight: 6, arbitrary: fc.constant('answer' as const) },
        { weight: 6, arbitrary: fc.constantFrom(...acts.slice(1, 6)) },
        { weight: 1, arbitrary: fc.constantFrom(...acts.slice(6)) },
      ),
      ...which,
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('send' as const), fate: fc.constantFrom(...fates), ...which }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('pull' as const), ...which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('console' as const), ...which }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('late-arrives' as const), ...which }) },
);
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

const itemOf = (n: number) => (n % 2 === 0 ? 'M01' : 'D01');
const pick = <One>(from: Iterable<One>, n: number): One | undefined => {
  const all = [...from];
  return all[n % Math.max(1, all.length)];
};

/** What the person does, from what the tablet shows. */
function write(tablet: SimulatedTablet, visitId: string, step: Step & { do: 'write' }, now: Date) {
  const { act, n, value } = step;
  const view = tablet.view(visitId);
  const log = (one: Parameters<SimulatedTablet['write']>[0]) => tablet.write(one, visitId, now);
  const content = {
    title: `Phát hiện ${n}`,
    description: 'Theo mẫu.',
    severity: 'reminder' as const,
    legalBasisIds: n === 11 ? ['khong-co'] : [testBasis],
  };
  switch (act) {
    case 'answer': {
      const set = { visitId, itemCode: n === 11 ? 'Q99' : itemOf(n) };
      if (n % 3 === 0)
        return log({ action: 'answer.set', payload: { ...set, conformity: conformities[value] ?? null } });
      if (n % 3 === 1) return log({ action: 'answer.set', payload: { ...set, count: value } });
      return log({ action: 'answer.set', payload: { ...set, note: value === 0 ? null : `Ghi ${value}` } });
    }
    case 'dossier': {
      const known = n % 2 === 0 ? pick(view.dossiers.keys(), n) : undefined;
      const facts = { visitId, code: `HS-${n}`, procedure: 'Đất đai', receivedOn: '2026-11-02' };
      const dates = { completeOn: '2026-11-02', dueOn: '2026-11-16', stopped: [] };
      const signs = { apologyIssued: n > 6, extraPapersAsked: false };
      return log({
        action: 'dossier.sample',
        payload: { sampleId: known ?? uuidV7(), ...facts, ...dates, ...signs },
      });
    }
    case 'amend': {
      const findingId = pick(view.findings.keys(), n);
      if (findingId !== undefined)
        return log({ action: 'finding.amend', payload: { findingId, visitId, ...content } });
      return log({ action: 'finding.raise', payload: { findingId: uuidV7(), visitId, ...content } });
    }
    case 'raise':
      return log({
        action: 'finding.raise',
        payload: { findingId: uuidV7(), visitId, itemCode: itemOf(n), ...content },
      });
    case 'photo': {
      const findingId = pick(view.findings.keys(), n);
      const target =
        findingId === undefined
          ? { kind: 'item' as const, id: itemOf(n) }
          : { kind: 'finding' as const, id: findingId };
      const file = { mediaType: 'image/jpeg' as const, name: 'anh.jpg', size: 1000 };
      const sha256 = uuidV7().replaceAll('-', '').repeat(2);
      const taken = { takenAt: now.toISOString(), sha256 };
      return log({
        action: 'evidence.attach',
        payload: { evidenceId: uuidV7(), visitId, target, ...file, ...taken },
      });
    }
    case 'check-in':
      return log({ action: 'visit.check-in', payload: { visitId, arrivedAt: now.toISOString() } });
    default:
      return log({ action: `visit.${act}`, payload: { visitId } });
  }
}

interface Message {
  readonly name: Persona;
  readonly commands: readonly unknown[];
}
const deliver = ({ name, commands }: Message, ground = house.ground) =>
  push({ ground, caller: house.caller(name) }, { commands }).then(({ receipts }) => receipts);

/** The session ends in the place of one of the statements; what is tried again is taken by a new one. */
const deliverToDying = (message: Message, statement: number) =>
  deliver(message, dyingAt(house.ground, statement)).catch(() => []);

async function send(tablet: SimulatedTablet, message: Message, step: Step & { do: 'send' }, late: Message[]) {
  switch (step.fate) {
    case 'arrives':
      return tablet.keepReceipts(await deliver(message));
    case 'lost':
      return;
    case 'answer-lost':
      await deliver(message);
      return;
    case 'twice':
      for (const receipts of await Promise.all([deliver(message), deliver(message)]))
        tablet.keepReceipts(receipts);
      return;
    case 'late':
      late.push(message);
      return;
    case 'shuffled': {
      const { commands } = message;
      const cut = step.n % Math.max(1, commands.length);
      const shuffled = [...commands.slice(cut), ...commands.slice(0, cut)];
      return tablet.keepReceipts(await deliver({ ...message, commands: shuffled }));
    }
    case 'server-dies':
      return tablet.keepReceipts(await deliverToDying(message, step.n));
  }
}

async function pullAll(tablet: SimulatedTablet, name: Persona): Promise<void> {
  for (let more = true; more; ) {
    const page = await house.ask(name, pull, { cursor: tablet.cursor });
    tablet.keepChanges(page.changes);
    tablet.cursor = page.cursor;
    more = page.more;
  }
}

const cursors = new Map<Persona, string | null>();

/** The history plays; then the network is good, and everything is sent and pulled. */
async function play(steps: readonly Step[]) {
  let now = start;
  const tick = () => {
    now += 1000;
    house.setNow(new Date(now).toISOString());
    return new Date(now);
  };
  tick();
  const round = await house.addRound();
  await house.assign('outsider', round);
  const visitIds = [round.visitId('coLe'), round.visitId('ninhGiang')];
  const names = tabletsOf.map(([name]) => name);
  const tablets = tabletsOf.map(
    ([name, skewMs]) =>
      new SimulatedTablet(house.accountId(name), { cursor: cursors.get(name) ?? null, skewMs }),
  );
  const late: Message[] = [];
  for (const one of steps) {
    const at = tick();
    const tablet = tablets[one.tablet];
    const name = names[one.tablet];
    const visitId = visitIds[one.visit];
    if (tablet === undefined || name === undefined || visitId === undefined) continue;
    if (one.do === 'write') write(tablet, visitId, one, at);
    if (one.do === 'send') await send(tablet, { name, commands: tablet.waiting() }, one, late);
    if (one.do === 'pull') await pullAll(tablet, name);
    if (one.do === 'console')
      await house.send('leader', setAnswer, { visitId, itemCode: itemOf(one.n), count: 100 + one.n });
    if (one.do === 'late-arrives')
      for (const message of late.splice(one.n % Math.max(1, late.length))) await deliver(message);
  }
  for (const [index, tablet] of tablets.entries()) {
    const name = names[index] ?? 'leader';
    while (tablet.waiting().length > 0)
      tablet.keepReceipts(await deliver({ name, commands: tablet.waiting() }));
  }
  for (const message of late) await deliver(message);
  await house.settle();
  for (const [index, tablet] of tablets.entries()) {
    const name = names[index] ?? 'leader';
    await pullAll(tablet, name);
    cursors.set(name, tablet.cursor);
  }
  return { tablets, visitIds };
}

const plain = (view: VisitView) => ({
  ...view,
  answers: Object.fromEntries(view.answers),
  dossiers: Object.fromEntries(view.dossiers),
  findings: Object.fromEntries(view.findings),
  evidence: Object.fromEntries(view.evidence),
});

/** The rows that the console reads say the same as the history of commands. */
async function expectRows(visitId: string, view: VisitView): Promise<void> {
  const [answers, findings, dossiers, photos, [row]] = await house.look('leader', (tx) =>
    Promise.all([
      tx.select().from(answer).where(eq(answer.visitId, visitId)),
      tx.select().from(finding).where(eq(finding.visitId, visitId)),
      tx.select().from(dossierSample).where(eq(dossierSample.visitId, visitId)),
      tx.select().from(evidence).where(eq(evidence.visitId, visitId)),
      tx.select().from(visit).where(eq(visit.id, visitId)),
    ]),
  );
  expect(answers.map(({ itemCode }) => itemCode).toSorted()).toEqual([...view.answers.keys()].toSorted());
  for (const one of answers)
    for (const field of answerFields) {
      const shown = view.answers.get(one.itemCode)?.[field];
      expect([one[field], one.writers[field]?.command]).toEqual([shown?.value ?? null, shown?.command]);
    }
  expect(findings.map(({ id, title, revision }) => [id, title, revision]).toSorted()).toEqual(
    [...view.findings].map(([id, { title, revision }]) => [id, title, revision]).toSorted(),
  );
  expect(Object.fromEntries(dossiers.map(({ id, facts }) => [id, facts]))).toEqual(plain(view).dossiers);
  expect(photos.map(({ id }) => id).toSorted()).toEqual([...view.evidence.keys()].toSorted());
  expect(row?.checkedInAt?.toISOString() ?? null).toBe(view.checkedInAt);
  expect([row?.submittedAt !== null, row?.status === 'closed']).toEqual([view.submitted, view.closed]);
}

async function expectSound({ tablets, visitIds }: Awaited<ReturnType<typeof play>>): Promise<void> {
  const written = tablets.flatMap(({ log }) => log.map(({ id }) => id));
  const applied = await house.look('leader', async (tx) =>
    (await Promise.all(visitIds.map((visitId) => listFieldCommands(tx, visitId)))).map((all) =>
      all.map(({ command }) => command),
    ),
  );
  const appliedIds = applied.flat().map(({ id }) => id);
  expect(new Set(appliedIds).size).toBe(appliedIds.length);
  if (written.length > 0) {
    const [stored, entries] = await house.lookAsSystem((tx) =>
      Promise.all([
        tx.select().from(commandReceipt).where(inArray(commandReceipt.id, written)),
        tx
          .select()
          .from(trailEntry)
          .where(and(inArray(trailEntry.commandId, written))),
      ]),
    );
    expect(stored.map(({ id }) => id).toSorted()).toEqual(written.toSorted());
    const effective = stored.filter(({ status }) => status !== 'refused').map(({ id }) => id);
    const ours = new Set(written);
    expect(appliedIds.filter((id) => ours.has(id)).toSorted()).toEqual(effective.toSorted());
    expect(entries.map(({ commandId }) => commandId).toSorted()).toEqual(effective.toSorted());
    for (const { id, receipt, status, refused } of stored) {
      expect(tablets.map(({ receipts }) => receipts.get(id)).find((text) => text !== undefined)).toBe(
        receipt,
      );
      expect(refused !== null).toBe(status === 'refused');
    }
  }
  for (const [index, visitId] of visitIds.entries()) {
    const server = viewOf(applied[index] ?? []);
    for (const tablet of tablets) expect(plain(tablet.view(visitId))).toEqual(plain(server));
    await expectRows(visitId, server);
  }
}

it('whatever the network does, each command has one receipt and at most one effect, and all see the same', {
  timeout: 600_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30, size: 'max' }), async (steps) => {
      await expectSound(await play(steps));
    }),
    { numRuns: histories, interruptAfterTimeLimit: 300_000, markInterruptAsFailure: false },
  );
});
