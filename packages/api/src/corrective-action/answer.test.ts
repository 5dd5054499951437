import { correctiveActionDraft } from '@kycuong/db/schema/corrective-action.ts';
import { commandReceipt } from '@kycuong/db/schema/sync.ts';
import { trailEntry } from '@kycuong/db/schema/trail.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { eq, inArray } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadBuiltIn } from '../load-built-in.ts';
import { type House, openHouse } from '../testing/house.ts';
import { concludedRound, proofFor } from '../testing/rounds.ts';
import { answerCorrectiveAction } from './answer-corrective-action.ts';
import { getCorrectiveAction } from './get-corrective-action.ts';
import { listCorrectiveActions } from './list-corrective-actions.ts';
import { returnCorrectiveAction } from './return-corrective-action.ts';
import { saveAnswerDraft } from './save-answer-draft.ts';

let house: House;
let actionId: string;
let otherId: string;
beforeAll(async () => {
  house = await openHouse();
  await loadBuiltIn(house.ground);
  const round = await concludedRound(house);
  actionId = round.actionAt('coLe');
  otherId = round.actionAt('ninhGiang');
});
afterAll(() => house.close());

const plan = [
  { task: 'Đối chiếu quyết định công bố hằng tuần', person: 'Phạm Văn Khải', dueOn: '2026-12-04' },
];
const answer = (evidenceIds: string[]) => ({
  actionId,
  cause: 'Không có người được giao theo dõi.',
  correction: 'Đã niêm yết đủ 14 thủ tục.',
  plan,
  evidenceIds,
});

describe('a unit’s own matters', () => {
  it('are all that its head sees', async () => {
    const { actions } = await house.ask('headCoLe', listCorrectiveActions, {});
    expect(actions).toMatchObject([
      {
        actionId,
        unit: { name: 'Xã Cổ Lễ' },
        dueOn: '2026-12-08',
        deadline: { kind: 'later', workingDays: 10 },
        conclusionNumber: '131/TB-SNV',
      },
    ]);
    expect((await house.ask('office', listCorrectiveActions, {})).actions).toHaveLength(2);
    expect((await house.ask('outsider', listCorrectiveActions, {})).actions).toEqual([]);
    await expect(house.ask('headCoLe', getCorrectiveAction, { actionId: otherId })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('come with what was found, on which basis, and why the deadline is what it is', async () => {
    const whole = await house.ask('headCoLe', getCorrectiveAction, { actionId });
    expect(whole).toMatchObject({
      item: { code: 'M01' },
      finding: { description: expect.stringContaining('93 trên 107') },
      legalBases: [{ id: 'nd-63-2010-17' }],
      timeline: [{ kind: 'found' }, { kind: 'concluded', note: '131/TB-SNV', by: 'Trần Thị Văn' }],
      acts: { saveDraft: true, answer: true, accept: false, return: false },
    });
    const culture = whole.explanation.find(({ date }) => date === '2026-11-24');
    expect(culture).toMatchObject({ counted: false, reason: 'holiday' });
    expect(whole.explanation.at(-1)).toMatchObject({ date: '2026-12-08', number: 10 });
  });
});

describe('drafting an answer', () => {
  it('is refused to everyone but the head', async () => {
    const payload = { actionId, version: 0, plan: [], evidenceIds: [] };
    await expect(house.run('office', saveAnswerDraft, payload)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(house.run('headNinhGiang', saveAnswerDraft, payload)).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('keeps whatever is there so far, seen by the unit alone', async () => {
    const id = uuidV7();
    const payload = {
      actionId,
      version: 0,
      cause: 'Đang viết ',
      plan: [{ task: 'Một việc' }],
      evidenceIds: [],
    };
    const first = await house.send('headCoLe', saveAnswerDraft, payload, id);
    expect(await house.send('headCoLe', saveAnswerDraft, payload, id)).toBe(first);
    const on = { ...payload, version: 1, cause: 'Viết tiếp' };
    const again = uuidV7();
    for (const _ of ['at first', 'its answer was lost'])
      expect(await house.run('headCoLe', saveAnswerDraft, on, again)).toMatchObject({ version: 2 });
    expect(await house.ask('headCoLe', getCorrectiveAction, { actionId })).toMatchObject({
      draft: { content: { cause: 'Viết tiếp' }, savedBy: 'Đặng Thị Chủ' },
    });
    const begun = async (who: 'headCoLe' | 'office') =>
      (await house.ask(who, listCorrectiveActions, { unitId: house.unitId('coLe') })).actions.map(
        ({ draftSavedAt }) => draftSavedAt !== null,
      );
    expect(await begun('headCoLe')).toEqual([true]);
    expect(await begun('office')).toEqual([false]);
    expect(await house.ask('office', getCorrectiveAction, { actionId })).toMatchObject({ draft: null });
    const entries = await house.lookAsSystem((tx) =>
      tx
        .select()
        .from(trailEntry)
        .where(inArray(trailEntry.commandId, [id, again])),
    );
    // That it was begun; not each pause in typing.
    expect(entries).toMatchObject([{ action: 'corrective-action.save-draft', commandId: id, detail: {} }]);
    const receipts = await house.lookAsSystem((tx) =>
      tx.select().from(commandReceipt).where(eq(commandReceipt.id, again)),
    );
    expect(receipts).toEqual([]);
  });
});

describe('what was pasted into a draft', () => {
  it('is kept, also what is too long for an answer, and is shortened before it is sent', async () => {
    const { draft } = await house.ask('headCoLe', getCorrectiveAction, { actionId });
    const long = `Camera hỏng.\u000b${'Hợp đồng bảo trì hết hạn. '.repeat(300)}\u0003\ufffe`;
    const content = { actionId, cause: long, correction: 'Đã thay.', plan, evidenceIds: [uuidV7()] };
    const version = draft?.version ?? 0;
    await house.run('headCoLe', saveAnswerDraft, { ...content, evidenceIds: [], version });
    const after = await house.ask('headCoLe', getCorrectiveAction, { actionId });
    const kept = after.draft?.content.cause ?? '';
    expect([kept.length, kept.slice(0, 19)]).toEqual([7813, 'Camera hỏng.\nHợp đồ']);
    await expect(house.run('headCoLe', answerCorrectiveAction, content)).rejects.toMatchObject({
      issues: [{ field: 'cause', key: 'input.too-long', details: { maximum: 5000, over: 2812 } }],
    });
  });
});

describe('two who write on one answer', () => {
  it('overwrite nothing of each other, also at once; the second is told', async () => {
    const { draft } = await house.ask('headCoLe', getCorrectiveAction, { actionId });
    const from = { actionId, version: draft?.version ?? 0, plan: [], evidenceIds: [] };
    const both = await Promise.allSettled(
      ['Của người thứ nhất', 'Của người thứ hai'].map((cause) =>
        house.run('headCoLe', saveAnswerDraft, { ...from, cause }),
      ),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const lost = both.find(({ status }) => status === 'rejected');
    expect(lost).toMatchObject({ reason: { code: 'conflict', key: 'draft.newer' } });
    await expect(
      house.run('headCoLe', saveAnswerDraft, { ...from, version: 0, cause: 'Bắt đầu lại' }),
    ).rejects.toMatchObject({ key: 'draft.newer' });
    const after = await house.ask('headCoLe', getCorrectiveAction, { actionId });
    expect(after.draft).toMatchObject({
      version: from.version + 1,
      content: { cause: expect.stringContaining('Của người') },
    });
  });

  it('keep what is typed as typed: spaces, half a date, more than fits', async () => {
    const { draft } = await house.ask('headCoLe', getCorrectiveAction, { actionId });
    const typed = {
      cause: 'Một ',
      correction: 'dài '.repeat(3000),
      plan: [{ task: '', person: '', dueOn: '31/02' }],
    };
    const payload = { actionId, version: draft?.version ?? 0, ...typed, evidenceIds: [] };
    await house.run('headCoLe', saveAnswerDraft, payload);
    const after = await house.ask('headCoLe', getCorrectiveAction, { actionId });
    expect(after.draft?.content).toMatchObject(typed);
  });
});

describe('proof that is being gathered', () => {
  it('is the unit’s own until it is handed in', async () => {
    const evidenceId = await proofFor(house, actionId);
    const proofs = async (who: 'headCoLe' | 'office') =>
      (await house.ask(who, getCorrectiveAction, { actionId })).evidence.proofs.map(
        (proof) => proof.evidenceId,
      );
    expect(await proofs('headCoLe')).toEqual([evidenceId]);
    expect(await proofs('office')).toEqual([]);
  });
});

describe('answering', () => {
  it('needs all four parts', async () => {
    await expect(
      house.run('headCoLe', answerCorrectiveAction, { ...answer([]), cause: '', plan: [] }),
    ).rejects.toMatchObject({
      issues: [
        { field: 'cause', key: 'input.required' },
        { field: 'plan', key: 'corrective-action.plan-needed' },
        { field: 'evidenceIds', key: 'corrective-action.evidence-needed' },
      ],
    });
  });

  it('plans nothing for before the conclusion', async () => {
    const past = {
      ...answer([await proofFor(house, actionId)]),
      plan: plan.map((row) => ({ ...row, dueOn: '2020-01-01' })),
    };
    await expect(house.run('headCoLe', answerCorrectiveAction, past)).rejects.toMatchObject({
      issues: [
        {
          field: 'plan.0.dueOn',
          key: 'corrective-action.plan-before-conclusion',
          details: { day: '23/11/2026' },
        },
      ],
    });
  });

  it('takes only proofs of this very action', async () => {
    const elsewhere = await proofFor(house, uuidV7());
    for (const stray of [uuidV7(), elsewhere])
      await expect(house.run('headCoLe', answerCorrectiveAction, answer([stray]))).rejects.toMatchObject({
        issues: [{ field: 'evidenceIds.0', key: 'corrective-action.evidence-unknown' }],
      });
  });

  it('is refused to the office and to other units', async () => {
    const payload = answer([await proofFor(house, actionId)]);
    await expect(house.run('office', answerCorrectiveAction, payload)).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(house.run('headNinhGiang', answerCorrectiveAction, payload)).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('takes effect once, ends the draft, and waits for judgement', async () => {
    const id = uuidV7();
    const payload = answer([await proofFor(house, actionId)]);
    const first = await house.send('headCoLe', answerCorrectiveAction, payload, id);
    expect(await house.send('headCoLe', answerCorrectiveAction, payload, id)).toBe(first);
    await expect(house.run('headCoLe', answerCorrectiveAction, payload)).rejects.toMatchObject({
      key: 'state.not-allowed',
    });
    const drafts = await house.look('headCoLe', (tx) => tx.select().from(correctiveActionDraft));
    expect(drafts).toEqual([]);
    const entries = await house.lookAsSystem((tx) =>
      tx.select().from(trailEntry).where(eq(trailEntry.commandId, id)),
    );
    expect(entries).toMatchObject([{ subjectId: actionId, unitId: house.unitId('coLe') }]);
    expect(await house.ask('office', getCorrectiveAction, { actionId })).toMatchObject({
      status: 'answered',
      deadline: null,
      judgement: { dueOn: '2026-12-01', workingDays: 5 },
      judging: { unit: 'working-day', amount: 5 },
      evidence: { proofs: [{ evidenceId: payload.evidenceIds[0], attachedBy: 'Đặng Thị Chủ' }] },
      answers: [{ content: { evidenceIds: payload.evidenceIds }, outcome: null }],
      acts: { answer: false, accept: true, return: true },
    });
    const { actions } = await house.ask('office', listCorrectiveActions, { states: ['answered'] });
    expect(actions).toMatchObject([{ actionId, judgement: { dueOn: '2026-12-01', kind: 'later' } }]);
  });
});

describe('a window that was left open over an answer that came back', () => {
  it('does not write over what a colleague has begun since', async () => {
    const { answers } = await house.ask('headCoLe', getCorrectiveAction, { actionId });
    const payload = { actionId, answerId: answers[0]?.answerId ?? '', reason: 'Thiếu ảnh.' };
    await house.run('office', returnCorrectiveAction, payload);
    const begun = { actionId, version: 0, cause: 'Của đồng nghiệp', plan: [], evidenceIds: [] };
    await house.run('headCoLe', saveAnswerDraft, begun);
    const stale = { ...begun, version: 1, cause: 'Từ cửa sổ cũ' };
    await expect(house.run('headCoLe', saveAnswerDraft, stale)).rejects.toMatchObject({ key: 'draft.newer' });
    const { draft } = await house.ask('headCoLe', getCorrectiveAction, { actionId });
    expect(draft?.content.cause).toBe('Của đồng nghiệp');
  });
});
