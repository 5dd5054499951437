import { unit } from '@kycuong/db/schema/organisation.ts';
import { trailEntry } from '@kycuong/db/schema/trail.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setHoliday } from '../calendar/set-holiday.ts';
import { setYear } from '../calendar/set-year.ts';
import { getConclusion } from '../conclusion/get-conclusion.ts';
import { loadBuiltIn } from '../load-built-in.ts';
import { myWork } from '../notice/my-work.ts';
import { importLineage } from '../organisation/import-lineage.ts';
import { importUnits } from '../organisation/import-units.ts';
import { previewUnitImport } from '../organisation/preview-unit-import.ts';
import { createRound } from '../planning/create-round.ts';
import { listRounds } from '../planning/list-rounds.ts';
import { roundChoices } from '../planning/round-choices.ts';
import { getQuality } from '../quality/get-quality.ts';
import { startSystem } from '../quality/start-system.ts';
import { type House, openHouse } from '../testing/house.ts';
import { openRegister, type Person, type Register } from '../testing/more-people.ts';
import { concludedRound, issuedRound, roundInput } from '../testing/rounds.ts';
import { getChain } from '../trail/get-chain.ts';
import { listTrail } from '../trail/list-trail.ts';
import { enter } from '../transaction.ts';
import { checkIn } from '../visit/check-in.ts';
import { listVisits } from '../visit/list-visits.ts';

let house: House;
let register: Register;
let conclusionId: string;
let catThanh: string;
let secret: Awaited<ReturnType<typeof issuedRound>>;
/** Roles over one commune, as they could be given before they were held over a province; and two roles at once. */
let administers: Person;
let leads: Person;
let plans: Person;
let twoRoles: Person;

beforeAll(async () => {
  house = await openHouse();
  await loadBuiltIn(house.ground);
  register = await openRegister(house);
  conclusionId = (await concludedRound(house)).conclusionId;
  catThanh = await register.addUnit({
    name: 'Xã Cát Thành',
    kind: 'xa',
    level: 'commune',
    parentId: house.unitId('ninhBinh'),
  });
  secret = await issuedRound(house, {
    form: 'unannounced',
    units: [{ unitId: catThanh, plannedOn: '2026-12-02' }],
  });
  administers = await register.addPerson('qtxa', catThanh, ['administrator', catThanh]);
  leads = await register.addPerson('ldxa', catThanh, ['leadership', catThanh]);
  plans = await register.addPerson('vpxa', catThanh, ['programme-office', catThanh]);
  const foreign = await register.addUnit({
    name: 'Tỉnh Bạn',
    kind: 'tinh',
    level: 'province',
    parentId: null,
    until: '2026-11-23',
  });
  twoRoles = await register.addPerson(
    'haivai',
    foreign,
    ['programme-office', foreign],
    ['leadership', foreign],
    ['agency-head', house.unitId('ninhGiang')],
  );
});
afterAll(async () => {
  await register.close();
  await house.close();
});

const year = { year: 2027, confirmed: true, source: 'Thông báo' };
const day = {
  date: '2026-12-24',
  kind: 'off',
  nameVi: 'Nghỉ',
  nameEn: 'Off',
  source: 'Thông báo',
  mark: 'P',
} as const;

describe('an administrator of one commune', () => {
  it('does nothing to the whole system', async () => {
    const moved = {
      rows: [{ line: 2, values: { code: '14026', name: 'Xã Cổ Lễ', kind: 'xa', parent_code: '14038' } }],
      from: '2025-07-01',
      until: null,
    };
    const link = { line: 2, values: { old_code: '14038', old_name: '', new_code: '14026', new_name: '' } };
    for (const attempt of [
      () => administers.run(importUnits, moved),
      () => administers.ask(previewUnitImport, moved),
      () => administers.run(importLineage, { rows: [link], on: '2025-07-01', decision: 'NQ' }),
      () => administers.run(setYear, year),
      () => administers.run(setHoliday, day),
      () => administers.ask(getChain, {}),
    ])
      await expect(attempt()).rejects.toMatchObject({ code: 'forbidden', key: 'access.forbidden' });
  });

  it('moves no unit past the first fence either', async () => {
    const moved = await house.ground.database.transaction(async (tx) => {
      await enter(tx, administers.caller, house.ground.now());
      return tx
        .update(unit)
        .set({ name: 'Xã Khác' })
        .where(eq(unit.id, house.unitId('coLe')))
        .returning({ id: unit.id });
    });
    expect(moved).toEqual([]);
  });

  it('reads the trail of that commune and of nothing else', async () => {
    const { entries } = await administers.ask(listTrail, {});
    expect(entries.filter(({ unitId }) => unitId !== catThanh)).toEqual([]);
  });
});

describe('a role below the province that is held over a province', () => {
  it('tells nothing of an unannounced visit, nor of the round that is being prepared', async () => {
    await house.run('office', createRound, {
      ...(await roundInput(house, { units: [{ unitId: catThanh, plannedOn: '2026-12-04' }] })),
      code: 'KT-NHAP',
    });
    for (const person of [leads, plans]) {
      expect((await person.ask(listVisits, {})).rows).toEqual([]);
      expect((await person.ask(listRounds, {})).rounds).toEqual([]);
      expect((await person.ask(myWork, {})).items).toEqual([]);
    }
  });

  it('moves nobody’s deadlines', async () => {
    await expect(plans.run(setYear, year)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(plans.run(setHoliday, day)).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('two roles in two places', () => {
  it('do not lend each other their reach', async () => {
    const told = await twoRoles.ask(getConclusion, { conclusionId });
    expect(told.report).toBeNull();
    expect((await house.ask('office', getConclusion, { conclusionId })).report).not.toBeNull();
    const { items, comingVisits } = await twoRoles.ask(myWork, {});
    expect(items.map(({ kind }) => kind)).toEqual(['answer-action']);
    expect(comingVisits).toEqual([]);
  });
});

describe('an unannounced round', () => {
  const names = (text: string) =>
    [secret.roundId, ...secret.visits.map(({ id }) => id)].filter((id) => text.includes(id));

  it('does not stand in the trail before its check-in, for the administrator of the whole either', async () => {
    const whole = await register.addPerson('toanquyen', null, ['administrator', null]);
    const everything = async () => {
      const found: string[] = [];
      let cursor: number | undefined;
      do {
        const page = await whole.ask(listTrail, cursor === undefined ? {} : { cursor });
        found.push(...names(JSON.stringify(page.entries)));
        cursor = page.next ?? undefined;
      } while (cursor !== undefined);
      return found;
    };
    // One that names the visit alone, and that is not its subject.
    await house.lookAsSystem((tx) =>
      tx.insert(trailEntry).values({
        at: house.ground.now(),
        actorName: 'thử nghiệm',
        action: 'thu-nghiem',
        subjectKind: 'unit',
        subjectId: catThanh,
        unitId: catThanh,
        commandId: uuidV7(),
        detail: { visitId: secret.visits[0]?.id },
      }),
    );
    expect(await everything()).toEqual([]);
    expect((await whole.ask(listTrail, { subjectId: secret.roundId })).entries).toEqual([]);
    await house.run('leader', checkIn, {
      visitId: secret.visits[0]?.id ?? '',
      arrivedAt: house.ground.now().toISOString(),
    });
    expect(await everything()).not.toEqual([]);
  });
});

describe('what is no one’s to know', () => {
  it('is not told falsely: the quality system of somebody else’s unit', async () => {
    const unitId = house.unitId('ninhGiang');
    await house.run('quality', startSystem, {
      systemId: uuidV7(),
      unitId,
      editionId: 'iso-9001-2015',
      scope: 'Thủ tục hành chính',
      startedOn: '2025-08-01',
      sample: true,
    });
    await expect(house.ask('headCoLe', getQuality, { unitId })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(house.ask('inspector', getQuality, { unitId })).rejects.toMatchObject({ code: 'forbidden' });
    expect((await house.ask('headNinhGiang', getQuality, { unitId })).status.status).toBe('building');
    expect((await house.ask('quality', getQuality, { unitId })).status.status).toBe('building');
  });

  it('is not given to whoever plans nothing: inspectors by name and id', async () => {
    for (const who of ['headCoLe', 'inspector', 'leadership'] as const)
      await expect(house.ask(who, roundChoices, {})).rejects.toMatchObject({ code: 'forbidden' });
    expect((await house.ask('office', roundChoices, {})).inspectors.length).toBeGreaterThan(0);
  });
});
