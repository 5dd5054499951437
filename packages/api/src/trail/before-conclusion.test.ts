import { round } from '@kycuong/db/schema/planning.ts';
import { trailEntry } from '@kycuong/db/schema/trail.ts';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadBuiltIn } from '../load-built-in.ts';
import { type House, openHouse } from '../testing/house.ts';
import { openRegister, type Person } from '../testing/more-people.ts';
import { issuedRound } from '../testing/rounds.ts';
import { enter } from '../transaction.ts';
import { checkIn } from '../visit/check-in.ts';
import { setAnswer } from '../visit/set-answer.ts';
import { listTrail } from './list-trail.ts';

let house: House;
let roundId: string;
let visitId: string;
let people: Record<'ofUnit' | 'ofUnitAndAway' | 'ofUnitInTeam' | 'ofLead' | 'ofUnitAndLead', Person>;

beforeAll(async () => {
  house = await openHouse();
  await loadBuiltIn(house.ground);
  const [coLe, ninhGiang, lead] = [house.unitId('coLe'), house.unitId('ninhGiang'), house.unitId('soNoiVu')];
  const register = await openRegister(house);
  const add = (name: string, ...over: string[]) =>
    register.addPerson(name, coLe, ...over.map((unit) => ['administrator', unit] as const));
  people = {
    ofUnit: await add('qt.xa', coLe),
    ofUnitAndAway: await add('qt.hai.xa', coLe, ninhGiang),
    ofUnitInTeam: await add('qt.trong.doan', coLe),
    ofLead: await add('qt.so', lead),
    ofUnitAndLead: await add('qt.xa.va.so', coLe, lead),
  };
  const issued = await issuedRound(house);
  ({ roundId } = issued);
  visitId = issued.visitAt('coLe');
  await register.sql`insert into round_member (round_id, account_id, role, lead_unit_id, assigned_at)
    values (${roundId}, ${people.ofUnitInTeam.accountId}, 'member', ${lead}, now())`;
  await register.close();
  await house.run('leader', checkIn, { visitId, arrivedAt: '2026-11-23T08:00:00+07:00' });
  await house.run('leader', setAnswer, { visitId, itemCode: 'M15', conformity: 'nonconform', count: 5 });
});
afterAll(() => house.close());

/** What the trail tells of the visit, through the list and past it. */
async function told(person: Person): Promise<string[]> {
  const { entries } = await person.ask(listTrail, { area: 'answer' });
  const rows = await house.ground.database.transaction(async (tx) => {
    await enter(tx, person.caller, house.ground.now());
    return tx.select().from(trailEntry).where(eq(trailEntry.subjectId, visitId));
  });
  const listed = entries.map(({ action }) => action);
  const raw = rows.map(({ action }) => action).filter((action) => action === 'answer.set');
  expect(listed).toEqual(raw);
  return listed;
}

describe('the trail before the conclusion', () => {
  it('tells nobody of the inspected unit what was found there', async () => {
    for (const name of ['ofUnit', 'ofUnitAndAway'] as const)
      expect([name, await told(people[name])]).toEqual([name, []]);
  });

  it('tells the team, the body that leads the round and the whole system as before', async () => {
    for (const name of ['ofUnitInTeam', 'ofUnitAndLead'] as const)
      expect([name, await told(people[name])]).toEqual([name, ['answer.set']]);
    expect(await house.ask('administrator', listTrail, { area: 'answer' })).toMatchObject({
      entries: [{ action: 'answer.set' }],
    });
    // Administers what is inspected no more than the commune administers the department.
    expect(await told(people.ofLead)).toEqual([]);
  });

  it('tells it once the conclusion is issued', async () => {
    const at = house.ground.now();
    await house.look('office', (tx) =>
      tx.update(round).set({ status: 'concluded', concludedAt: at }).where(eq(round.id, roundId)),
    );
    expect(await told(people.ofUnit)).toEqual(['answer.set']);
  });
});
