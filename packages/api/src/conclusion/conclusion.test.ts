import { conclusion } from '@kycuong/db/schema/conclusion.ts';
import { correctiveAction } from '@kycuong/db/schema/corrective-action.ts';
import { dossierSample } from '@kycuong/db/schema/dossier.ts';
import { finding } from '@kycuong/db/schema/finding.ts';
import { unit } from '@kycuong/db/schema/organisation.ts';
import { round, roundMember } from '@kycuong/db/schema/planning.ts';
import { trailEntry } from '@kycuong/db/schema/trail.ts';
import { workingDaysAfterIssue } from '@kycuong/domain/conclusion/requirement-deadline.ts';
import type { SubmitReport } from '@kycuong/domain/conclusion/submit-report.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listCorrectiveActions } from '../corrective-action/list-corrective-actions.ts';
import { loadBuiltIn } from '../load-built-in.ts';
import { importUnits } from '../organisation/import-units.ts';
import { roundChoices } from '../planning/round-choices.ts';
import { type House, openHouse } from '../testing/house.ts';
import { foundAndClosed, issuedRound } from '../testing/rounds.ts';
import { wordText } from '../testing/word-text.ts';
import { listVisits } from '../visit/list-visits.ts';
import { downloadConclusion } from './download-conclusion.ts';
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
    await house.look('leader', (tx) =>
      tx.insert(dossierSample).values({
        id: uuidV7(),
        visitId: inspected.visitAt('coLe'),
        roundId: inspected.roundId,
        unitId: house.unitId('coLe'),
        code: 'H40.12-261105-0007',
        facts: {},
        sampledBy: house.accountId('leader'),
        sampledAt: house.ground.now(),
        commandId: uuidV7(),
      }),
    );
    report = {
      ...report,
      requirements: findingIds.map((findingId) => ({
        findingId,
        text: 'Niêm yết đủ, giao người theo dõi.',
        due: workingDaysAfterIssue(10),
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
    const stray = { findingId: uuidV7(), text: 'Không có ở đâu', due: workingDaysAfterIssue(5) };
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
    draftedBy: 'CCHC',
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

  it('is of no day to come, in Vietnam', async () => {
    // It is 23 November in Vietnam until five in the afternoon of Greenwich.
    for (const issuedOn of ['2026-11-24', '2030-12-31'])
      await expect(house.run('office', issueConclusion, { ...issue(), issuedOn })).rejects.toMatchObject({
        key: 'conclusion.issued-in-future',
        details: { field: 'issuedOn' },
      });
  });

  it('bears a number of the official form', async () => {
    for (const number of ['abc', '131', '131/QĐ-SNV', '131/TB'])
      await expect(house.run('office', issueConclusion, { ...issue(), number })).rejects.toMatchObject({
        issues: [{ field: 'number', key: 'conclusion.number-form' }],
      });
  });

  it('is signed by a deputy for somebody, in an office, and filed under who drafted it', async () => {
    const deputy = { ...issue(), signerTitle: 'Phó Giám đốc' };
    for (const [sent, field, key] of [
      [deputy, 'signerAuthority', 'conclusion.authority-needed'],
      [{ ...deputy, signerAuthority: 'Thay Giám đốc' }, 'signerAuthority', 'conclusion.authority-form'],
      [{ ...issue(), signerTitle: '' }, 'signerTitle', 'input.required'],
      [{ ...issue(), draftedBy: ' ' }, 'draftedBy', 'input.required'],
    ] as const)
      await expect(house.run('office', issueConclusion, sent)).rejects.toMatchObject({
        issues: [{ field, key }],
      });
  });

  it('makes corrective actions with last days in working days, and lets each unit see its own', async () => {
    const draft = await house.ask('office', getConclusion, {
      conclusionId: report.conclusionId,
      issuedOn: '2026-11-23',
    });
    // The day itself, two weekends and Culture Day on 24 November are not counted.
    expect(draft.requirements.map(({ dueOn }) => dueOn)).toEqual(['2026-12-08', '2026-12-08']);
    const id = uuidV7();
    const sent = { ...issue(), seen: draft.version };
    const first = await house.send('office', issueConclusion, sent, id);
    expect(JSON.parse(first).result.actions).toMatchObject([
      { code: 'YC-2026-0001', dueOn: '2026-12-08' },
      { code: 'YC-2026-0002', dueOn: '2026-12-08' },
    ]);
    expect(await house.send('office', issueConclusion, sent, id)).toBe(first);
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
      { unitId: house.unitId('coLe'), status: 'awaiting-answer', dueAmount: 10, dueUnit: 'working-day' },
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

describe('an issued conclusion', () => {
  it('tells each reader the same of the round, also when the team is another later', async () => {
    const { conclusionId } = report;
    const paper = async (who: 'office' | 'headCoLe') =>
      wordText((await house.ask(who, downloadConclusion, { conclusionId })).bytes);
    const team = 'Đoàn kiểm tra gồm 02 người: Nguyễn Văn Trưởng, Trưởng đoàn; Bùi Thị Kiểm, thành viên.';
    const before = await paper('office');
    expect(before).toContain(team);
    expect(before).toContain('xem xét 01 hồ sơ thủ tục hành chính.');
    await house.look('office', (tx) =>
      tx
        .update(roundMember)
        .set({ removedAt: house.ground.now() })
        .where(
          and(
            eq(roundMember.roundId, inspected.roundId),
            eq(roundMember.accountId, house.accountId('inspector')),
          ),
        ),
    );
    expect(await paper('office')).toBe(before);
    const own = await paper('headCoLe');
    expect(own).toContain(team);
    expect(own).toContain('xem xét 01 hồ sơ thủ tục hành chính.');
    expect(own).toContain('đã làm việc tại 02 đơn vị, trong đó có: Ủy ban nhân dân xã Cổ Lễ.');
    expect(own).not.toContain('Ninh Giang');
  });

  it('of an earlier release tells the days of its round, and of nobody and nothing more', async () => {
    const { conclusionId } = report;
    const kept = await house.look('office', async (tx) => {
      const [row] = await tx.select().from(conclusion).where(eq(conclusion.id, conclusionId));
      await tx.update(conclusion).set({ overview: null, draftedBy: null });
      return row;
    });
    const text = wordText((await house.ask('office', downloadConclusion, { conclusionId })).bytes);
    expect(text).toContain(
      'Từ ngày 18 tháng 11 năm 2026 đến ngày 20 tháng 11 năm 2026, Đoàn kiểm tra đã làm việc tại 02 đơn vị: ',
    );
    expect(text).toContain('- Lưu: VT.\n');
    expect(text).not.toMatch(/Đoàn kiểm tra gồm|Phương pháp/);
    await house.look('office', (tx) =>
      tx.update(conclusion).set({ overview: kept?.overview, draftedBy: kept?.draftedBy ?? null }),
    );
  });

  it('reads on the screen as in the Word file', async () => {
    const { conclusionId } = report;
    const { notice } = await house.ask('headCoLe', getConclusion, { conclusionId });
    const paper = wordText((await house.ask('headCoLe', downloadConclusion, { conclusionId })).bytes);
    for (const text of [
      ...notice.parts.flatMap((part) => (part.kind === 'table' ? part.rows.flat() : part.text)),
      ...[...notice.agency, ...notice.office, notice.subject, notice.dated, notice.signer],
      ...notice.recipients,
    ])
      expect(paper).toContain(text);
  });

  it('of a branch stands under its department and is written from the province', async () => {
    const { conclusionId } = report;
    const agencies = [
      ['SKHCN', 'Sở Khoa học và Công nghệ tỉnh Ninh Bình', 'department', '37'],
      ['TDC', 'Chi cục Tiêu chuẩn Đo lường Chất lượng tỉnh Ninh Bình', 'branch', 'SKHCN'],
    ] as const;
    await house.run('administrator', importUnits, {
      rows: agencies.map(([code, name, kind, parent_code], index) => ({
        line: index + 2,
        values: { code, name, kind, parent_code },
      })),
      ...{ from: '2025-07-01', until: null },
    });
    const [branch] = await house.look('office', (tx) => tx.select().from(unit).where(eq(unit.code, 'TDC')));
    const leadBy = (leadUnitId: string) =>
      house.look('office', (tx) =>
        tx.update(conclusion).set({ leadUnitId }).where(eq(conclusion.id, conclusionId)),
      );
    await leadBy(branch?.id ?? '');
    const text = wordText((await house.ask('office', downloadConclusion, { conclusionId })).bytes);
    await leadBy(house.unitId('soNoiVu'));
    expect(text).toContain(
      'SỞ KHOA HỌC VÀ CÔNG NGHỆ TỈNH NINH BÌNH\nCHI CỤC TIÊU CHUẨN ĐO LƯỜNG CHẤT LƯỢNG\n',
    );
    expect(text).toContain('\nNinh Bình, ngày ');
    expect(text).toContain('- Sở Khoa học và Công nghệ (để báo cáo);');
  });

  it('keeps the names of its day when units are renamed; what is written later bears the later ones', async () => {
    const { conclusionId } = report;
    const issued = wordText((await house.ask('office', downloadConclusion, { conclusionId })).bytes);
    expect(issued).toContain('UBND TỈNH NINH BÌNH\nSỞ NỘI VỤ\n');
    expect(issued).toContain('UBND xã Cổ Lễ');
    const names = [
      ['37', 'Thành phố Ninh Bình', ''],
      ['14026', 'Phường Cổ Lễ', '37'],
      ['SNV', 'Sở Nội vụ và Lao động', '37'],
    ] as const;
    const renamed = await house.run('administrator', importUnits, {
      rows: names.map(([code, name, parent_code], index) => ({
        line: index + 2,
        values: { code, name, parent_code },
      })),
      ...{ from: '2026-12-15', until: null },
    });
    expect(renamed).toMatchObject({ created: 0, updated: 3, rejected: [] });
    house.setNow('2026-12-20T02:00:00Z');
    expect(wordText((await house.ask('office', downloadConclusion, { conclusionId })).bytes)).toBe(issued);
    const shown = await house.ask('headCoLe', getConclusion, { conclusionId });
    expect(shown).toMatchObject({
      leadUnitName: 'Sở Nội vụ',
      requirements: [{ unit: { name: 'Xã Cổ Lễ' } }],
    });

    const { units: now, leadUnitId } = await house.ask('office', roundChoices, { on: '2026-12-20' });
    const unitId = now.find(({ name }) => name === 'Phường Cổ Lễ')?.id ?? '';
    expect(now.find(({ id }) => id === leadUnitId)?.name).toBe('Sở Nội vụ và Lao động');
    expect(await house.ask('leadership', listVisits, { unitId })).toMatchObject({ total: 1 });
    const { actions } = await house.ask('headCoLe', listCorrectiveActions, { unitId });
    expect(actions).toHaveLength(1);

    const units = [{ unitId: house.unitId('ninhGiang'), plannedOn: '2026-12-18' }];
    const later = await issuedRound(house, { units, startsOn: '2026-12-16', endsOn: '2026-12-19' });
    await foundAndClosed(house, later);
    const next = { ...report, conclusionId: uuidV7(), roundId: later.roundId, requirements: [] };
    await house.run('leader', submitReport, next);
    const draft = { conclusionId: next.conclusionId };
    const text = wordText((await house.ask('office', downloadConclusion, draft)).bytes);
    expect(text).toContain('UBND THÀNH PHỐ NINH BÌNH\nSỞ NỘI VỤ VÀ LAO ĐỘNG\n');
    expect(await house.ask('office', getConclusion, draft)).toMatchObject({
      leadUnitName: 'Sở Nội vụ và Lao động',
    });
  });
});
