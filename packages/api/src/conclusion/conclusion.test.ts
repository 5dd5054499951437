import { conclusion } from '@kycuong/db/schema/conclusion.ts';
import { correctiveAction } from '@kycuong/db/schema/corrective-action.ts';
import { finding } from '@kycuong/db/schema/finding.ts';
import { round } from '@kycuong/db/schema/planning.ts';
import { trailEntry } from '@kycuong/db/schema/trail.ts';
import type { SubmitReport } from '@kycuong/domain/conclusion/submit-report.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadBuiltIn } from '../load-built-in.ts';
import { type House, openHouse } from '../testing/house.ts';
import { foundAndClosed, issuedRound } from '../testing/rounds.ts';
import { getConclusion } from './get-conclusion.ts';
import { issueConclusion } from './issue-conclusion.ts';
import { listConclusions } from './list-conclusions.ts';
import { listFindings } from './list-findings.ts';
import { submitReport } from './submit-report.ts';

let house: House;
let inspected: Awaited<ReturnType<typeof issuedRound>>;
let findingIds: string[];
let report: SubmitReport;

beforeAll(async () => {
  house = await openHouse();
  await loadBuiltIn(house.ground);
  const units = [
    { unitId: house.unitId('coLe'), plannedOn: '2026-11-19' },
    { unitId: house.unitId('ninhGiang'), plannedOn: '2026-11-20' },
  ];
  inspected = await issuedRound(house, { units, endsOn: '2026-11-20' });
  report = {
    conclusionId: uuidV7(),
    roundId: inspected.roundId,
    report: 'Đoàn đã làm việc tại hai xã.',
    draft: { strengths: 'Chấp hành tốt giờ giấc.', shortcomings: 'Niêm yết chưa đủ.' },
    requirements: [],
  };
});
afterAll(() => house.close());

describe('submitting the report', () => {
  it('waits until every visit is closed', async () => {
    await expect(house.run('leader', submitReport, report)).rejects.toMatchObject({
      code: 'conflict',
      key: 'conclusion.visits-open',
      details: { count: 2 },
    });
    findingIds = await foundAndClosed(house, inspected);
    report = {
      ...report,
      requirements: findingIds.map((findingId) => ({
        findingId,
        text: 'Niêm yết đủ, giao người theo dõi.',
        dueInWorkingDays: 10,
      })),
    };
    expect(await house.ask('leader', listFindings, { roundId: inspected.roundId })).toMatchObject([
      { unit: { name: 'Xã Cổ Lễ' } },
      { unit: { name: 'Xã Ninh Giang' } },
    ]);
  });

  it('is the leader’s alone', async () => {
    for (const who of ['inspector', 'office'] as const)
      await expect(house.run(who, submitReport, report)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(house.run('outsider', submitReport, report)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('asks only about findings of the round', async () => {
    const stray = { findingId: uuidV7(), text: 'Không có ở đâu', dueInWorkingDays: 5 };
    await expect(
      house.run('leader', submitReport, { ...report, requirements: [...report.requirements, stray] }),
    ).rejects.toMatchObject({
      issues: [{ field: 'requirements.2.findingId', key: 'conclusion.finding-elsewhere' }],
    });
  });

  it('reaches the office once, and the units not yet', async () => {
    const id = uuidV7();
    const first = await house.send('leader', submitReport, report, id);
    expect(await house.send('leader', submitReport, report, id)).toBe(first);
    expect(JSON.parse(first)).toMatchObject({ status: 'applied' });
    const again = house.run('leader', submitReport, { ...report, conclusionId: uuidV7() });
    await expect(again).rejects.toMatchObject({ key: 'conclusion.already-submitted' });
    const entries = await house.lookAsSystem((tx) =>
      tx.select().from(trailEntry).where(eq(trailEntry.commandId, id)),
    );
    expect(entries).toMatchObject([{ action: 'conclusion.submit-report', detail: { requirements: 2 } }]);
    expect(await house.ask('office', listConclusions, { states: ['submitted'] })).toHaveLength(1);
    expect(await house.ask('headCoLe', listConclusions, {})).toEqual([]);
    expect(await house.look('headCoLe', (tx) => tx.select().from(finding))).toEqual([]);
  });
});

describe('issuing the conclusion', () => {
  const issue = () => ({
    conclusionId: report.conclusionId,
    number: '131/TB-SNV',
    issuedOn: '2026-11-23',
    signer: 'Lê Minh Quân',
    signerTitle: 'Giám đốc',
  });

  it('is the programme office’s alone', async () => {
    for (const who of ['leader', 'leadership'] as const)
      await expect(house.run(who, issueConclusion, issue())).rejects.toMatchObject({ code: 'forbidden' });
    await expect(house.run('headCoLe', issueConclusion, issue())).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('comes after the last visit', async () => {
    await expect(
      house.run('office', issueConclusion, { ...issue(), issuedOn: '2026-11-12' }),
    ).rejects.toMatchObject({ details: { field: 'issuedOn' } });
  });

  it('makes corrective actions with last days in working days, and lets each unit see its own', async () => {
    const draft = await house.ask('office', getConclusion, {
      conclusionId: report.conclusionId,
      issuedOn: '2026-11-23',
    });
    // The day itself, two weekends and Culture Day on 24 November are not counted.
    expect(draft.requirements.map(({ dueOn }) => dueOn)).toEqual(['2026-12-08', '2026-12-08']);
    const id = uuidV7();
    const first = await house.send('office', issueConclusion, issue(), id);
    expect(JSON.parse(first).result.actions).toMatchObject([
      { code: 'YC-2026-0001', dueOn: '2026-12-08' },
      { code: 'YC-2026-0002', dueOn: '2026-12-08' },
    ]);
    expect(await house.send('office', issueConclusion, issue(), id)).toBe(first);
    await expect(house.run('office', issueConclusion, issue())).rejects.toMatchObject({ code: 'conflict' });
    const entries = await house.lookAsSystem((tx) =>
      tx.select().from(trailEntry).where(eq(trailEntry.commandId, id)),
    );
    expect(entries).toMatchObject([{ action: 'conclusion.issue', detail: { number: '131/TB-SNV' } }]);
    const seen = await house.look('headCoLe', async (tx) => ({
      actions: await tx.select().from(correctiveAction),
      findings: await tx.select().from(finding),
      conclusions: await tx.select().from(conclusion),
      rounds: await tx.select().from(round),
    }));
    expect(seen.actions).toMatchObject([
      { unitId: house.unitId('coLe'), status: 'awaiting-answer', dueInWorkingDays: 10 },
    ]);
    expect(seen.findings).toMatchObject([{ unitId: house.unitId('coLe') }]);
    expect(seen.conclusions).toHaveLength(1);
    expect(seen.rounds).toMatchObject([{ status: 'concluded' }]);
  });

  it('shows a unit its own requirement and neither the others’ nor the report', async () => {
    const mine = await house.ask('headCoLe', getConclusion, { conclusionId: report.conclusionId });
    expect(mine).toMatchObject({
      number: '131/TB-SNV',
      report: null,
      requirements: [{ unit: { name: 'Xã Cổ Lễ' }, action: { code: 'YC-2026-0001' } }],
      hiddenRequirements: 1,
      acts: { issue: false },
    });
  });
});
