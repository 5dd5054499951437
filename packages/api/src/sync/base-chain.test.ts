import { fieldCommand } from '@kycuong/db/schema/sync.ts';
import { answer } from '@kycuong/db/schema/visit.ts';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FieldHouse, openFieldHouse, type Tablet } from '../testing/field-house.ts';
import { listConflicts } from '../visit/list-conflicts.ts';
import { listFieldCommands } from './list-field-commands.ts';
import { pull } from './pull.ts';

let house: FieldHouse;
let visitId: string;
let mine: Tablet;
let theirs: Tablet;
beforeAll(async () => {
  house = await openFieldHouse();
});
afterAll(() => house.close());
beforeEach(async () => {
  house.setNow('2026-11-23T02:00:00Z');
  visitId = (await house.addRound()).visitId('coLe');
  mine = house.tablet('inspector');
  theirs = house.tablet('leader');
});

const write = (tablet: Tablet, text: string, base: string | null, change: object = {}) =>
  tablet.write('answer.set', { visitId, itemCode: 'M01', note: text, ...change }, { base });
const statuses = async (...sent: ReturnType<Tablet['send']>[]) =>
  (await Promise.all(sent)).flat().map(({ status }) => status);
const shown = async () =>
  (await house.look('leader', (tx) => tx.select().from(answer).where(eq(answer.visitId, visitId))))[0]?.note;

describe('what an author had seen', () => {
  it('is followed through a batch, and through a command that was refused', async () => {
    const first = write(mine, 'Một', null);
    const refused = write(mine, 'Hai', first.id, { itemCode: 'Q99' });
    const third = write(mine, 'Ba', refused.id);
    expect(await statuses(mine.send(first, refused, third))).toEqual(['applied', 'refused', 'applied']);
    const fourth = write(mine, 'Bốn', third.id, { itemCode: 'Q99' });
    expect(await statuses(mine.send(fourth))).toEqual(['refused']);
    expect(await statuses(mine.send(write(mine, 'Năm', fourth.id)))).toEqual(['applied']);
  });

  it('is kept and told with what was written over a refused value, so that nobody is asked to choose', async () => {
    const first = write(mine, 'Một', null);
    const refused = write(mine, 'Hai', first.id, { itemCode: 'Q99' });
    const third = write(mine, 'Ba', refused.id);
    expect(await statuses(mine.send(first))).toEqual(['applied']);
    await house.settle();
    const { cursor } = await house.ask('leader', pull, { cursor: null });
    expect(await statuses(mine.send(refused))).toEqual(['refused']);
    expect(await statuses(mine.send(third))).toEqual(['applied']);
    expect(await house.look('leader', (tx) => listConflicts(tx, visitId))).toEqual({
      conflicts: [],
      conflictCount: 0,
    });
    const written = (await house.look('leader', (tx) => listFieldCommands(tx, visitId))).at(-1)?.command;
    expect(written).toMatchObject({ id: third.id, base: refused.id, through: [first.id] });
    await house.settle();
    const { changes } = await house.ask('leader', pull, { cursor });
    expect(changes).toMatchObject([{ kind: 'command', command: written }]);
  });

  it('counts as earlier than what was written over it, also through a refused value and whatever the stamps said', async () => {
    const ahead = Date.parse('2027-11-23T00:00:00Z').toString(16).padStart(12, '0');
    const first = write(mine, 'Một', null);
    const refused = write(mine, 'Hai', first.id, { itemCode: 'Q99' });
    const third = write(mine, 'Ba', refused.id);
    house.setNow('2026-11-23T02:10:00Z');
    // The device learned the server's time only after the first.
    await mine.send({ ...first, clock: `${ahead}-0000-0000000a`, serverOffsetMs: null });
    expect(await statuses(mine.send(refused, third))).toEqual(['refused', 'applied']);
    expect(await shown()).toBe('Ba');
  });

  it('makes one’s own chain no conflict in whatever order it arrives, and the last of it shows', async () => {
    const chain = [write(mine, 'Một', null)];
    for (const text of ['Hai', 'Ba']) chain.push(write(mine, text, chain.at(-1)?.id ?? null));
    for (const command of chain.toReversed()) expect(await statuses(mine.send(command))).toEqual(['applied']);
    expect(await shown()).toBe('Ba');
  });

  it('makes what was written without knowing of each other a conflict, in one batch too', async () => {
    const first = write(theirs, 'Của trưởng đoàn', null);
    await theirs.send(first);
    house.setNow('2026-11-23T02:01:00Z');
    const unseen = write(mine, 'Của tôi', null);
    const seen = write(mine, 'Sửa', unseen.id);
    expect(await statuses(mine.send(unseen, seen))).toEqual(['conflict', 'applied']);
    expect(await statuses(mine.send(write(mine, 'Đã xem', first.id)))).toEqual(['conflict']);
  });

  it('does not lose to a stamp that was cut back: what builds on it counts as later', async () => {
    const ahead = Date.parse('2027-11-23T00:00:00Z').toString(16).padStart(12, '0');
    const first = write(mine, 'Máy chạy trước một năm', null, {});
    const runaway = { ...first, clock: `${ahead}-0000-0000000a` };
    expect(await statuses(mine.send(runaway))).toEqual(['applied']);
    const answered = write(theirs, 'Đã xem và sửa', runaway.id);
    expect(await statuses(theirs.send(answered))).toEqual(['applied']);
    expect(await shown()).toBe('Đã xem và sửa');
    const rows = await house.look('leader', (tx) =>
      tx.select().from(fieldCommand).where(eq(fieldCommand.visitId, visitId)),
    );
    const stampsOf = (id: string) => rows.find((row) => row.id === id);
    expect(stampsOf(runaway.id)?.deviceClock).toBe(runaway.clock);
    expect((stampsOf(runaway.id)?.clock ?? '') < runaway.clock).toBe(true);
    expect((stampsOf(answered.id)?.clock ?? '') > (stampsOf(runaway.id)?.clock ?? '')).toBe(true);
  });
});
