import { round } from '@kycuong/db/schema/planning.ts';
import { trailEntry } from '@kycuong/db/schema/trail.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { desc, eq, inArray } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attachEvidence } from '../evidence/attach-evidence.ts';
import { markReceived } from '../evidence/receive-bytes.ts';
import { loadBuiltIn } from '../load-built-in.ts';
import { declineQuarantined } from '../sync/decline-quarantined.ts';
import { keepForLeader } from '../sync/keep-for-leader.ts';
import { listQuarantined } from '../sync/list-quarantined.ts';
import { type FieldHouse, openFieldHouse } from '../testing/field-house.ts';
import { openRegister, type Person } from '../testing/more-people.ts';
import { issuedRound } from '../testing/rounds.ts';
import { enter } from '../transaction.ts';
import { checkIn } from '../visit/check-in.ts';
import { setAnswer } from '../visit/set-answer.ts';
import { listTrail } from './list-trail.ts';

let house: FieldHouse;
let roundId: string;
let visitId: string;
/** The visit, a photo of it, and a command kept for its leader. */
let subjects: string[];
let people: Record<'ofUnit' | 'ofUnitAndAway' | 'ofUnitInTeam' | 'ofLead' | 'ofUnitAndLead', Person>;

beforeAll(async () => {
  house = await openFieldHouse();
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
  subjects = [visitId, await receivedPhoto(), await declinedCommand()];
});
afterAll(() => house.close());

async function receivedPhoto(): Promise<string> {
  const photo = { evidenceId: uuidV7(), sha256: 'a'.repeat(64), size: 182_400 };
  await house.run('leader', attachEvidence, {
    ...photo,
    visitId,
    target: { kind: 'item', id: 'M15' },
    mediaType: 'image/jpeg',
    name: 'bang-niem-yet.jpg',
    takenAt: '2026-11-23T02:12:00Z',
    place: null,
  });
  await markReceived(house.ground, { id: photo.evidenceId, ...photo }, Promise.resolve());
  return photo.evidenceId;
}

async function declinedCommand(): Promise<string> {
  const command = house.tablet('inspector').write('answer.set', { visitId, itemCode: 'M15', note: 'Bị giữ' });
  const { ground } = house;
  const sender = { ground, caller: house.caller('leader') };
  await keepForLeader(ground, [command], { author: command.author, sender, signedBy: null });
  const [kept] = await house.ask('leader', listQuarantined, { visitId });
  const quarantinedId = kept?.id ?? '';
  await house.run('leader', declineQuarantined, { quarantinedId, reason: 'Không phải của tác giả' });
  return quarantinedId;
}

const fieldWork = [
  'quarantine.decline',
  'evidence.receive',
  'evidence.attach',
  'answer.set',
  'visit.check-in',
];

/** What the trail tells of the visit, through the list and past it, the newest first. */
async function told(person: Person): Promise<string[]> {
  const { entries } = await person.ask(listTrail, {});
  const rows = await house.ground.database.transaction(async (tx) => {
    await enter(tx, person.caller, house.ground.now());
    return tx
      .select()
      .from(trailEntry)
      .where(inArray(trailEntry.subjectId, subjects))
      .orderBy(desc(trailEntry.seq));
  });
  const listed = entries.filter((entry) => subjects.includes(entry.subjectId)).map(({ action }) => action);
  expect(listed).toEqual(rows.map(({ action }) => action));
  return listed;
}

describe('the trail before the conclusion', () => {
  it('tells nobody of the inspected unit what was found there', async () => {
    for (const name of ['ofUnit', 'ofUnitAndAway'] as const)
      expect([name, await told(people[name])]).toEqual([name, []]);
  });

  it('tells the team, the body that leads the round and the whole system as before', async () => {
    for (const name of ['ofUnitInTeam', 'ofUnitAndLead'] as const)
      expect([name, await told(people[name])]).toEqual([name, fieldWork]);
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
    expect(await told(people.ofUnit)).toEqual(fieldWork);
  });
});
