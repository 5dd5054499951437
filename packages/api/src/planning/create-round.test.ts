import { account } from '@kycuong/db/schema/access.ts';
import { unit } from '@kycuong/db/schema/organisation.ts';
import { trailEntry } from '@kycuong/db/schema/trail.ts';
import { visit } from '@kycuong/db/schema/visit.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { perform } from '../door.ts';
import { loadBuiltIn } from '../load-built-in.ts';
import { type House, openHouse } from '../testing/house.ts';
import { roundInput } from '../testing/rounds.ts';
import { createRound } from './create-round.ts';
import { getRound } from './get-round.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await loadBuiltIn(house.ground);
});
afterAll(() => house.close());

const refusedFor = (field: string, key: string) => ({ code: 'invalid', issues: [{ field, key }] });

describe('setting up a round', () => {
  it('is refused to strangers and to every other role', async () => {
    const payload = await roundInput(house);
    const stranger = { ground: house.ground, caller: { kind: 'person', accountId: uuidV7() } } as const;
    await expect(perform(createRound, stranger, { id: uuidV7(), payload })).rejects.toMatchObject({
      code: 'unauthenticated',
    });
    for (const who of ['leader', 'headCoLe', 'leadership', 'quality'] as const)
      await expect(house.run(who, createRound, payload)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('is refused for a unit that is not there', async () => {
    const nowhere = house.run('office', createRound, await roundInput(house, { leadUnitId: uuidV7() }));
    await expect(nowhere).rejects.toMatchObject({ code: 'not-found' });
    const units = [{ unitId: uuidV7(), plannedOn: '2026-12-02' }];
    await expect(house.run('office', createRound, await roundInput(house, { units }))).rejects.toMatchObject(
      refusedFor('units.0.unitId', 'record.not-found'),
    );
  });

  it('names what the register has against it', async () => {
    const ended = uuidV7();
    await house.lookAsSystem((tx) =>
      tx.insert(unit).values({
        id: ended,
        identityId: ended,
        code: '13996',
        name: 'Xã Trực Cường',
        kind: 'xa',
        level: 'commune',
        validFrom: '2004-01-01',
        validUntil: '2025-06-30',
      }),
    );
    const units = [{ unitId: ended, plannedOn: '2026-12-02' }];
    await expect(house.run('office', createRound, await roundInput(house, { units }))).rejects.toMatchObject(
      refusedFor('units.0.unitId', 'planning.unit-not-in-force'),
    );
    const leader = { accountId: house.accountId('leader'), role: 'leader' as const };
    const members = [leader, { accountId: house.accountId('headCoLe'), role: 'member' as const }];
    await expect(
      house.run('office', createRound, await roundInput(house, { members })),
    ).rejects.toMatchObject(refusedFor('members.1.accountId', 'planning.not-an-inspector'));
    await expect(
      house.run('office', createRound, await roundInput(house, { checklistVersionId: uuidV7() })),
    ).rejects.toMatchObject(refusedFor('checklistVersionId', 'planning.checklist-not-published'));
  });

  it('rests on a decision that has been signed, with number and symbol', async () => {
    const later = await roundInput(house, { decisionDate: '2026-11-24', startsOn: '2026-11-25' });
    await expect(house.run('office', createRound, later)).rejects.toMatchObject(
      refusedFor('decisionDate', 'planning.decision-in-future'),
    );
    for (const decisionNo of ['1246', 'abc', '1246/TB-SNV'])
      await expect(
        house.run('office', createRound, await roundInput(house, { decisionNo })),
      ).rejects.toMatchObject(refusedFor('decisionNo', 'planning.decision-number-form'));
  });

  it('keeps a team apart from the unit that it inspects', async () => {
    const own = [{ unitId: house.unitId('soNoiVu'), plannedOn: '2026-12-02' }];
    await expect(
      house.run('office', createRound, await roundInput(house, { units: own })),
    ).rejects.toMatchObject({
      issues: [
        { field: 'members.0.accountId', key: 'planning.member-of-unit' },
        { field: 'members.1.accountId', key: 'planning.member-of-unit' },
      ],
    });
  });

  it('is refused to an inspector whose account is closed', async () => {
    await house.lookAsSystem((tx) =>
      tx
        .update(account)
        .set({ disabledAt: house.ground.now() })
        .where(eq(account.id, house.accountId('outsider'))),
    );
    const members = [{ accountId: house.accountId('outsider'), role: 'leader' as const }];
    await expect(
      house.run('office', createRound, await roundInput(house, { members })),
    ).rejects.toMatchObject(refusedFor('members.0.accountId', 'planning.not-an-inspector'));
  });

  it('numbers drafts by the year of the decision, refuses a code twice, and leaves its entry', async () => {
    const commandId = uuidV7();
    const input = await roundInput(house);
    const first = await house.send('office', createRound, input, commandId);
    expect(JSON.parse(first)).toMatchObject({ status: 'applied', result: { code: 'KT-2026-0001' } });
    expect(await house.send('office', createRound, input, commandId)).toBe(first);
    await expect(
      house.run('office', createRound, await roundInput(house, { code: 'KT-2026-0001' })),
    ).rejects.toMatchObject({ code: 'conflict' });
    expect(await house.run('office', createRound, await roundInput(house))).toMatchObject({
      code: 'KT-2026-0002',
    });
    const told = await roundInput(house, {
      decisionDate: '2020-03-02',
      startsOn: '2026-11-18',
      form: 'unannounced',
    });
    expect(await house.run('office', createRound, told)).toMatchObject({ code: 'KT-2020-0001' });
    const entries = await house.lookAsSystem((tx) =>
      tx.select().from(trailEntry).where(eq(trailEntry.commandId, commandId)),
    );
    expect(entries).toMatchObject([
      { action: 'planning.create-round', subjectId: input.roundId, unitId: house.unitId('soNoiVu') },
    ]);
    const visits = await house.look('office', (tx) =>
      tx.select().from(visit).where(eq(visit.roundId, input.roundId)),
    );
    expect(visits).toMatchObject([{ status: 'planned', keptSecret: false, issuedAt: null }]);
  });

  it('shows the whole round to the office and nothing of a draft to the unit', async () => {
    const input = await roundInput(house, { period: { from: '2026-01-01', to: '2026-10-31' } });
    await house.run('office', createRound, input);
    const shown = await house.ask('office', getRound, { roundId: input.roundId });
    expect(shown).toMatchObject({
      status: 'draft',
      periodFrom: '2026-01-01',
      leadUnitName: 'Sở Nội vụ',
      team: [{ role: 'leader' }, { role: 'member' }],
      visits: [{ unit: { name: 'Xã Cổ Lễ' }, findings: null }],
      checklist: { itemCount: 67 },
      acts: { issue: true, submitReport: false, issueConclusion: false },
    });
    await expect(house.ask('headCoLe', getRound, { roundId: input.roundId })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});
