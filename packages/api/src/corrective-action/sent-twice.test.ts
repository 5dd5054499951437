import { correctiveActionAnswer } from '@kycuong/db/schema/corrective-action.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadBuiltIn } from '../load-built-in.ts';
import { myWork } from '../notice/my-work.ts';
import { overdue } from '../statistics/overdue.ts';
import { type House, openHouse } from '../testing/house.ts';
import { concludedRound, proofFor } from '../testing/rounds.ts';
import { answerCorrectiveAction } from './answer-corrective-action.ts';
import { listCorrectiveActions } from './list-corrective-actions.ts';
import { returnCorrectiveAction } from './return-corrective-action.ts';

let house: House;
let actionId: string;
let answerId: string;
/** As rows may stand from before one answer at a time was held to: the one sent a moment earlier is judged by nobody. */
beforeAll(async () => {
  house = await openHouse();
  await loadBuiltIn(house.ground);
  actionId = (await concludedRound(house)).actionAt('coLe');
  ({ answerId } = await house.run('headCoLe', answerCorrectiveAction, {
    actionId,
    cause: 'Không có người được giao theo dõi.',
    correction: 'Đã niêm yết đủ 14 thủ tục.',
    plan: [{ task: 'Đối chiếu hằng tuần', person: 'Phạm Văn Khải', dueOn: '2026-12-04' }],
    evidenceIds: [await proofFor(house, actionId)],
  }));
  await house.look('headCoLe', async (tx) => {
    const [judged] = await tx.select().from(correctiveActionAnswer);
    if (judged === undefined) throw new Error('no answer');
    await tx.insert(correctiveActionAnswer).values({ ...judged, id: uuidV7(), sentTwice: true });
  });
});
afterAll(() => house.close());

const listed = async () => (await house.ask('headCoLe', listCorrectiveActions, {})).actions;

it('waits for judgement once, in every list', async () => {
  expect(await listed()).toHaveLength(1);
  expect((await house.ask('headCoLe', myWork, {})).waitingElsewhere).toHaveLength(1);
  const { items } = await house.ask('office', myWork, {});
  expect(items.filter(({ kind }) => kind === 'judge-answer')).toHaveLength(1);
});

it('answers nothing any more once the one that was judged is returned', async () => {
  await house.run('office', returnCorrectiveAction, { actionId, answerId, reason: 'Ảnh chưa rõ ngày.' });
  expect(await listed()).toMatchObject([{ answeredAt: null }]);
  expect((await house.ask('headCoLe', myWork, {})).waitingElsewhere).toEqual([]);
  house.setNow('2027-01-15T02:00:00Z');
  const input = { areaId: house.unitId('coLe'), asOf: '2027-01-15' };
  expect(await house.ask('office', overdue, input)).toMatchObject({ open: 1, overdue: 1 });
});
