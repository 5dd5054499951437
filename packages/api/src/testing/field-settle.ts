import { conformities } from '@kycuong/domain/checklist/conformity.ts';
import { Receipt } from '@kycuong/domain/sync/receipt.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { answerFields } from '@kycuong/domain/visit/answer-fields.ts';
import type { AnswerField, AnswerValue, OpenConflict } from '@kycuong/domain/visit/open-conflicts.ts';
import { settlementOf, withdrawalOf } from '@kycuong/domain/visit/settlement-of.ts';
import { listConflicts } from '../visit/list-conflicts.ts';
import { settleAnswer } from '../visit/settle-answer.ts';
import { type Hand, type Play, pullAll, send } from './field-line.ts';
import type { FieldStep, StepOf } from './field-step.ts';
import { answerOn } from './field-write.ts';

/** Where the leader settles, and what happens on the way. */
const ways = ['tablet, unsent', 'tablet', 'console', 'both at once'] as const;

const sending = (play: Play, hand: Hand, step: FieldStep, fate: StepOf<'send'>['fate'] = 'arrives') =>
  send(play, hand, { ...step, do: 'send', fate });

/** The last command alone: what it builds on is still on its way. */
const sendLatest = (play: Play, hand: Hand, step: FieldStep) =>
  sending(play, hand, { ...step, n: 0 }, 'only-the-latest');

/** The value that the leader chooses: mostly one that was written. */
function choose({ field, heads }: OpenConflict, { n, value }: FieldStep): AnswerValue {
  const head = heads[value % heads.length];
  if (value < 3 && head !== undefined) return head.value;
  const others = { conformity: conformities[n % 4] ?? null, count: 50 + n, note: `Chọn ${n}` };
  return others[field];
}

/** Mostly all that is open; now and then the leader leaves some of it. */
function partOf(play: Play, conflict: OpenConflict, { n }: FieldStep): OpenConflict {
  if (n % 5 !== 0) return conflict;
  play.world.faults.add('settled in part');
  return { ...conflict, heads: conflict.heads.slice(0, -1) };
}

/** Two answer the same without knowing of each other. */
export async function differ(play: Play, step: FieldStep, now: Date): Promise<void> {
  const { hands, visitIds } = play;
  const { tablet, n, value } = step;
  const visitId = visitIds[step.visit] ?? '';
  const both = [hands[tablet], hands[(tablet + 1 + (n % 3)) % hands.length]].flatMap((hand) => hand ?? []);
  const place = { visitId, itemCode: 'M01', field: answerFields[n % 3] ?? 'note' };
  for (const [index, hand] of both.entries())
    hand.tablet.write(answerOn(place, (value + index) % 4), visitId, now);
  const [first] = both;
  if (value === 3 && first !== undefined) {
    // The end of a chain of one's own is there before its beginning.
    first.tablet.write(answerOn(place, 1), visitId, now);
    return sendLatest(play, first, step);
  }
  for (const hand of both) await sending(play, hand, step, value === 0 ? 'answer-lost' : 'arrives');
}

async function settleAtConsole(play: Play, step: FieldStep): Promise<void> {
  const { house, faults } = play.world;
  const visitId = play.visitIds[step.visit] ?? '';
  const taken = step.n % 3 === 0 ? play.consoleChoices.pop() : undefined;
  const { conflicts: open } = taken
    ? { conflicts: [] }
    : await house.look('leader', (tx) => listConflicts(tx, visitId));
  const conflict = open[step.n % Math.max(1, open.length)];
  const payload = taken
    ? withdrawalOf(taken.visitId, taken.conflict, taken.id)
    : conflict && settlementOf(visitId, partOf(play, conflict, step), choose(conflict, step));
  if (payload === undefined) return;
  const id = uuidV7();
  const { status } = Receipt.parse(JSON.parse(await house.send('leader', settleAnswer, payload, id)));
  if (status === 'refused') faults.add('settled at the console, refused');
  else faults.add(`settlement ${taken ? 'taken back' : 'made'} at the console`);
  if (conflict && status !== 'refused') play.consoleChoices.push({ id, visitId, conflict });
}

/** Whether there was something to settle or to take back. */
function settleOnTablet(play: Play, { tablet }: Hand, step: FieldStep, now: Date): boolean {
  const { faults } = play.world;
  if (step.n % 3 === 0 && tablet.takeBack(now) !== undefined) {
    faults.add('settlement taken back on the tablet');
    return true;
  }
  for (const visitId of play.visitIds) {
    const open = tablet.conflicts(visitId);
    const conflict = open[step.n % Math.max(1, open.length)];
    if (conflict === undefined) continue;
    tablet.settle(visitId, partOf(play, conflict, step), choose(conflict, step), now);
    faults.add('settlement made on the tablet');
    return true;
  }
  return false;
}

/** Somebody who does not lead settles, or the leader closes what is open: neither may be. */
async function tryWhatMayNotBe(play: Play, hand: Hand, step: FieldStep, now: Date): Promise<void> {
  const { tablet, name } = hand;
  await differ(play, { ...step, value: 1 }, now);
  await pullAll(play, hand);
  for (const visitId of play.visitIds) {
    const [conflict] = tablet.conflicts(visitId);
    if (conflict === undefined) continue;
    if (name === 'leader') {
      tablet.write({ action: 'visit.submit', payload: { visitId } }, visitId, now);
      tablet.write({ action: 'visit.close', payload: { visitId } }, visitId, now);
    } else tablet.settle(visitId, conflict, choose(conflict, step), now);
    play.world.faults.add(name === 'leader' ? 'closed with a conflict open' : 'settled by who may not');
    return sending(play, hand, step);
  }
}

/** The leader settles what is open, or takes the last settlement back; also from two places that know nothing of each other. */
export async function settle(play: Play, step: StepOf<'settle'>, now: Date): Promise<void> {
  const leader = play.hands.find(({ name }) => name === 'leader');
  if (leader === undefined) return;
  if (step.n % 7 === 6) return tryWhatMayNotBe(play, play.hands[step.tablet] ?? leader, step, now);
  const way = ways[step.tablet];
  if (way === 'console') return settleAtConsole(play, step);
  if (step.n % 4 !== 0) await pullAll(play, leader);
  if (!settleOnTablet(play, leader, step, now)) {
    await differ(play, step, now);
    await pullAll(play, leader);
    if (!settleOnTablet(play, leader, step, now)) return;
  }
  if (way === 'tablet, unsent') return;
  if (way === 'tablet')
    return step.value === 2 ? sendLatest(play, leader, step) : sending(play, leader, step);
  const others = play.hands.filter((hand) => hand !== leader);
  const other = others[step.n % others.length] ?? leader;
  await Promise.all([
    sending(play, leader, step),
    settleAtConsole(play, { ...step, n: step.n + 1 }),
    sending(play, other, step),
  ]);
  play.world.faults.add('settled on the tablet and at the console at once, others sending');
}

interface Settled {
  readonly visitId: string;
  readonly itemCode: string;
  readonly field: AnswerField;
}

/** Somebody writes on where the leader has settled, knowing of it or not, in time or late. */
export async function writeAgain(play: Play, hand: Hand, step: StepOf<'again'>, now: Date): Promise<void> {
  const { n, value } = step;
  const settled: Settled[] = play.hands
    .flatMap(({ tablet }) => tablet.log)
    .flatMap((one) => (one.action === 'answer.settle' ? [one.payload] : []));
  const [place] = settled.slice(n % Math.max(1, settled.length));
  if (place === undefined) return;
  const { visitId } = place;
  if (n % 2 === 0) await pullAll(play, hand);
  const { command } = hand.tablet.view(visitId).answers.get(place.itemCode)?.[place.field] ?? {};
  const knows = hand.tablet.knows(visitId, command)?.action === 'answer.settle';
  hand.tablet.write(answerOn(place, value), visitId, now);
  play.world.faults.add(`written over a settled answer, ${knows ? 'having' : 'not having'} seen the choice`);
  if (value === 2) await sendLatest(play, hand, step);
  if (value === 3) await sending(play, hand, step);
}
