import { readFile } from 'node:fs/promises';
import { addDays, dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { WorkingCalendar } from '@kycuong/domain/calendar/working-days.ts';
import { itemsOf } from '@kycuong/domain/checklist/items-of.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wordText } from '../../src/testing/word-text.ts';
import { launchBrowser } from '../browser.ts';
import { houseUrl } from '../house.ts';
import { type Api, apiAs } from './api-as.ts';
import { formatDate, please, signIn, violations } from './person.ts';
import { watchErrors } from './watch-errors.ts';

const name = 'Kiểm tra kỷ luật, kỷ cương tại Giao Hưng';
const place = 'Xã Giao Hưng';
const title = 'Sổ phân công trực của bộ phận tiếp nhận không ghi';
const requirement = 'Ghi sổ phân công trực từng buổi, chủ tịch xã ký mỗi tuần.';
const number = '147/TB-SNV';
const signer = 'Phan Thị Lan Hương';
const days = 7;
const answered = 12;
const today = dateInVietnam(new Date());
const roundId = uuidV7();
let visitId = '';
let office: Api;
let dueAfter: (issuedOn: string) => string;

/** The decision of the morning, and the visit of the same day up to where the team hands it in. */
async function inspectToday(): Promise<void> {
  office = await apiAs('vanphong');
  const { leadUnitId, units, inspectors, checklists } = await office.planning.roundChoices.query({});
  const accountOf = (fullName: string) =>
    inspectors.find((person) => person.fullName === fullName)?.accountId ?? '';
  const checklistVersionId = checklists.find(({ itemCount }) => itemCount === 67)?.versionId ?? '';
  await office.planning.createRound.mutate({
    id: uuidV7(),
    payload: {
      roundId,
      name,
      form: 'unannounced',
      field: 'public-duty',
      decisionNo: '1244/QĐ-SNV',
      decisionDate: today,
      decidedBy: 'Giám đốc Sở Nội vụ',
      startsOn: today,
      endsOn: addDays(today, 1),
      leadUnitId: leadUnitId ?? '',
      units: [{ unitId: units.find((unit) => unit.name === place)?.id ?? '', plannedOn: today }],
      members: [
        { accountId: accountOf('Nguyễn Đức Thịnh'), role: 'leader' },
        { accountId: accountOf('Vũ Hoài Thu'), role: 'member' },
      ],
      checklistVersionId,
    },
  });
  const { visits, version: seen } = await office.planning.getRound.query({ roundId });
  await office.planning.issueRound.mutate({ id: uuidV7(), payload: { roundId, seen } });
  visitId = visits[0]?.visitId ?? '';

  const inspector = await apiAs('kiemtra1');
  const { visit, finding } = inspector;
  const arrivedAt = new Date().toISOString();
  await visit.checkIn.mutate({ id: uuidV7(), payload: { visitId, arrivedAt } });
  const { checklist } = await visit.get.query({ visitId });
  const [failed, ...others] = itemsOf(checklist.content).slice(0, answered);
  const itemCode = failed?.code ?? '';
  await visit.setAnswer.mutate({
    id: uuidV7(),
    payload: { visitId, itemCode, conformity: 'nonconform', note: 'Sổ trống từ đầu tháng.' },
  });
  for (const { code } of others)
    await visit.setAnswer.mutate({
      id: uuidV7(),
      payload: { visitId, itemCode: code, conformity: 'conform' },
    });
  await finding.raise.mutate({
    id: uuidV7(),
    payload: {
      findingId: uuidV7(),
      visitId,
      itemCode,
      title,
      description: 'Sổ phân công trực không có dòng nào từ đầu tháng.',
      severity: 'rectification',
      legalBasisIds: [],
    },
  });
  await visit.submit.mutate({ id: uuidV7(), payload: { visitId } });
}

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
  await inspectToday();
  const { holidays, years } = await office.calendar.list.query({});
  const calendar = new WorkingCalendar(holidays, years);
  dueAfter = (issuedOn) => calendar.addWorkingDays(issuedOn, days);
});
afterAll(async () => {
  await browser?.close();
});

const at = (path: string) => new URL(path, houseUrl()).href;
const heading = (page: Page, text: string) => page.getByRole('heading', { level: 1, name: text });
const wrongBeside = (page: Page, label: string) =>
  page.locator('.kc-field', { has: page.getByLabel(label, { exact: true }) }).locator('.kc-field-error');

describe('the leader of the team', () => {
  let page: Page;
  let errors: string[];
  beforeAll(async () => {
    page = await signIn(browser, 'truongdoan');
    errors = watchErrors(page);
  });

  it('looks through the visit that was handed in, and closes it', async () => {
    await page.goto(at('/rounds'));
    await page.getByRole('link', { name, exact: true }).click();
    await heading(page, name).waitFor();
    await page.getByText('Còn 1 đơn vị chưa kết thúc kiểm tra', { exact: false }).waitFor();
    expect(await page.getByRole('link', { name: 'Viết báo cáo' }).count()).toBe(0);
    await page.getByRole('table', { name: 'Buổi kiểm tra' }).getByRole('button').first().click();
    await page.getByRole('heading', { name: title }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Kết thúc kiểm tra tại đơn vị' }).click();
    await page.getByText(`${67 - answered} mục chưa trả lời`).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('Nhận xét của trưởng đoàn').fill('Đã đối chiếu với sổ tại xã.');
    await page.getByRole('button', { name: 'Kết thúc kiểm tra', exact: true }).click();
    await page.getByText('Đã kết thúc', { exact: true }).first().waitFor();
    expect(await page.getByRole('button', { name: 'Kết thúc kiểm tra tại đơn vị' }).count()).toBe(0);
    expect(await office.visit.get.query({ visitId })).toMatchObject({ status: 'closed' });
    expect(await violations(page)).toEqual([]);
  });

  it('hands in the report and the draft, with what is asked of the unit and by when', async () => {
    await page.goto(at(`/rounds/${roundId}`));
    await page.getByRole('link', { name: 'Viết báo cáo' }).click();
    await heading(page, 'Báo cáo và dự thảo kết luận').waitFor();
    await page.getByRole('button', { name: 'Nộp báo cáo' }).click();
    await page.getByRole('alert').getByText('Còn 2 chỗ cần sửa').waitFor();
    const needed = ['Báo cáo gửi người ra quyết định', 'Yêu cầu đơn vị làm gì'] as const;
    for (const label of needed)
      expect(await wrongBeside(page, label).allTextContents()).toEqual([please(label)]);
    expect(await violations(page)).toEqual([]);

    await page.getByLabel(needed[0]).fill('Đoàn làm việc một buổi, xem sổ và hỏi công chức trực.');
    await page.getByLabel('Ưu điểm').fill('Mở cửa đúng giờ.');
    await page.getByLabel('Tồn tại, hạn chế').fill('Sổ phân công trực bỏ trống.');
    await page.getByLabel(needed[1]).fill(requirement);
    await page.getByLabel('Báo cáo trong').fill(String(days));
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Nộp báo cáo' }).click();
    const look = page.getByRole('region', { name: 'Xem lại trước khi nộp báo cáo' });
    await look.getByText('Dự thảo nêu 1 yêu cầu khắc phục.').waitFor();
    expect(await violations(page)).toEqual([]);
    await look.getByRole('button', { name: 'Nộp báo cáo và dự thảo' }).click();
    await heading(page, name).waitFor();
    await page.getByText(/^Báo cáo đã nộp .* chờ ban hành kết luận\.$/).waitFor();
    expect(await page.getByRole('link', { name: 'Viết báo cáo' }).count()).toBe(0);
  });

  it('does not issue the conclusion', async () => {
    await page.getByRole('link', { name: 'Xem dự thảo kết luận' }).click();
    await page.getByText(requirement, { exact: false }).waitFor();
    expect(await page.getByRole('button', { name: 'Ban hành' }).count()).toBe(0);
    expect(await violations(page)).toEqual([]);
    expect(errors).toEqual([]);
  });
});

describe('the programme office', () => {
  let page: Page;
  let errors: string[];
  beforeAll(async () => {
    page = await signIn(browser, 'vanphong');
    errors = watchErrors(page);
  });

  const field = (label: string) => page.getByLabel(label, { exact: true }).and(page.locator('input'));
  const due = (issuedOn: string) =>
    page.getByText(`Báo cáo chậm nhất ${formatDate(dueAfter(issuedOn))} (${days} ngày làm việc)`);
  const look = () => page.getByRole('region', { name: 'Xem lại trước khi ban hành kết luận' });
  async function date(on: string): Promise<void> {
    await field('Ngày ban hành').fill(formatDate(on));
    await field('Ngày ban hành').press('Tab');
  }

  it('reads the draft, whose due date follows the date of issue', async () => {
    await page.getByRole('link', { name: 'Kết luận', exact: true }).click();
    await heading(page, 'Kết luận').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('row', { name }).getByRole('button').click();
    await heading(page, name).waitFor();
    await due(today).waitFor();
    expect(await violations(page)).toEqual([]);
    await date(addDays(today, -7));
    await due(addDays(today, -7)).waitFor();
    expect(await office.correctiveAction.list.query({ roundId })).toMatchObject({ actions: [] });
  });

  it('cannot date it before the team was there', async () => {
    await field('Số, ký hiệu').fill(number);
    await field('Người ký').fill(signer);
    await field('Chức vụ người ký').fill('Phó Giám đốc');
    await field('Thẩm quyền ký').fill('KT. GIÁM ĐỐC');
    await field('Đơn vị soạn thảo').fill('CCHC');
    expect(errors).toEqual([]);
    await page.getByRole('button', { name: 'Ban hành', exact: true }).click();
    await look().getByRole('button', { name: 'Ban hành kết luận' }).click();
    await expect
      .poll(() => wrongBeside(page, 'Ngày ban hành').allTextContents())
      .toEqual(['Kết luận không thể có trước khi đoàn đến đơn vị cuối cùng.']);
    expect(await violations(page)).toEqual([]);
    // The browser itself notes an answer of 400 in its console; nothing else may be there.
    expect(errors.splice(0)).toEqual([expect.stringMatching(/status of 400 .*conclusion\.issue/)]);
  });

  it('issues it with number, date and signer', async () => {
    await date(today);
    await due(today).waitFor();
    await field('Số, ký hiệu').fill('abc');
    await page.getByRole('button', { name: 'Ban hành', exact: true }).click();
    await expect
      .poll(() => wrongBeside(page, 'Số, ký hiệu').allTextContents())
      .toEqual([expect.stringContaining('Ghi số, ký hiệu như 118/TB-SNV')]);
    await field('Số, ký hiệu').fill(number);
    await page.getByRole('button', { name: 'Ban hành', exact: true }).click();
    await look()
      .getByText(`1 yêu cầu giao cho 1 đơn vị, hạn ${formatDate(dueAfter(today))}.`)
      .waitFor();
    await look()
      .getByText(`số ${number} ngày ${formatDate(today)}`, { exact: false })
      .waitFor();
    expect(await violations(page)).toEqual([]);
    // Typing on takes the look away: what goes out is what was looked at.
    await field('Người ký').fill(`${signer} `);
    await look().waitFor({ state: 'detached' });
    await field('Người ký').fill(signer);
    await page.getByRole('button', { name: 'Ban hành', exact: true }).click();
    await look().getByRole('button', { name: 'Ban hành kết luận' }).dblclick();
    await page.getByText('Đã ban hành; 1 yêu cầu khắc phục đã giao cho đơn vị.').first().waitFor();
    const { actions } = await office.correctiveAction.list.query({ roundId });
    expect(actions).toHaveLength(1);
    await page.getByText(`KT. GIÁM ĐỐC Phó Giám đốc ${signer}`).waitFor();
    expect(await page.getByRole('button', { name: 'Ban hành', exact: true }).count()).toBe(0);
    expect(await violations(page)).toEqual([]);
  });

  it('downloads it as a Word document', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Tải bản Word' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('thong-bao-ket-luan-147-TB-SNV.docx');
    const bytes = await readFile(await download.path());
    expect(bytes.subarray(0, 4)).toEqual(Buffer.from('PK\u0003\u0004'));
    const text = wordText(bytes);
    for (const part of [
      `Số: ${number}`,
      'KT. GIÁM ĐỐC',
      'PHÓ GIÁM ĐỐC',
      signer,
      'Lưu: VT, CCHC.',
      'UBND xã Giao Hưng',
      requirement,
      formatDate(dueAfter(today)),
    ])
      expect(text).toContain(part);
  });

  it('has given the unit a corrective action with its last day in working days', async () => {
    const { actions } = await office.correctiveAction.list.query({ roundId });
    expect(actions).toMatchObject([
      {
        title,
        unit: { name: place },
        status: 'awaiting-answer',
        issuedOn: today,
        dueOn: dueAfter(today),
        conclusionNumber: number,
      },
    ]);
    await page.getByRole('link', { name: actions[0]?.code ?? '' }).click();
    await heading(page, title).waitFor();
    await page
      .getByText(formatDate(dueAfter(today)))
      .first()
      .waitFor();
    expect(await violations(page)).toEqual([]);
    const elsewhere = await apiAs('chutich');
    expect(await elsewhere.correctiveAction.list.query({ roundId })).toMatchObject({ actions: [] });
  });

  it('finds the round concluded', async () => {
    await page.goto(at(`/rounds/${roundId}`));
    await page.getByText('Đã ban hành kết luận', { exact: true }).waitFor();
    await page.getByText(`Kết luận ${number} ngày ${formatDate(today)}.`).waitFor();
    expect(await office.planning.getRound.query({ roundId })).toMatchObject({ status: 'concluded' });
    expect(await violations(page)).toEqual([]);
    expect(errors).toEqual([]);
  });
});
