import type { FieldCommand } from '@kycuong/domain/sync/field-command.ts';
import { answerFields } from '@kycuong/domain/visit/answer-fields.ts';
import type { AnswerField, OpenConflict } from '@kycuong/domain/visit/open-conflicts.ts';
import { type VisitView, viewOf } from '@kycuong/domain/visit/visit-view.ts';
import { expect } from 'vitest';
import type { FaultCount } from './fault-count.ts';

// What conflicts have to be, worked out anew and as plainly as it can be from what each person had seen when writing:
// nothing here is shared with the code that the server and the tablets run.

/** A value of one part of one line, as it was written. */
interface Said {
  readonly id: string;
  readonly place: string;
  readonly value: unknown;
  readonly clock: string;
  readonly settles: boolean;
}

type Seen = ReadonlyMap<string, readonly string[]>;

function saidBy({ id, clock, action, payload }: FieldCommand): Said[] {
  if (action === 'answer.settle') {
    const { itemCode, field, value = null } = payload;
    return [{ id, place: `${itemCode} ${field}`, value, clock, settles: true }];
  }
  if (action !== 'answer.set') return [];
  return answerFields.flatMap((field) =>
    payload[field] === undefined
      ? []
      : [{ id, place: `${payload.itemCode} ${field}`, value: payload[field], clock, settles: false }],
  );
}

/** Whether whoever wrote `from` had seen `of`, by every way there is. */
function hadSeen(seen: Seen, from: string, of: string, passed = new Set<string>()): boolean {
  return (seen.get(from) ?? []).some((id) => {
    if (id === of) return true;
    if (passed.has(id)) return false;
    passed.add(id);
    return hadSeen(seen, id, of, passed);
  });
}

/** What nobody who wrote the same had seen. */
const unseen = (all: readonly Said[], seen: Seen) =>
  all.filter(({ id }) => !all.some((other) => hadSeen(seen, other.id, id)));

const areAtOdds = (heads: readonly Said[]) => new Set(heads.map(({ value }) => value)).size > 1;

/** What each author had before them. A settlement is chosen over what it names; what showed meanwhile counts `beside` it. */
function seenIn(commands: Iterable<FieldCommand>, beside: 'with what showed' | 'what it names alone'): Seen {
  const seen = new Map<string, readonly string[]>();
  for (const { id, action, payload, base, through } of commands) {
    const shown = [...(base === null ? [] : [base]), ...(through ?? [])];
    const named = action === 'answer.settle' ? payload.over : [];
    const all = action !== 'answer.settle' || beside === 'with what showed' ? [...named, ...shown] : named;
    seen.set(id, [...(seen.get(id) ?? []), ...all]);
  }
  return seen;
}

interface Told {
  /** What the server applied, in its order. */
  readonly history: readonly FieldCommand[];
  /** All that was written on tablets, whatever became of it. */
  readonly written: readonly FieldCommand[];
  readonly open: readonly Pick<OpenConflict, 'itemCode' | 'field' | 'heads'>[];
  readonly view: VisitView;
  /** Whether the receipt told of a conflict, of what was applied as it came. */
  readonly announced: ReadonlyMap<string, boolean>;
}

interface Part {
  readonly field: AnswerField;
  readonly itemCode: string;
  /** All that was said of it and counts. */
  readonly all: readonly Said[];
}

function partsOf(history: readonly FieldCommand[]): Part[] {
  const said = history.flatMap(saidBy);
  const places = new Set(said.map(({ place }) => place));
  return [...places].map((place) => {
    const [itemCode = '', name] = place.split(' ');
    const field = answerFields.find((one) => one === name) ?? 'note';
    return { itemCode, field, all: said.filter((one) => one.place === place) };
  });
}

const shownOf = (view: VisitView, { itemCode, field }: Part) => view.answers.get(itemCode)?.[field];

/** A receipt tells of a conflict where the value stands beside one that its author had not seen, nor the other's this. */
function expectAnnounced({ history, written, announced }: Told): void {
  const truly = seenIn([...written, ...history], 'with what showed');
  for (const [index, command] of history.entries()) {
    if (!announced.has(command.id)) continue;
    const before = history.slice(0, index);
    const known = seenIn([...before, command], 'with what showed');
    for (const part of partsOf([command])) {
      const standing = shownOf(viewOf(before), part);
      const value = part.all[0]?.value;
      const either = (seen: Seen, id: string) =>
        hadSeen(seen, command.id, id) || hadSeen(seen, id, command.id);
      const differs = standing !== undefined && standing.value !== value;
      if (!differs || either(known, standing.command)) expect(announced.get(command.id)).toBe(false);
      else if (!either(truly, standing.command)) expect(announced.get(command.id)).toBe(true);
    }
  }
}

/**
 * What was written over a value counts as later than it. Where something written over one of the two came before that
 * one, from a tablet that does not send in order, the stamps are given already and are not changed.
 */
function expectOrder(part: Part, history: readonly FieldCommand[], byClock: Seen): void {
  const placeOf = (id: string) => history.findIndex((command) => command.id === id);
  const cameAfterItsSuccessor = ({ id }: Said) =>
    part.all.some((other) => placeOf(other.id) < placeOf(id) && hadSeen(byClock, other.id, id));
  for (const later of part.all)
    for (const earlier of part.all) {
      if (byClock.get(later.id)?.includes(earlier.id) !== true) continue;
      const isOutOfOrder = cameAfterItsSuccessor(earlier) || cameAfterItsSuccessor(later);
      if (!isOutOfOrder) expect(later.clock > earlier.clock).toBe(true);
    }
}

/** What the leader has to choose between is what nobody had seen and nobody has chosen. */
export function expectChoices(told: Told, faults: FaultCount): void {
  const { history, written, open, view } = told;
  const applied = seenIn(history, 'what it names alone');
  // What was written over something that came to nothing was written in knowledge of what lay before it.
  const truly = seenIn([...written, ...history], 'what it names alone');
  const byClock = seenIn([...written, ...history], 'with what showed');
  const withdrawn = new Set(
    history.flatMap(({ action, payload }) => (action === 'answer.settle' ? (payload.withdraws ?? []) : [])),
  );
  for (const part of partsOf(history)) {
    const counted = part.all.filter(({ id }) => !withdrawn.has(id));
    const heads = unseen(counted, applied);
    const ids = (all: readonly { id: string }[]) => all.map(({ id }) => id).toSorted();
    const shown = open.find(({ itemCode, field }) => itemCode === part.itemCode && field === part.field);
    expect(shown?.heads.map(({ command }) => command).toSorted() ?? []).toEqual(
      areAtOdds(heads) ? ids(heads) : [],
    );
    const byTruth = unseen(counted, truly);
    // Nobody's value is overtaken unseen; one conflict too many is the harmless side.
    if (areAtOdds(byTruth)) expect(ids(heads)).toEqual(expect.arrayContaining(ids(byTruth)));
    else if (shown !== undefined) faults.add('outcome: conflict too many, over what came to nothing');
    expectOrder(part, history, byClock);
    const standing = shownOf(view, part)?.command ?? '';
    const overtaking = part.all.filter(({ id }) => hadSeen(byClock, id, standing)).length;
    faults.add('outcome: what came after its own successor shows', overtaking);
    countOutcome(part, { counted, heads }, faults);
  }
  expectAnnounced(told);
  if (view.closed) expect(open).toEqual([]);
}

interface Outcome {
  readonly counted: readonly Said[];
  readonly heads: readonly Said[];
}

function countOutcome({ all }: Part, { counted, heads }: Outcome, faults: FaultCount): void {
  faults.add('outcome: settlement taken back', all.length - counted.length);
  if (!counted.some(({ settles }) => settles)) return;
  const choices = heads.filter(({ settles }) => settles).length;
  const others = heads.length - choices;
  if (areAtOdds(heads)) {
    if (choices > 1) faults.add('outcome: settled twice, differently, and open');
    if (others > 0) faults.add('outcome: settled, and open by what had not seen it');
    return;
  }
  faults.add('outcome: conflict settled by the leader');
  if (choices > 1) faults.add('outcome: settled twice, alike');
  if (others > 0) faults.add('outcome: settled, and written on by who had seen it');
}
