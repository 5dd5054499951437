import { trailEntry } from '@kycuong/db/schema/trail.ts';
import { visit } from '@kycuong/db/schema/visit.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AnyCommand } from '../command.ts';
import { perform } from '../door.ts';
import { closeAtDesk } from '../testing/close-at-desk.ts';
import { type FieldHouse, type FieldRound, openFieldHouse } from '../testing/field-house.ts';
import { checkIn } from './check-in.ts';
import { closeVisit } from './close.ts';
import { getVisit } from './get-visit.ts';
import { setAnswer } from './set-answer.ts';
import { submitVisit } from './submit.ts';
import { takeBackCheckIn } from './take-back-check-in.ts';

let house: FieldHouse;
let round: FieldRound;
let visitId: string;
beforeAll(async () => {
  house = await openFieldHouse();
});
afterAll(() => house.close());
beforeEach(async () => {
  round = await house.addRound();
  visitId = round.visitId('coLe');
});

const arrivedAt = '2026-11-23T08:00:00+07:00';
const visitRow = async () =>
  (await house.look('leader', (tx) => tx.select().from(visit).where(eq(visit.id, visitId))))[0];
const entriesOf = (id: string) =>
  house.lookAsSystem((tx) => tx.select().from(trailEntry).where(eq(trailEntry.commandId, id)));

describe('checking in, handing in and closing', () => {
  it('is the team’s alone, and closing the leader’s alone', async () => {
    const stranger = { ground: house.ground, caller: { kind: 'person', accountId: uuidV7() } } as const;
    const each: readonly AnyCommand[] = [checkIn, takeBackCheckIn, submitVisit, closeVisit];
    for (const definition of each) {
      const incoming = { id: uuidV7(), payload: { visitId, arrivedAt } };
      await expect(perform(definition, stranger, incoming)).rejects.toMatchObject({
        code: 'unauthenticated',
      });
      for (const [name, code] of [
        ['office', 'forbidden'],
        ['headCoLe', 'forbidden'],
        ['headNinhGiang', 'not-found'],
        ['outsider', 'not-found'],
      ] as const) {
        const receipt = JSON.parse(await house.send(name, definition, { visitId, arrivedAt }));
        expect(receipt).toMatchObject({ status: 'refused', reason: { code } });
      }
    }
    await house.run('inspector', setAnswer, { visitId, itemCode: 'M01', note: 'Có' });
    await house.run('inspector', submitVisit, { visitId });
    await expect(house.run('inspector', closeVisit, { visitId })).rejects.toMatchObject({
      key: 'access.forbidden',
    });
  });

  it('names the field that is wrong', async () => {
    await expect(house.run('inspector', checkIn, { visitId, arrivedAt: 'sáng nay' })).rejects.toMatchObject({
      details: { field: 'arrivedAt' },
      key: 'input.wrong-format',
    });
    await expect(house.run('inspector', submitVisit, { visitId: 'x' })).rejects.toMatchObject({
      issues: [{ field: 'visitId', key: 'input.wrong-format' }],
    });
  });

  it('is closed at the desk as it was looked at: what came in meanwhile is read first', async () => {
    await house.run('inspector', checkIn, { visitId, arrivedAt });
    await house.run('inspector', submitVisit, { visitId });
    const look = async () => (await house.ask('leader', getVisit, { visitId })).version;
    const before = await look();
    await house.run('inspector', setAnswer, { visitId, itemCode: 'M01', note: 'Sổ trống từ đầu tháng' });
    for (const seen of [before, '', null, undefined])
      await expect(house.run('leader', closeVisit, { visitId, seen })).rejects.toMatchObject({
        code: 'conflict',
        key: 'visit.changed-since',
      });
    await house.run('leader', closeVisit, { visitId, seen: await look() });
    expect(await visitRow()).toMatchObject({ status: 'closed' });
  });

  it('goes one way only', async () => {
    const notYet = { code: 'conflict', key: 'state.not-allowed' };
    await expect(house.run('leader', closeVisit, { visitId })).rejects.toMatchObject(notYet);
    await expect(house.run('inspector', submitVisit, { visitId })).rejects.toMatchObject(notYet);
    await house.run('inspector', checkIn, { visitId, arrivedAt });
    await house.run('inspector', submitVisit, { visitId });
    await expect(house.run('leader', submitVisit, { visitId })).rejects.toMatchObject(notYet);
    await house.run('leader', setAnswer, { visitId, itemCode: 'M01', note: 'Máy của đồng nghiệp gửi muộn' });
    await closeAtDesk(house, visitId);
    for (const late of [
      house.run('leader', setAnswer, { visitId, itemCode: 'M02', note: 'Quá muộn' }),
      house.run('inspector', checkIn, { visitId, arrivedAt }),
    ])
      await expect(late).rejects.toMatchObject({ code: 'conflict', key: 'visit.closed' });
  });

  it('keeps the first arrival, whoever else checks in', async () => {
    await house.run('inspector', setAnswer, { visitId, itemCode: 'M01', note: 'Đã vào việc' });
    await house.run('leader', checkIn, { visitId, arrivedAt });
    await house.run('inspector', checkIn, { visitId, arrivedAt: '2026-11-23T08:20:00+07:00' });
    expect(await visitRow()).toMatchObject({ status: 'open', checkedInAt: new Date(arrivedAt) });
  });

  it('is taken back while nothing was written, by anybody of the team', async () => {
    await house.run('inspector', checkIn, { visitId, arrivedAt });
    const id = uuidV7();
    await house.send('leader', takeBackCheckIn, { visitId }, id);
    expect(await visitRow()).toMatchObject({ status: 'planned', checkedInAt: null });
    expect(await entriesOf(id)).toMatchObject([{ action: 'visit.take-back-check-in', subjectId: visitId }]);
    // Once more changes nothing, and the real arrival counts.
    await house.run('inspector', takeBackCheckIn, { visitId });
    await house.run('inspector', checkIn, { visitId, arrivedAt: '2026-11-23T08:40:00+07:00' });
    expect(await visitRow()).toMatchObject({
      status: 'open',
      checkedInAt: new Date('2026-11-23T08:40:00+07:00'),
    });
    await house.run('inspector', takeBackCheckIn, { visitId });
  });

  it('is not taken back once anybody has written, nor where two say that they are there', async () => {
    await house.run('inspector', checkIn, { visitId, arrivedAt });
    await house.run('leader', checkIn, { visitId, arrivedAt });
    await expect(house.run('inspector', takeBackCheckIn, { visitId })).rejects.toMatchObject({
      code: 'conflict',
      key: 'visit.arrived-together',
    });
    const other = round.visitId('ninhGiang');
    await house.run('inspector', checkIn, { visitId: other, arrivedAt });
    await house.run('leader', setAnswer, { visitId: other, itemCode: 'M01', note: 'Đang ở đơn vị' });
    const refused = { code: 'conflict', key: 'visit.written-already' };
    await expect(house.run('inspector', takeBackCheckIn, { visitId: other })).rejects.toMatchObject(refused);
    await house.run('inspector', submitVisit, { visitId: other });
    await expect(house.run('inspector', takeBackCheckIn, { visitId: other })).rejects.toMatchObject({
      code: 'conflict',
      key: 'state.not-allowed',
    });
  });

  it('is begun by what a colleague’s tablet sends after it was taken back', async () => {
    await house.run('inspector', checkIn, { visitId, arrivedAt });
    await house.run('inspector', takeBackCheckIn, { visitId });
    await house.run('leader', setAnswer, { visitId, itemCode: 'M01', note: 'Viết khi chưa có mạng' });
    expect(await visitRow()).toMatchObject({ status: 'open', checkedInAt: null });
  });

  it('stands again by what its author wrote on that day, when a colleague took it back without knowing', async () => {
    await house.run('inspector', checkIn, { visitId, arrivedAt });
    await house.run('leader', takeBackCheckIn, { visitId });
    await house.run('leader', setAnswer, { visitId, itemCode: 'M02', note: 'Viết thay đoàn' });
    expect(await visitRow()).toMatchObject({ status: 'open', checkedInAt: null });
    await house.run('inspector', setAnswer, { visitId, itemCode: 'M01', note: 'Viết khi chưa có mạng' });
    const stands = { status: 'open', checkedInAt: new Date(arrivedAt) };
    expect(await visitRow()).toMatchObject(stands);
    await expect(house.run('leader', takeBackCheckIn, { visitId })).rejects.toMatchObject({
      key: 'visit.written-already',
    });
    // Also where nothing is left to send but the end of the work.
    const other = round.visitId('ninhGiang');
    const otherRow = () => house.look('leader', (tx) => tx.select().from(visit).where(eq(visit.id, other)));
    await house.run('inspector', checkIn, { visitId: other, arrivedAt });
    await house.run('leader', takeBackCheckIn, { visitId: other });
    await expect(house.run('leader', submitVisit, { visitId: other })).rejects.toMatchObject({
      key: 'state.not-allowed',
    });
    await house.run('inspector', submitVisit, { visitId: other });
    expect(await otherRow()).toMatchObject([{ status: 'submitted', checkedInAt: new Date(arrivedAt) }]);
  });

  it('does not stand again where its author withdrew it too, or came on another day', async () => {
    await house.run('inspector', checkIn, { visitId, arrivedAt });
    await house.run('leader', takeBackCheckIn, { visitId });
    await house.run('inspector', takeBackCheckIn, { visitId });
    await house.run('inspector', setAnswer, { visitId, itemCode: 'M01', note: 'Đến sau' });
    expect(await visitRow()).toMatchObject({ status: 'open', checkedInAt: null });
    const other = round.visitId('ninhGiang');
    await house.run('inspector', checkIn, { visitId: other, arrivedAt });
    await house.run('leader', takeBackCheckIn, { visitId: other });
    house.setNow('2026-11-24T02:00:00Z');
    await house.run('inspector', submitVisit, { visitId: other });
    house.setNow('2026-11-23T02:00:00Z');
    const rows = await house.look('leader', (tx) => tx.select().from(visit).where(eq(visit.id, other)));
    expect(rows).toMatchObject([{ status: 'submitted', checkedInAt: null }]);
  });

  it('leaves one entry each, and the same receipt when sent again', async () => {
    const ids = { 'visit.check-in': uuidV7(), 'visit.submit': uuidV7(), 'visit.close': uuidV7() };
    let seen: string | null = null;
    const send = async () => {
      const handedIn = [
        await house.send('leader', checkIn, { visitId, arrivedAt }, ids['visit.check-in']),
        await house.send('inspector', submitVisit, { visitId }, ids['visit.submit']),
      ];
      seen ??= (await house.ask('leader', getVisit, { visitId })).version;
      const closing = { visitId, note: 'Đủ', seen };
      return [...handedIn, await house.send('leader', closeVisit, closing, ids['visit.close'])];
    };
    const first = await send();
    house.setNow('2026-11-24T02:00:00Z');
    expect(await send()).toEqual(first);
    house.setNow('2026-11-23T02:00:00Z');
    for (const [action, id] of Object.entries(ids))
      expect(await entriesOf(id)).toMatchObject([{ action, subjectKind: 'visit', subjectId: visitId }]);
    expect(await visitRow()).toMatchObject({
      status: 'closed',
      submittedAt: house.ground.now(),
      submittedBy: house.accountId('inspector'),
      closedBy: house.accountId('leader'),
    });
  });
});
