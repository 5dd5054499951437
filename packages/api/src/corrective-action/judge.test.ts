import { roleGrant } from '@kycuong/db/schema/access.ts';
import { trailEntry } from '@kycuong/db/schema/trail.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadBuiltIn } from '../load-built-in.ts';
import { type House, openHouse, type Persona } from '../testing/house.ts';
import { concludedRound, proofFor } from '../testing/rounds.ts';
import { acceptCorrectiveAction } from './accept-corrective-action.ts';
import { answerCorrectiveAction } from './answer-corrective-action.ts';
import { getCorrectiveAction } from './get-corrective-action.ts';
import { returnCorrectiveAction } from './return-corrective-action.ts';

let house: House;
let actionId: string;
/** The answer that was given last. */
let answerId = uuidV7();
beforeAll(async () => {
  house = await openHouse();
  await loadBuiltIn(house.ground);
  actionId = (await concludedRound(house)).actionAt('coLe');
});
afterAll(() => house.close());

async function answerAs(who: Persona) {
  ({ answerId } = await house.run(who, answerCorrectiveAction, {
    actionId,
    cause: 'Không có người được giao theo dõi.',
    correction: 'Đã niêm yết đủ 14 thủ tục.',
    plan: [{ task: 'Đối chiếu hằng tuần', person: 'Phạm Văn Khải', dueOn: '2026-12-04' }],
    evidenceIds: [await proofFor(house, actionId)],
  }));
}

const grant = (who: Persona, role: 'programme-office') =>
  house.lookAsSystem((tx) =>
    tx.insert(roleGrant).values({
      id: uuidV7(),
      accountId: house.accountId(who),
      role,
      unitId: house.unitId('ninhBinh'),
      validFrom: '2026-01-01',
    }),
  );

describe('judging an answer', () => {
  it('has to wait for one', async () => {
    await expect(house.run('office', acceptCorrectiveAction, { actionId, answerId })).rejects.toMatchObject({
      key: 'state.not-allowed',
    });
    await expect(
      house.run('office', returnCorrectiveAction, { actionId, answerId, reason: 'Chưa có' }),
    ).rejects.toMatchObject({ key: 'state.not-allowed' });
  });

  it('is the programme office’s, and of the unit itself in no case', async () => {
    await answerAs('headCoLe');
    for (const who of ['leader', 'leadership', 'headCoLe'] as const)
      await expect(house.run(who, acceptCorrectiveAction, { actionId, answerId })).rejects.toMatchObject({
        code: 'forbidden',
      });
    await expect(
      house.run('headNinhGiang', acceptCorrectiveAction, { actionId, answerId }),
    ).rejects.toMatchObject({
      code: 'not-found',
    });
    await grant('headCoLe', 'programme-office');
    const own = { key: 'corrective-action.own-answer' };
    await expect(house.run('headCoLe', acceptCorrectiveAction, { actionId, answerId })).rejects.toMatchObject(
      own,
    );
    await expect(
      house.run('headCoLe', returnCorrectiveAction, { actionId, answerId, reason: 'Tự xét' }),
    ).rejects.toMatchObject(own);
  });

  it('returns with a reason, once, and the unit answers again', async () => {
    await expect(
      house.run('office', returnCorrectiveAction, { actionId, answerId, reason: ' ' }),
    ).rejects.toMatchObject({ issues: [{ field: 'reason', key: 'input.required' }] });
    const id = uuidV7();
    const payload = { actionId, answerId, reason: 'Ảnh chụp trước khi khắc phục.' };
    const first = await house.send('office', returnCorrectiveAction, payload, id);
    expect(await house.send('office', returnCorrectiveAction, payload, id)).toBe(first);
    const entries = await house.lookAsSystem((tx) =>
      tx.select().from(trailEntry).where(eq(trailEntry.commandId, id)),
    );
    expect(entries).toMatchObject([{ action: 'corrective-action.return', detail: payload }]);
    expect(await house.ask('headCoLe', getCorrectiveAction, { actionId })).toMatchObject({
      status: 'awaiting-answer',
      answers: [{ outcome: 'returned', outcomeReason: payload.reason }],
      timeline: [{ kind: 'found' }, { kind: 'concluded' }, { kind: 'answered' }, { kind: 'returned' }],
      acts: { answer: true },
    });
  });

  it('is of the answer that was read, and of no other', async () => {
    await answerAs('headCoLe');
    const read = answerId;
    await house.run('office', returnCorrectiveAction, { actionId, answerId, reason: 'Thiếu ảnh.' });
    await answerAs('headCoLe');
    const changed = { code: 'conflict', key: 'corrective-action.answer-changed' };
    await expect(
      house.run('office', acceptCorrectiveAction, { actionId, answerId: read }),
    ).rejects.toMatchObject(changed);
    await expect(
      house.run('office', returnCorrectiveAction, { actionId, answerId: read, reason: 'Thiếu ảnh.' }),
    ).rejects.toMatchObject(changed);
    const { status, answers } = await house.ask('office', getCorrectiveAction, { actionId });
    expect(status).toBe('answered');
    const outcomeOf = (id: string) => answers.find((one) => one.answerId === id)?.outcome;
    expect([outcomeOf(read), outcomeOf(answerId)]).toEqual(['returned', null]);
    await house.run('office', returnCorrectiveAction, { actionId, answerId, reason: 'Vẫn thiếu ảnh.' });
  });

  it('is refused to who answered, also after they have become the office’s', async () => {
    await answerAs('headCoLe');
    await house.lookAsSystem((tx) =>
      tx
        .update(roleGrant)
        .set({ validUntil: '2026-11-01' })
        .where(eq(roleGrant.unitId, house.unitId('coLe'))),
    );
    await expect(house.run('headCoLe', acceptCorrectiveAction, { actionId, answerId })).rejects.toMatchObject(
      {
        key: 'corrective-action.own-answer',
      },
    );
  });

  it('accepts, and the action is done', async () => {
    const id = uuidV7();
    const first = await house.send('office', acceptCorrectiveAction, { actionId, answerId, note: 'Đủ' }, id);
    expect(await house.send('office', acceptCorrectiveAction, { actionId, answerId, note: 'Đủ' }, id)).toBe(
      first,
    );
    const entries = await house.lookAsSystem((tx) =>
      tx.select().from(trailEntry).where(eq(trailEntry.commandId, id)),
    );
    expect(entries).toMatchObject([
      { action: 'corrective-action.accept', actorId: house.accountId('office') },
    ]);
    expect(await house.ask('office', getCorrectiveAction, { actionId })).toMatchObject({
      status: 'accepted',
      deadline: null,
      judgement: null,
      acts: { saveDraft: false, answer: false, accept: false, return: false },
    });
    await expect(house.run('office', acceptCorrectiveAction, { actionId, answerId })).rejects.toMatchObject({
      key: 'state.not-allowed',
    });
  });
});
