import { roleGrant } from '@kycuong/db/schema/access.ts';
import { visit } from '@kycuong/db/schema/visit.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { submitReport } from '../conclusion/submit-report.ts';
import { answerCorrectiveAction } from '../corrective-action/answer-corrective-action.ts';
import { loadBuiltIn } from '../load-built-in.ts';
import { createRound } from '../planning/create-round.ts';
import { type House, openHouse, type Persona } from '../testing/house.ts';
import { concludedRound, foundAndClosed, issuedRound, proofFor, roundInput } from '../testing/rounds.ts';
import { getVisit } from '../visit/get-visit.ts';
import { myWork } from './my-work.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await loadBuiltIn(house.ground);
});
afterAll(() => house.close());

async function waitsFor(who: Persona): Promise<[kind: string, dueOn: string, deadline: string][]> {
  const { items } = await house.ask(who, myWork, {});
  return items.map(({ kind, dueOn, deadline }) => [kind, dueOn, deadline.kind]);
}

describe('what waits', () => {
  it('is nothing at first', async () => {
    for (const who of ['office', 'headCoLe', 'leader', 'inspector', 'leadership', 'quality'] as const)
      expect(await waitsFor(who)).toEqual([]);
    expect((await house.ask('office', myWork, {})).daysOff).toMatchObject([{ date: '2026-11-24' }]);
  });

  it('says from when a role counts to whoever holds none yet', async () => {
    expect((await house.ask('office', myWork, {})).firstRoleFrom).toBeNull();
    const own = eq(roleGrant.accountId, house.accountId('quality'));
    const [held] = await house.lookAsSystem((tx) => tx.select().from(roleGrant).where(own));
    await house.lookAsSystem((tx) => tx.update(roleGrant).set({ validFrom: '2026-12-01' }).where(own));
    expect((await house.ask('quality', myWork, {})).firstRoleFrom).toBe('2026-12-01');
    await house.lookAsSystem((tx) => tx.update(roleGrant).set({ validFrom: held?.validFrom }).where(own));
  });

  it('passes from the office to the team, to its leader, to the office, to the unit and back', async () => {
    const draft = await roundInput(house);
    await house.run('office', createRound, draft);
    expect(await waitsFor('office')).toEqual([['issue-round', '2026-11-11', 'overdue']]);

    const round = await issuedRound(house);
    const visitId = round.visitAt('coLe');
    expect(await waitsFor('inspector')).toEqual([['make-visit', '2026-12-02', 'later']]);
    expect(await house.ask('headCoLe', myWork, {})).toMatchObject({
      items: [],
      comingVisits: [{ plannedOn: '2026-12-02', leaderName: 'Nguyễn Văn Trưởng' }],
    });

    await house.look('leader', (tx) =>
      tx.update(visit).set({ status: 'submitted' }).where(eq(visit.id, visitId)),
    );
    expect(await waitsFor('leader')).toEqual([['close-visit', '2026-12-08', 'later']]);
    expect(await waitsFor('inspector')).toEqual([]);
    expect(await house.ask('leader', getVisit, { visitId })).toMatchObject({ acts: { close: true } });
    expect(await house.ask('office', getVisit, { visitId })).toMatchObject({ acts: { close: false } });

    await foundAndClosed(house, round);
    expect(await waitsFor('leader')).toEqual([['submit-report', '2026-12-22', 'later']]);
    expect(await house.ask('leader', getVisit, { visitId })).toMatchObject({
      foundThere: [{ itemCode: 'M01', raisedByName: 'Nguyễn Văn Trưởng' }],
      checklist: { number: 2 },
    });

    await house.run('leader', submitReport, {
      conclusionId: uuidV7(),
      roundId: round.roundId,
      report: 'Xong',
      draft: { strengths: 'Tốt' },
      requirements: [],
    });
    expect(await waitsFor('leader')).toEqual([]);
    expect(await waitsFor('office')).toContainEqual(['issue-conclusion', '2026-12-29', 'later']);

    const { actionAt } = await concludedRound(house);
    const actionId = actionAt('coLe');
    expect(await waitsFor('headCoLe')).toEqual([['answer-action', '2026-12-08', 'later']]);
    await house.run('headCoLe', answerCorrectiveAction, {
      actionId,
      cause: 'Không có người theo dõi.',
      correction: 'Đã niêm yết đủ.',
      plan: [{ task: 'Đối chiếu hằng tuần', person: 'Phạm Văn Khải', dueOn: '2026-12-04' }],
      evidenceIds: [await proofFor(house, actionId)],
    });
    expect(await house.ask('headCoLe', myWork, {})).toMatchObject({
      items: [],
      waitingElsewhere: [{ actionId, judgedBy: '2026-12-01' }],
      actions: { open: 1, awaitingAnswer: 0 },
    });
    expect(await waitsFor('office')).toContainEqual(['judge-answer', '2026-12-01', 'later']);
  });

  it('reaches the office and the leadership once it is overdue', async () => {
    house.setNow('2026-12-11T02:00:00Z');
    const overdue = ['overdue-action', '2026-12-08', 'overdue'];
    expect(await waitsFor('leadership')).toEqual([overdue]);
    expect(await waitsFor('office')).toContainEqual(overdue);
    expect(await waitsFor('headNinhGiang')).toEqual([['answer-action', '2026-12-08', 'overdue']]);
  });
});
