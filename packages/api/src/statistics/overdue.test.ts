import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acceptCorrectiveAction } from '../corrective-action/accept-corrective-action.ts';
import { answerCorrectiveAction } from '../corrective-action/answer-corrective-action.ts';
import { loadBuiltIn } from '../load-built-in.ts';
import { type House, openHouse } from '../testing/house.ts';
import { concludedRound, foundAndClosed, issuedRound, proofFor } from '../testing/rounds.ts';
import { overdue } from './overdue.ts';
import { repeatFindings } from './repeat-findings.ts';

let house: House;
let actionId: string;
beforeAll(async () => {
  house = await openHouse();
  await loadBuiltIn(house.ground);
  const { actionAt } = await concludedRound(house);
  actionId = actionAt('coLe');
});
afterAll(() => house.close());

const at = (asOf: string) => house.ask('leadership', overdue, { areaId: house.unitId('ninhBinh'), asOf });

describe('overdue corrective actions', () => {
  it('are for those who oversee all of the area', async () => {
    const input = { areaId: house.unitId('ninhBinh'), asOf: '2026-12-11' };
    for (const person of ['quality', 'inspector', 'headCoLe'] as const) {
      await expect(house.ask(person, overdue, input)).rejects.toMatchObject({ code: 'forbidden' });
      await expect(house.ask(person, repeatFindings, input)).rejects.toMatchObject({ code: 'forbidden' });
    }
    await expect(house.ask('leadership', overdue, { ...input, asOf: '2026-13-01' })).rejects.toMatchObject({
      code: 'invalid',
    });
  });

  it('are counted in working days after the last day for the answer', async () => {
    expect(await at('2026-11-22')).toMatchObject({ open: 0, overdue: 0, units: [] });
    expect(await at('2026-12-08')).toMatchObject({ open: 2, overdue: 0 });
    expect(await at('2026-12-11')).toMatchObject({
      open: 2,
      overdue: 2,
      bands: [
        { from: 1, to: 5, count: 2 },
        { from: 6, to: 10, count: 0 },
        { from: 11, to: 20, count: 0 },
        { from: 21, to: null, count: 0 },
      ],
      units: [
        { name: 'Xã Cổ Lễ', count: 1 },
        { name: 'Xã Ninh Giang', count: 1 },
      ],
      actions: [{ dueOn: '2026-12-08', workingDays: 3 }, { workingDays: 3 }],
    });
    expect((await at('2027-01-15')).bands.at(-1)).toMatchObject({ count: 2 });
    const own = { areaId: house.unitId('coLe'), asOf: '2026-12-11' };
    expect(await house.ask('office', overdue, own)).toMatchObject({ open: 1, overdue: 1 });
  });

  it('are no longer owed once answered, and no longer open once accepted; earlier days stay as they were', async () => {
    house.setNow('2026-12-10T02:00:00Z');
    const { answerId } = await house.run('headCoLe', answerCorrectiveAction, {
      actionId,
      cause: 'Không có người theo dõi.',
      correction: 'Đã niêm yết đủ.',
      plan: [{ task: 'Đối chiếu hằng tuần', person: 'Phạm Văn Khải', dueOn: '2026-12-20' }],
      evidenceIds: [await proofFor(house, actionId)],
    });
    expect(await at('2026-12-11')).toMatchObject({ open: 2, overdue: 1 });
    expect(await at('2026-12-09')).toMatchObject({ open: 2, overdue: 2 });
    house.setNow('2026-12-14T02:00:00Z');
    await house.run('office', acceptCorrectiveAction, { actionId, answerId });
    expect(await at('2026-12-14')).toMatchObject({ open: 1, overdue: 1 });
    expect(await at('2026-12-13')).toMatchObject({ open: 2, overdue: 1 });
  });
});

describe('repeat findings', () => {
  it('name the item that came back at the same unit, and where it was found before', async () => {
    const areaId = house.unitId('ninhBinh');
    expect((await house.ask('leadership', repeatFindings, { areaId, asOf: '2026-12-14' })).items).toEqual([]);
    const again = await issuedRound(house, {
      units: [{ unitId: house.unitId('coLe'), plannedOn: '2026-12-14' }],
      endsOn: '2026-12-20',
    });
    house.setNow('2026-12-15T02:00:00Z');
    await foundAndClosed(house, again, 'Niêm yết thiếu 5 thủ tục');
    const { items, since } = await house.ask('leadership', repeatFindings, { areaId, asOf: '2026-12-15' });
    expect(since).toBe('2024-12-15');
    expect(items).toMatchObject([
      {
        itemCode: 'M01',
        units: 2,
        repeatedUnits: 1,
        repeats: [{ unitName: 'Xã Cổ Lễ', foundOn: '2026-12-15', earlierOn: '2026-11-23' }],
      },
    ]);
  });
});
