import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BaseGraph } from '../sync/base-graph.ts';
import { type ClockStamp, nextStamp } from '../sync/clock.ts';
import type { FieldCommand } from '../sync/field-command.ts';
import { uuidV7 } from '../sync/uuid-v7.ts';
import { mergeField, type WrittenField } from './merge-field.ts';
import { openConflicts } from './open-conflicts.ts';
import { seenBy } from './seen-by.ts';
import { viewOf } from './visit-view.ts';

const visitId = uuidV7(0);
const start = Date.parse('2026-11-23T02:00:00Z');

/** A device that knows a part of the history, and writes on top of what it knows. */
function openDevice() {
  const device = uuidV7();
  const known: FieldCommand[] = [];
  let clock: ClockStamp | undefined;
  const envelope = (base: string | null) => {
    for (const past of known) if (clock === undefined || past.clock > clock) clock = past.clock;
    clock = nextStamp(clock, device, start);
    return { id: uuidV7(), author: device, clock, base, writtenAt: new Date(start).toISOString(), device };
  };
  const shown = () => viewOf(known).answers.get('M01')?.note?.command ?? null;
  const keep = (command: FieldCommand) => {
    known.push(command);
    return command;
  };
  return {
    known,
    learn: (from: readonly FieldCommand[]) => {
      for (const command of from) if (!known.some(({ id }) => id === command.id)) known.push(command);
    },
    write: (note: string) =>
      keep({ action: 'answer.set', payload: { visitId, itemCode: 'M01', note }, ...envelope(shown()) }),
    settle: (value: string, over: string[], withdraws?: string) =>
      keep({
        action: 'answer.settle',
        payload: { visitId, itemCode: 'M01', field: 'note', value, over, ...(withdraws && { withdraws }) },
        ...envelope(shown()),
      }),
  };
}

const step = fc.record({
  device: fc.nat({ max: 3 }),
  act: fc.constantFrom('write', 'write', 'write', 'settle', 'learn', 'learn'),
  note: fc.constantFrom('Một', 'Hai', 'Ba'),
  other: fc.nat({ max: 3 }),
});

interface Step {
  readonly device: number;
  readonly act: string;
  readonly note: string;
  readonly other: number;
}

/** A history told by four devices that learn of one another now and then. */
function tell(steps: readonly Step[]) {
  const devices = Array.from({ length: 4 }, openDevice);
  const all: FieldCommand[] = [];
  for (const { device, act, note, other } of steps) {
    const hand = devices[device];
    if (hand === undefined) continue;
    if (act === 'learn') hand.learn(devices[other]?.known ?? []);
    else if (act === 'write') all.push(hand.write(note));
    else {
      const over = openConflicts(hand.known)[0]?.heads.map(({ command }) => command);
      if (over) all.push(hand.settle(note, over));
    }
  }
  return { all, devices };
}
const steps = fc.array(step, { minLength: 1, maxLength: 40 });
const history = steps.map(tell);

/** The server's receipts for commands that arrive in the order in which they were written. */
function receiptsOf(all: readonly FieldCommand[]): { command: string; conflict: boolean; open: boolean }[] {
  const graph = new BaseGraph();
  let standing: WrittenField<unknown> | undefined;
  return all.map((command, index) => {
    const { id, author, clock, base } = command;
    const { payload } = command;
    const value = 'value' in payload ? payload.value : 'note' in payload ? payload.note : null;
    graph.add(id, [...(base === null ? [] : [base]), ...('over' in payload ? payload.over : [])], clock);
    const arrived = { value, command: id, clock, author };
    const { shown, conflict } = mergeField(standing, arrived, (later, earlier) =>
      graph.hadSeen(later, earlier),
    );
    standing = shown;
    const open = openConflicts(all.slice(0, index + 1)).some(({ heads }) =>
      heads.some(({ command: head }) => head === id),
    );
    return { command: id, conflict, open };
  });
}

/** Whether `from` had seen `of`, by every way there is. */
function hadSeen(all: readonly FieldCommand[], from: FieldCommand, of: string): boolean {
  return seenBy(from).some((id) => {
    const next = all.find((command) => command.id === id);
    return id === of || (next !== undefined && hadSeen(all, next, of));
  });
}

const ids = (all: readonly FieldCommand[]) =>
  openConflicts(all)
    .flatMap(({ heads }) => heads.map(({ command }) => command))
    .toSorted();

describe('open conflicts', () => {
  it('are the same in whatever order the commands arrive', () => {
    fc.assert(
      fc.property(
        history.chain(({ all }) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        ([all, shuffled]) => {
          expect(openConflicts(shuffled)).toEqual(openConflicts(all));
        },
      ),
    );
  });

  it('hold every value that nobody had seen when writing another, and no value that somebody had', () => {
    fc.assert(
      fc.property(history, ({ all }) => {
        const unseen = all.filter(({ id }) => !all.some((command) => hadSeen(all, command, id)));
        const values = new Set(
          unseen.map((command) =>
            command.action === 'answer.settle'
              ? command.payload.value
              : command.action === 'answer.set' && command.payload.note,
          ),
        );
        expect(ids(all)).toEqual(values.size > 1 ? unseen.map(({ id }) => id).toSorted() : []);
      }),
    );
  });

  it('are announced by the server’s receipts: a conflict told is open, and without one nothing is', () => {
    fc.assert(
      fc.property(steps, (told) => {
        const { all } = tell(told);
        for (const { conflict, open } of receiptsOf(all)) if (conflict) expect(open).toBe(true);
        const { all: distinct } = tell(told.map((one, index) => ({ ...one, note: `Lời ${index}` })));
        if (!receiptsOf(distinct).some(({ conflict }) => conflict)) expect(ids(distinct)).toEqual([]);
      }),
    );
  });

  it('settling closes exactly what it names', () => {
    fc.assert(
      fc.property(history, fc.array(fc.boolean(), { maxLength: 8 }), ({ all }, picks) => {
        const heads = openConflicts(all)[0]?.heads ?? [];
        const named = heads.filter((_, index) => picks[index]).map(({ command }) => command);
        fc.pre(named.length > 0);
        const leader = openDevice();
        leader.learn(all);
        const settled = leader.settle('Lời trưởng đoàn', named);
        const left = heads.filter(({ command }) => !named.includes(command)).map(({ command }) => command);
        expect(ids([...all, settled])).toEqual(left.length > 0 ? [...left, settled.id].toSorted() : []);
      }),
    );
  });

  it('a command that comes after the settlement without having seen it opens it again', () => {
    const [mine, theirs, leader] = [openDevice(), openDevice(), openDevice()];
    const all = [mine.write('Một'), theirs.write('Hai')];
    leader.learn(all);
    const settled = leader.settle('Một', [all[0]?.id ?? '', all[1]?.id ?? '']);
    expect(openConflicts([...all, settled])).toEqual([]);
    const late = theirs.write('Ba');
    expect(ids([...all, settled, late])).toEqual([settled.id, late.id].toSorted());
    mine.learn([...all, settled]);
    expect(openConflicts([...all, settled, mine.write('Bốn')])).toEqual([]);
  });

  it('two tablets that settle alike come to one; differently, it stays open', () => {
    const [mine, theirs, first, second] = [openDevice(), openDevice(), openDevice(), openDevice()];
    const all = [mine.write('Một'), theirs.write('Hai')];
    const over = all.map(({ id }) => id);
    first.learn(all);
    second.learn(all);
    const alike = [first.settle('Một', over), second.settle('Một', over)];
    expect(openConflicts([...all, ...alike])).toEqual([]);
    const other = second.settle('Ba', over);
    expect(ids([...all, alike[0] ?? other, other])).toHaveLength(2);
  });

  it('a settlement taken back leaves open exactly what it had closed, told by who first wrote it', () => {
    fc.assert(
      fc.property(history, ({ all }) => {
        const [before] = openConflicts(all);
        fc.pre(before !== undefined);
        const leader = openDevice();
        leader.learn(all);
        const settled = leader.settle(
          'Lời trưởng đoàn',
          before.heads.map(({ command }) => command),
        );
        const [first] = before.heads;
        const back = leader.settle(String(first?.value), [first?.command ?? ''], settled.id);
        const said = (heads: typeof before.heads) => heads.map(({ author, value }) => [author, value]);
        const after = openConflicts([...all, settled, back]);
        expect(said(after[0]?.heads ?? [])).toEqual(said(before.heads));
        expect(viewOf(leader.known).answers.get('M01')?.note?.value).toBe(first?.value);
        const again = leader.settle('Lần nữa', after[0]?.heads.map(({ command }) => command) ?? []);
        expect(openConflicts([again, back, settled, ...all])).toEqual([]);
      }),
    );
  });

  it('one who had seen a refused value had seen what lies before it', () => {
    const [mine, theirs] = [openDevice(), openDevice()];
    const first = mine.write('Một');
    theirs.learn([first]);
    const refused = theirs.write('Hai');
    const next = theirs.write('Ba');
    expect(openConflicts([first, next])).toHaveLength(1);
    expect(openConflicts([first, next], [refused])).toEqual([]);
  });

  it('tell the one that shows first, and are of one part of one line', () => {
    const [mine, theirs] = [openDevice(), openDevice()];
    const first = mine.write('Một');
    const second = theirs.write('Hai');
    const elsewhere: FieldCommand = {
      ...first,
      id: uuidV7(),
      action: 'answer.set',
      payload: { visitId, itemCode: 'M02', note: 'Ba', count: 3 },
    };
    const [conflict, ...others] = openConflicts([first, elsewhere, second]);
    expect(others).toEqual([]);
    expect(conflict).toMatchObject({ itemCode: 'M01', field: 'note' });
    expect(conflict?.heads[0]?.command).toBe(viewOf([first, second]).answers.get('M01')?.note?.command);
  });
});
