import { tmpdir } from 'node:os';
import { issueConclusion } from '@kycuong/api/conclusion/issue-conclusion.ts';
import { submitReport } from '@kycuong/api/conclusion/submit-report.ts';
import { loadBuiltIn } from '@kycuong/api/load-built-in.ts';
import { type House, openHouse, password } from '@kycuong/api/testing/house.ts';
import { draftLookedAt, foundAndClosed, issuedRound } from '@kycuong/api/testing/rounds.ts';
import { workingDaysAfterIssue } from '@kycuong/domain/conclusion/requirement-deadline.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildHost } from '../host.ts';
import { wordText } from '../testing/word-text.ts';
import { createApi } from './api.ts';
import type { Listening } from './listening.ts';

const listening: Listening = { port: 0, host: '127.0.0.1', publicUrl: undefined };
const conclusionId = uuidV7();
let house: House;
let app: FastifyInstance;

beforeAll(async () => {
  house = await openHouse();
  await loadBuiltIn(house.ground);
  const { connection } = house;
  app = await buildHost({ connection, listening, api: createApi(connection, false, tmpdir()) });
  const units = [
    { unitId: house.unitId('coLe'), plannedOn: '2026-11-19' },
    { unitId: house.unitId('ninhGiang'), plannedOn: '2026-11-20' },
  ];
  const round = await issuedRound(house, { units });
  const findings = await foundAndClosed(house, round);
  await house.run('leader', submitReport, {
    conclusionId,
    roundId: round.roundId,
    report: 'Báo cáo nội bộ của đoàn.',
    draft: { shortcomings: 'Niêm yết chưa đủ.' },
    requirements: findings.map((findingId) => ({
      findingId,
      text: 'Niêm yết đủ <14> thủ tục & giao người theo dõi.',
      due: workingDaysAfterIssue(10),
    })),
  });
  await house.run('office', issueConclusion, {
    ...(await draftLookedAt(house, conclusionId)),
    number: '131/TB-SNV',
    signer: 'Lê Minh Quân',
    signerTitle: 'Giám đốc',
    draftedBy: 'CCHC',
  });
});
afterAll(async () => {
  await app.close();
  await house.close();
});

async function download(who: string | undefined, file = `${conclusionId}.docx`) {
  const headers = { host: 'localhost' };
  const signIn =
    who === undefined
      ? undefined
      : await app.inject({
          method: 'POST',
          url: '/api/trpc/access.signIn',
          headers,
          payload: { username: who, password },
        });
  const cookies = { kycuong_session: signIn?.cookies[0]?.value ?? '' };
  return app.inject({ method: 'GET', url: `/api/conclusion/${file}`, headers, cookies });
}

describe('the conclusion as a Word document', () => {
  it('is for who is signed in, and refuses what is not a conclusion', async () => {
    expect((await download(undefined)).statusCode).toBe(401);
    expect((await download('office', `${uuidV7()}.docx`)).statusCode).toBe(404);
    expect((await download('office', 'x.docx')).statusCode).toBe(400);
    expect((await download('office', `${conclusionId}.exe`)).statusCode).toBe(400);
    expect((await download('outsider')).statusCode).toBe(404);
  });

  it('is in the official form, with number, date, units and due dates', async () => {
    const answer = await download('office');
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-disposition']).toContain('131-TB-SNV.docx');
    const text = wordText(answer.rawPayload);
    for (const part of [
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'UBND TỈNH NINH BÌNH',
      'SỞ NỘI VỤ',
      'Số: 131/TB-SNV',
      'Ninh Bình, ngày 23 tháng 11 năm 2026',
      'THÔNG BÁO',
      'Quyết định số 1184/QĐ-SNV ngày 05 tháng 11 năm 2026',
      'UBND xã Cổ Lễ',
      'UBND xã Ninh Giang',
      '08/12/2026',
      '&lt;14&gt; thủ tục &amp; giao',
      'GIÁM ĐỐC',
      'Lưu: VT, CCHC.',
      'Lê Minh Quân',
      'Nơi nhận:',
    ])
      expect(text).toContain(part);
    expect(text).not.toContain('Báo cáo nội bộ');
  });

  it('gives a unit a copy of its own part, which is not the signed paper', async () => {
    const text = wordText((await download('headCoLe')).rawPayload);
    expect(text).not.toContain('Bản trích');
    expect(text).toContain('UBND xã Cổ Lễ');
    expect(text).not.toContain('Ninh Giang');
  });
});
