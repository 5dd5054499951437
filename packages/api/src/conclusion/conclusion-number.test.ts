import type { SubmitReport } from '@kycuong/domain/conclusion/submit-report.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadBuiltIn } from '../load-built-in.ts';
import { type House, openHouse } from '../testing/house.ts';
import { concludedRound, draftLookedAt, foundAndClosed, issuedRound } from '../testing/rounds.ts';
import { wordText } from '../testing/word-text.ts';
import { downloadConclusion } from './download-conclusion.ts';
import { issueConclusion } from './issue-conclusion.ts';
import { submitReport } from './submit-report.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await loadBuiltIn(house.ground);
  // Bears the number 131/TB-SNV.
  await concludedRound(house);
});
afterAll(() => house.close());

describe('the number of a conclusion', () => {
  const reported = async (draft: SubmitReport['draft']) => {
    const units = [{ unitId: house.unitId('coLe'), plannedOn: '2026-11-19' }];
    const next = await issuedRound(house, { units, endsOn: '2026-11-20' });
    await foundAndClosed(house, next);
    const conclusionId = uuidV7();
    const payload = { conclusionId, roundId: next.roundId, report: 'Đã kiểm tra.', draft, requirements: [] };
    return { conclusionId, payload };
  };
  const signed = {
    issuedOn: '2026-11-23',
    signer: 'Lê Minh Quân',
    signerTitle: 'Giám đốc',
    draftedBy: 'CCHC',
  };

  it('is given once in its series, office and year, also by two at once', async () => {
    const both = [await reported({ strengths: 'Tốt' }), await reported({ strengths: 'Tốt' })];
    for (const { payload } of both) await house.run('leader', submitReport, payload);
    const shown = await Promise.all(both.map(({ conclusionId }) => draftLookedAt(house, conclusionId)));
    for (const number of ['131/TB-SNV', '0131 / TB-SNV'])
      await expect(
        house.run('office', issueConclusion, { ...signed, conclusionId: '', ...shown[0], number }),
      ).rejects.toMatchObject({
        code: 'conflict',
        key: 'conclusion.number-taken',
        details: { field: 'number' },
      });
    const race = await Promise.allSettled(
      shown.map((row) => house.run('office', issueConclusion, { ...signed, ...row, number: '132/TB-SNV' })),
    );
    expect(race.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  it('stands over results: a report without any is refused, and an older one gets them at the issue', async () => {
    const { conclusionId, payload } = await reported({ causes: 'Thiếu người' });
    await expect(house.run('leader', submitReport, payload)).rejects.toMatchObject({
      issues: [{ field: 'draft.shortcomings', key: 'conclusion.results-needed' }],
    });
    await house.run('leader', submitReport, { ...payload, draft: { shortcomings: 'Thiếu' } });
    await house.look('office', (tx) =>
      tx.execute(
        sql`update conclusion set content = jsonb_set(content, '{draft}', '{}') where id = ${conclusionId}`,
      ),
    );
    const bare = { ...signed, ...(await draftLookedAt(house, conclusionId)), number: '133/TB-SNV' };
    await expect(house.run('office', issueConclusion, bare)).rejects.toMatchObject({
      key: 'conclusion.results-needed',
      details: { field: 'results' },
    });
    await house.run('office', issueConclusion, { ...bare, results: 'Niêm yết thiếu 14 thủ tục.' });
    const paper = await house.ask('office', downloadConclusion, { conclusionId });
    expect(wordText(paper.bytes)).toContain('Niêm yết thiếu 14 thủ tục.');
  });
});
