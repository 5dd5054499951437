import { correctiveAction } from '@kycuong/db/schema/corrective-action.ts';
import { trailEntry } from '@kycuong/db/schema/trail.ts';
import {
  type RequirementDeadline,
  workingDaysAfterIssue,
} from '@kycuong/domain/conclusion/requirement-deadline.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getConclusion } from '../conclusion/get-conclusion.ts';
import { issueConclusion } from '../conclusion/issue-conclusion.ts';
import { submitReport } from '../conclusion/submit-report.ts';
import { getCorrectiveAction } from '../corrective-action/get-corrective-action.ts';
import { perform } from '../door.ts';
import { loadBuiltIn } from '../load-built-in.ts';
import { myWork } from '../notice/my-work.ts';
import { type House, openHouse } from '../testing/house.ts';
import { draftLookedAt, foundAndClosed, issuedRound } from '../testing/rounds.ts';
import { getRound } from './get-round.ts';
import { listDeadlines } from './list-deadlines.ts';
import { setDeadline } from './set-deadline.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await loadBuiltIn(house.ground);
});
afterAll(() => house.close());

const own = {
  step: 'conclusion',
  field: null,
  amount: 20,
  unit: 'working-day',
  event: 'issue',
  source: 'Quy chế kiểm tra của tỉnh',
  mark: 'P',
} as const;
const timeOf = async (step: string, field: string | null) =>
  (await house.ask('office', listDeadlines, {})).find((row) => row.step === step && row.field === field);

describe('setting the time of a step', () => {
  it('is for the administrator and the programme office', async () => {
    await expect(
      perform(
        setDeadline,
        { ground: house.ground, caller: { kind: 'person', accountId: uuidV7() } },
        {
          id: uuidV7(),
          payload: own,
        },
      ),
    ).rejects.toMatchObject({ code: 'unauthenticated' });
    for (const person of ['inspector', 'headCoLe', 'leadership'] as const)
      await expect(house.run(person, setDeadline, own)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('wants a time that is counted, of a step that has one, with its document', async () => {
    for (const [change, field] of [
      [{ amount: 0 }, 'amount'],
      [{ source: '' }, 'source'],
      [{ field: 'records' }, 'step'],
    ] as const)
      await expect(house.run('office', setDeadline, { ...own, ...change })).rejects.toMatchObject({
        issues: [{ field }],
      });
  });

  it('holds from then on, leaves an entry, and is the same when sent again', async () => {
    expect(await timeOf('conclusion', null)).toMatchObject({ amount: 15, mark: 'P', version: null });
    const id = uuidV7();
    const receipt = await house.send('office', setDeadline, own, id);
    expect(JSON.parse(receipt)).toMatchObject({ status: 'applied' });
    expect(await house.send('office', setDeadline, own, id)).toBe(receipt);
    expect(await timeOf('conclusion', null)).toMatchObject(own);
    // That of procedure control is its own: law.
    expect(await timeOf('conclusion', 'procedure-control')).toMatchObject({ amount: 15, mark: 'V' });
    expect(
      await house.lookAsSystem((tx) => tx.select().from(trailEntry).where(eq(trailEntry.commandId, id))),
    ).toMatchObject([{ action: 'planning.set-deadline', subjectId: 'conclusion', detail: { amount: 20 } }]);
    await expect(house.run('administrator', setDeadline, { ...own, amount: 12 })).rejects.toMatchObject({
      key: 'record.changed-since',
    });
    const seen = (await timeOf('conclusion', null))?.version;
    await house.run('administrator', setDeadline, { ...own, amount: 12, seen });
    expect(await timeOf('conclusion', null)).toMatchObject({ amount: 12 });
  });
});

describe('an inspection of the quality system', () => {
  it('asks for the answer two months after the minutes, and concludes in the province’s own time', async () => {
    const units = [{ unitId: house.unitId('coLe'), plannedOn: '2026-11-19' }];
    const round = await issuedRound(house, { units, field: 'quality-system', endsOn: '2026-11-20' });
    const [findingId = ''] = await foundAndClosed(house, round);
    const { roundId } = round;
    const { answerDue } = await house.ask('leader', getRound, { roundId });
    expect(answerDue).toMatchObject({ unit: 'month', amount: 2, event: 'minutes', minutesOn: null });
    const conclusionId = uuidV7();
    const report = (due: RequirementDeadline) => ({
      ...{ conclusionId, roundId, report: 'Đã kiểm tra.', draft: { shortcomings: 'Thiếu.' } },
      requirements: [{ findingId, text: 'Khắc phục điểm không phù hợp.', due }],
    });
    const lacking = [
      [answerDue, 'requirements.0.due.minutesOn', 'input.required'],
      [
        { ...answerDue, minutesOn: '2027-01-04' },
        'requirements.0.due.minutesOn',
        'conclusion.minutes-in-future',
      ],
      [
        { ...workingDaysAfterIssue(1), unit: 'date', on: '2026-11-02' },
        'requirements.0.due.on',
        'conclusion.due-in-past',
      ],
    ] as const;
    for (const [due, field, key] of lacking)
      await expect(house.run('leader', submitReport, report(due))).rejects.toMatchObject({
        issues: [{ field, key }],
      });
    await house.run('leader', submitReport, report({ ...answerDue, minutesOn: '2026-11-19' }));

    const { items } = await house.ask('office', myWork, {});
    // 12 working days after 20 November, as the province set it; Culture Day is off.
    expect(items.find(({ id }) => id === conclusionId)).toMatchObject({ dueOn: '2026-12-09' });

    const draft = await house.ask('office', getConclusion, { conclusionId, issuedOn: '2026-11-23' });
    expect(draft.requirements).toMatchObject([{ countedFrom: '2026-11-19', dueOn: '2027-01-19' }]);
    const table = draft.notice.parts.find((part) => part.kind === 'table');
    expect(table?.rows[0]?.at(-1)).toBe('19/01/2027\n(02 tháng kể từ ngày ký biên bản)');
    await house.run('office', issueConclusion, {
      ...(await draftLookedAt(house, conclusionId)),
      ...{ number: '140/TB-SNV', signer: 'Lê Minh Quân', signerTitle: 'Giám đốc', draftedBy: 'CCHC' },
    });
    const [action] = await house.look('headCoLe', (tx) =>
      tx.select().from(correctiveAction).where(eq(correctiveAction.conclusionId, conclusionId)),
    );
    expect(action).toMatchObject({
      ...{ dueAmount: 2, dueUnit: 'month', dueEvent: 'minutes', countedFrom: '2026-11-19' },
      ...{ issuedOn: '2026-11-23', dueOn: '2027-01-19' },
    });
    const told = await house.ask('headCoLe', getCorrectiveAction, { actionId: action?.id ?? '' });
    expect(told.due).toEqual({ unit: 'month', amount: 2, event: 'minutes', from: '2026-11-19' });
    expect(told.explanation[0]).toMatchObject({ date: '2026-11-19', reason: 'event' });
  });
});
