import { trailEntry } from '@kycuong/db/schema/trail.ts';
import { answer } from '@kycuong/db/schema/visit.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { openConflicts } from '@kycuong/domain/visit/open-conflicts.ts';
import { withdrawalOf } from '@kycuong/domain/visit/settlement-of.ts';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { perform } from '../door.ts';
import { listAnswerCommands } from '../sync/list-field-commands.ts';
import { closeAtDesk } from '../testing/close-at-desk.ts';
import { type FieldHouse, openFieldHouse, type Tablet } from '../testing/field-house.ts';
import { assignSections } from './assign-sections.ts';
import { checkIn } from './check-in.ts';
import { closeVisit } from './close.ts';
import { getVisit } from './get-visit.ts';
import { settleAnswer } from './settle-answer.ts';
import { submitVisit } from './submit.ts';

let house: FieldHouse;
let visitId: string;
let mine: Tablet;
let theirs: Tablet;
beforeAll(async () => {
  house = await openFieldHouse();
});
beforeEach(async () => {
  house.setNow('2026-11-23T02:00:00Z');
  visitId = (await house.addRound()).visitId('coLe');
  mine = house.tablet('inspector');
  theirs = house.tablet('leader');
});
afterAll(() => house.close());

const note = (words: string) => ({ visitId, itemCode: 'M01', note: words });
const choice = (over: string[], value = 'Thiếu 14 thủ tục') => ({
  visitId,
  itemCode: 'M01',
  field: 'note' as const,
  value,
  over,
});
const open = () =>
  house.look('leader', async (tx) => openConflicts(await listAnswerCommands(tx, visitId, 'M01')));
const standing = async () =>
  (await house.look('leader', (tx) => tx.select().from(answer).where(eq(answer.visitId, visitId))))[0]?.note;

/** Two people answer the same without knowing of each other; the ids of both. */
async function differ(): Promise<[string, string]> {
  const first = mine.write('answer.set', note('Thiếu 14 thủ tục'));
  const second = theirs.write('answer.set', note('Thiếu 15 thủ tục'));
  await mine.send(first);
  const [receipt] = await theirs.send(second);
  expect(receipt?.status).toBe('conflict');
  return [first.id, second.id];
}

describe('settling an answer', () => {
  it('is the leader’s alone', async () => {
    const payload = choice(await differ());
    const stranger = { ground: house.ground, caller: { kind: 'person', accountId: uuidV7() } } as const;
    await expect(perform(settleAnswer, stranger, { id: uuidV7(), payload })).rejects.toMatchObject({
      code: 'unauthenticated',
    });
    await expect(house.run('inspector', settleAnswer, payload)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(house.run('office', settleAnswer, payload)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(house.run('outsider', settleAnswer, payload)).rejects.toMatchObject({ code: 'not-found' });
    expect(await open()).toHaveLength(1);
  });

  it('names the field that is wrong', async () => {
    const over = await differ();
    await expect(house.run('leader', settleAnswer, choice([]))).rejects.toMatchObject({
      issues: [{ field: 'over' }],
    });
    const leader = { ground: house.ground, caller: house.caller('leader') };
    const wrong = { id: uuidV7(), payload: { ...choice(over), field: 'conformity' } };
    expect(JSON.parse(await perform(settleAnswer, leader, wrong))).toMatchObject({
      reason: { issues: [{ field: 'value' }] },
    });
    const elsewhere = { ...choice(over), itemCode: 'Q99' };
    await expect(house.run('leader', settleAnswer, elsewhere)).rejects.toMatchObject({
      key: 'visit.item-unknown',
    });
  });

  it('closes what it names, shows the choice, keeps both values, and leaves one entry', async () => {
    const over = await differ();
    house.setNow('2026-11-23T02:30:00Z');
    const id = uuidV7();
    const first = await house.send('leader', settleAnswer, choice(over, 'Thiếu 14, đã đếm lại'), id);
    expect(JSON.parse(first)).toMatchObject({ status: 'applied' });
    expect(await house.send('leader', settleAnswer, choice(over, 'Thiếu 14, đã đếm lại'), id)).toBe(first);
    expect(await open()).toEqual([]);
    expect(await standing()).toBe('Thiếu 14, đã đếm lại');
    const kept = await house.look('leader', (tx) => listAnswerCommands(tx, visitId));
    expect(kept.map((command) => command.id).toSorted()).toEqual([...over, id].toSorted());
    const entries = await house.lookAsSystem((tx) =>
      tx.select().from(trailEntry).where(eq(trailEntry.commandId, id)),
    );
    expect(entries).toMatchObject([{ action: 'answer.settle', subjectId: visitId, detail: { over } }]);
  });

  it('is opened again by a command that had not seen it, and not by one that had', async () => {
    const over = await differ();
    house.setNow('2026-11-23T02:30:00Z');
    const settled = theirs.write('answer.settle', choice(over, 'Thiếu 14, đã đếm lại'));
    expect((await theirs.send(settled))[0]?.status).toBe('applied');
    house.setNow('2026-11-23T02:40:00Z');
    const after = mine.write('answer.set', note('Thiếu 14, xem ảnh'), { base: settled.id });
    expect((await mine.send(after))[0]?.status).toBe('applied');
    expect(await open()).toEqual([]);
    const late = mine.write('answer.set', note('Thiếu 16 thủ tục'), { base: over[0] });
    expect((await mine.send(late))[0]?.status).toBe('conflict');
    expect((await open())[0]?.heads.map(({ command }) => command)).toEqual([late.id, after.id]);
  });

  it('is shown a hundred values at a time, as many as one choice may name', async () => {
    await differ();
    for (let turn = 0; turn < 3; turn += 1) {
      const more = Array.from({ length: 40 }, (_, index) =>
        mine.write('answer.set', note(`Thiếu ${turn * 40 + index} thủ tục`), { base: null }),
      );
      await mine.send(...more);
    }
    const page = await house.ask('leader', getVisit, { visitId });
    expect([page.conflictCount, page.conflicts[0]?.heads.length]).toEqual([1, 100]);
    expect((await open())[0]?.heads.length).toBeGreaterThan(100);
  });

  it('is offered to the leader with every value, who wrote it and where; to nobody else', async () => {
    await differ();
    const sections = [{ code: 'M', accountId: house.accountId('inspector') }];
    await house.run('leader', assignSections, { visitId, sections });
    const page = await house.ask('leader', getVisit, { visitId });
    expect(page).toMatchObject({ acts: { settle: true, close: false }, sectionTakers: sections });
    expect(page.conflicts).toMatchObject([{ itemCode: 'M01', field: 'note' }]);
    const said = page.conflicts[0]?.heads.map(({ value, authorName, atConsole }) => [
      value,
      authorName,
      atConsole,
    ]);
    expect(said).toContainEqual(['Thiếu 14 thủ tục', 'Bùi Thị Kiểm', false]);
    expect(said).toHaveLength(2);
    expect((await house.ask('inspector', getVisit, { visitId })).acts.settle).toBe(false);
  });

  it('is taken back, and all that it had closed is open again', async () => {
    const over = await differ();
    const before = await open();
    house.setNow('2026-11-23T02:30:00Z');
    const { settlementId } = await house.run('leader', settleAnswer, choice(over, 'Nhầm'));
    const [conflict] = before;
    expect(conflict).toBeDefined();
    if (conflict === undefined) return;
    await house.run('leader', settleAnswer, withdrawalOf(visitId, conflict, settlementId));
    const said = (list: typeof before) => list[0]?.heads.map(({ value, author }) => [value, author]);
    expect(said(await open())).toEqual(said(before));
    expect(await standing()).toBe(conflict.heads[0]?.value);
  });

  it('a visit is closed only once nothing is open', async () => {
    const over = await differ();
    await house.run('inspector', checkIn, { visitId, arrivedAt: '2026-11-23T01:00:00Z' });
    await house.run('inspector', submitVisit, { visitId });
    await expect(house.run('leader', closeVisit, { visitId })).rejects.toMatchObject({
      code: 'conflict',
      key: 'visit.conflicts-open',
      details: { count: 1 },
    });
    await house.run('leader', settleAnswer, choice(over));
    await closeAtDesk(house, visitId);
  });

  it('of a command that is still on its way is taken, and settles it when it comes', async () => {
    const [first, second] = await differ();
    const coming = mine.write('answer.set', note('Thiếu 13 thủ tục'), { base: first });
    house.setNow('2026-11-23T02:30:00Z');
    const settled = theirs.write('answer.settle', choice([coming.id, first, second]), { base: second });
    expect((await theirs.send(settled))[0]?.status).toBe('applied');
    await mine.send(coming);
    expect(await open()).toEqual([]);
    expect(await standing()).toBe('Thiếu 14 thủ tục');
  });
});
