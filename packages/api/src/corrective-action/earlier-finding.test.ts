import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadBuiltIn } from '../load-built-in.ts';
import { type House, openHouse } from '../testing/house.ts';
import { concludedRound, foundAndClosed, issuedRound } from '../testing/rounds.ts';
import { getCorrectiveAction } from './get-corrective-action.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await loadBuiltIn(house.ground);
});
afterAll(() => house.close());

it('names the same fault of the unit within two years to the office, to the unit only when it was told of it', async () => {
  house.setNow('2026-05-19T10:00:00+07:00');
  const may = await issuedRound(house, {
    decisionDate: '2026-05-05',
    startsOn: '2026-05-18',
    endsOn: '2026-05-29',
    units: [{ unitId: house.unitId('coLe'), plannedOn: '2026-05-19' }],
  });
  const [findingId] = await foundAndClosed(house, may, 'Niêm yết thiếu 9 thủ tục');
  house.setNow('2026-11-23T10:00:00+07:00');
  const { actionAt } = await concludedRound(house);
  const repeats = async (who: 'office' | 'headCoLe', name: 'coLe' | 'ninhGiang') =>
    (await house.ask(who, getCorrectiveAction, { actionId: actionAt(name) })).repeats;
  expect(await repeats('office', 'coLe')).toEqual({
    findingId,
    foundOn: '2026-05-19',
    title: 'Niêm yết thiếu 9 thủ tục',
  });
  expect(await repeats('office', 'ninhGiang')).toBeNull();
  expect(await repeats('headCoLe', 'coLe')).toBeNull();
});
