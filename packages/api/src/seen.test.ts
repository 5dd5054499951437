import type { Holiday } from '@kycuong/domain/calendar/holiday.ts';
import { workingDaysAfterIssue } from '@kycuong/domain/conclusion/requirement-deadline.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setHoliday } from './calendar/set-holiday.ts';
import { getConclusion } from './conclusion/get-conclusion.ts';
import { issueConclusion } from './conclusion/issue-conclusion.ts';
import { submitReport } from './conclusion/submit-report.ts';
import { loadBuiltIn } from './load-built-in.ts';
import { createRound } from './planning/create-round.ts';
import { getRound } from './planning/get-round.ts';
import { issueRound } from './planning/issue-round.ts';
import { type House, openHouse } from './testing/house.ts';
import { foundAndClosed, issuedRound, roundInput } from './testing/rounds.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await loadBuiltIn(house.ground);
});
afterAll(() => house.close());

/** What a colleague does while the look is open: the days that were shown are other days. */
const dayOff = (date: string): Holiday => ({
  date,
  kind: 'off',
  nameVi: 'Nghỉ phòng chống bão',
  nameEn: 'Closed for the storm',
  source: 'Công điện giả định của tỉnh',
  mark: 'P',
});

describe('what was looked at is what goes out', () => {
  it('of a conclusion: not other last days than were shown, nor what was never looked at', async () => {
    const units = [{ unitId: house.unitId('coLe'), plannedOn: '2026-11-19' }];
    const inspected = await issuedRound(house, { units, endsOn: '2026-11-20' });
    const findings = await foundAndClosed(house, inspected);
    const conclusionId = uuidV7();
    await house.run('leader', submitReport, {
      conclusionId,
      roundId: inspected.roundId,
      report: 'Đã kiểm tra.',
      draft: { strengths: 'Tốt' },
      requirements: findings.map((findingId) => ({
        findingId,
        text: 'Niêm yết đủ.',
        due: workingDaysAfterIssue(10),
      })),
    });
    const issuedOn = '2026-11-23';
    const look = () => house.ask('office', getConclusion, { conclusionId, issuedOn });
    const signed = {
      conclusionId,
      issuedOn,
      number: '140/TB-SNV',
      signer: 'Lê Minh Quân',
      signerTitle: 'Giám đốc',
      draftedBy: 'CCHC',
    };
    const before = await look();
    expect(await house.ask('leader', getConclusion, { conclusionId, issuedOn })).toMatchObject({
      version: null,
    });
    await house.run('office', setHoliday, dayOff('2026-12-01'));
    for (const seen of [before.version, null])
      await expect(house.run('office', issueConclusion, { ...signed, seen })).rejects.toMatchObject({
        code: 'conflict',
        key: 'conclusion.draft-changed',
      });
    const now = await look();
    expect(now).toMatchObject({ status: 'submitted', number: null });
    expect(now.requirements.map(({ dueOn }) => dueOn)).not.toEqual(
      before.requirements.map(({ dueOn }) => dueOn),
    );
    await house.run('office', issueConclusion, { ...signed, seen: now.version });
    const issued = await look();
    expect(issued.requirements.map(({ dueOn }) => dueOn)).toEqual(now.requirements.map(({ dueOn }) => dueOn));
  });

  it('of a round: not other days, people or places than were shown', async () => {
    const input = await roundInput(house);
    const { roundId } = input;
    await house.run('office', createRound, input);
    const look = () => house.ask('office', getRound, { roundId });
    const before = await look();
    await house.run('administrator', setHoliday, dayOff('2026-12-02'));
    for (const seen of [before.version, undefined])
      await expect(house.run('office', issueRound, { roundId, seen })).rejects.toMatchObject({
        code: 'conflict',
        key: 'planning.draft-changed',
      });
    const now = await look();
    expect(now).toMatchObject({ status: 'draft', daysOff: [{ plannedOn: '2026-12-02' }] });
    const shortNoticeReason = 'Theo chỉ đạo của Giám đốc';
    await house.run('office', issueRound, { roundId, seen: now.version, shortNoticeReason });
    expect(await look()).toMatchObject({ status: 'issued' });
  });
});
