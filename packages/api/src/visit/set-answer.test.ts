import { fieldCommand } from '@kycuong/db/schema/sync.ts';
import { trailEntry } from '@kycuong/db/schema/trail.ts';
import { answer, visit } from '@kycuong/db/schema/visit.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { perform } from '../door.ts';
import { type FieldHouse, type FieldRound, openFieldHouse } from '../testing/field-house.ts';
import { setAnswer } from './set-answer.ts';

let house: FieldHouse;
let round: FieldRound;
beforeAll(async () => {
  house = await openFieldHouse();
  round = await house.addRound();
});
afterAll(() => house.close());

const line = (visitId: string, change: object = {}) => ({ visitId, itemCode: 'M01', note: 'Có', ...change });
const answerOf = async (visitId: string) =>
  (await house.look('leader', (tx) => tx.select().from(answer).where(eq(answer.visitId, visitId))))[0];

describe('setting an answer', () => {
  it('is refused to strangers, to other roles and to inspectors outside the team', async () => {
    const payload = line(round.visitId('coLe'));
    const stranger = { ground: house.ground, caller: { kind: 'person', accountId: uuidV7() } } as const;
    await expect(perform(setAnswer, stranger, { id: uuidV7(), payload })).rejects.toMatchObject({
      code: 'unauthenticated',
    });
    await expect(house.run('office', setAnswer, payload)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(house.run('outsider', setAnswer, payload)).rejects.toMatchObject({ code: 'not-found' });
    await expect(house.run('headCoLe', setAnswer, payload)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(house.run('headNinhGiang', setAnswer, payload)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('names the field that is wrong', async () => {
    const visitId = round.visitId('coLe');
    await expect(house.run('inspector', setAnswer, line(visitId, { note: undefined }))).rejects.toMatchObject(
      { issues: [{ field: 'conformity', key: 'visit.answer-empty' }] },
    );
    await expect(house.run('inspector', setAnswer, line(visitId, { itemCode: 'Q99' }))).rejects.toMatchObject(
      { key: 'visit.item-unknown', details: { field: 'itemCode' } },
    );
  });

  it('is refused before the round is issued and after it is concluded', async () => {
    const draft = await house.addRound('draft');
    const concluded = await house.addRound('concluded');
    await expect(house.run('inspector', setAnswer, line(draft.visitId('coLe')))).rejects.toMatchObject({
      key: 'visit.round-not-issued',
    });
    await expect(house.run('inspector', setAnswer, line(concluded.visitId('coLe')))).rejects.toMatchObject({
      key: 'visit.round-concluded',
    });
  });

  it('opens the visit and leaves one entry, one history row, and the same receipt when sent again', async () => {
    const visitId = round.visitId('coLe');
    const id = uuidV7();
    const payload = line(visitId, { conformity: 'partial', count: 93 });
    const first = await house.send('inspector', setAnswer, payload, id);
    expect(JSON.parse(first)).toMatchObject({ id, status: 'applied' });
    expect(await house.send('inspector', setAnswer, payload, id)).toBe(first);
    const author = house.accountId('inspector');
    expect(await answerOf(visitId)).toMatchObject({
      conformity: 'partial',
      count: 93,
      note: 'Có',
      writers: { conformity: { command: id, author }, count: { command: id }, note: { command: id } },
    });
    const [row] = await house.look('inspector', (tx) => tx.select().from(visit).where(eq(visit.id, visitId)));
    expect(row?.status).toBe('open');
    const entries = await house.lookAsSystem((tx) =>
      tx.select().from(trailEntry).where(eq(trailEntry.commandId, id)),
    );
    expect(entries).toMatchObject([
      { action: 'answer.set', subjectKind: 'visit', subjectId: visitId, unitId: house.unitId('coLe') },
    ]);
    const history = await house.look('inspector', (tx) =>
      tx.select().from(fieldCommand).where(eq(fieldCommand.visitId, visitId)),
    );
    expect(history).toMatchObject([{ id, action: 'answer.set', deviceId: author, seq: 1, base: null }]);
  });

  it('merges by field, and tells a conflict where nobody chose between two values', async () => {
    const visitId = round.visitId('ninhGiang');
    const mine = house.tablet('inspector');
    const theirs = house.tablet('leader');
    const first = mine.write('answer.set', line(visitId, { note: 'Thiếu 14 thủ tục' }));
    const other = theirs.write('answer.set', { visitId, itemCode: 'M01', conformity: 'partial' });
    house.setNow('2026-11-23T02:05:00Z');
    const seen = theirs.write('answer.set', line(visitId, { note: 'Thiếu 15 thủ tục' }), { base: first.id });
    const unseen = mine.write('answer.set', line(visitId, { note: 'Thiếu 16 thủ tục' }), { base: first.id });
    const statuses = [
      ...(await mine.send(first)),
      ...(await theirs.send(other, seen)),
      ...(await mine.send(unseen)),
    ].map((receipt) => receipt.status);
    expect(statuses).toEqual(['applied', 'applied', 'applied', 'conflict']);
    // Of one moment's stamps the device decides, alike everywhere.
    const winner = seen.clock > unseen.clock ? seen : unseen;
    expect(await answerOf(visitId)).toMatchObject({
      conformity: 'partial',
      note: winner === seen ? 'Thiếu 15 thủ tục' : 'Thiếu 16 thủ tục',
      writers: { note: { command: winner.id }, conformity: { command: other.id } },
    });
    const history = await house.look('leader', (tx) =>
      tx
        .select()
        .from(fieldCommand)
        .where(eq(fieldCommand.visitId, visitId))
        .orderBy(asc(fieldCommand.appliedNo)),
    );
    expect(history.map(({ id, status }) => [id, status])).toEqual([
      [first.id, 'applied'],
      [other.id, 'applied'],
      [seen.id, 'applied'],
      [unseen.id, 'conflict'],
    ]);
  });

  it('does not let a clock that runs ahead win over later work', async () => {
    const visitId = round.visitId('ninhGiang');
    const nextYear = Date.parse('2027-11-23T00:00:00Z').toString(16).padStart(12, '0');
    const tablet = house.tablet('inspector');
    const ahead = tablet.write('answer.set', line(visitId, { itemCode: 'D01', note: 'Sang năm' }), {
      clock: `${nextYear}-0000-0000000a`,
    });
    await tablet.send(ahead);
    house.setNow('2026-11-23T03:00:00Z');
    const later = house.tablet('leader');
    await later.send(later.write('answer.set', line(visitId, { itemCode: 'D01', note: 'Hôm nay' })));
    const rows = await house.look('leader', (tx) =>
      tx.select().from(answer).where(eq(answer.visitId, visitId)),
    );
    expect(rows.find(({ itemCode }) => itemCode === 'D01')?.note).toBe('Hôm nay');
  });
});
