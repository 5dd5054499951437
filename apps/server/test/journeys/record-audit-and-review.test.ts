import { addDays, addMonths, dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { reviewInputs, reviewInputTexts } from '@kycuong/domain/quality/review-agenda.ts';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { formatDate, please, signIn, violations } from './person.ts';

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
  page = await signIn(browser, 'iso');
});
afterAll(async () => {
  await browser?.close();
});

/** Both ways between `2026-11-23` and `23/11/2026`. */
const dateIn = (text: string) => text.split('/').reverse().join('-');
const today = dateInVietnam(new Date());
const until = formatDate(addMonths(today, 12));
const lapsesOn = formatDate(addDays(addMonths(today, 12), 1));
const lapsed = 'Chưa duy trì đúng quy định';
const maintained = 'Duy trì đầy đủ';
const finding = 'Quy trình chứng thực chưa cập nhật theo quyết định công bố mới.';

const heading = (name: string) => page.getByRole('heading', { level: 1, name, exact: true });
/** One of the clocks on top, by its label. */
const clock = (label: string) =>
  page.locator('.kc-clock', { has: page.locator('dt', { hasText: new RegExp(`^${label}$`) }) });
/** The grounds of the status, each with whether it holds. */
const reasons = async () =>
  (await page.locator('.reasons li p').allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));
/** What was recorded, newest first. */
const entries = () => page.locator('.kc-timeline > li');

/** What stands beside a field as its error, read as a screen reader finds it. */
async function errorOf(field: Locator): Promise<string | undefined> {
  expect(await field.getAttribute('aria-invalid')).toBe('true');
  const ids = (await field.getAttribute('aria-describedby'))?.split(' ') ?? [];
  const error = ids.find((id) => id.endsWith('-error'));
  return await page.locator(`[id="${error}"]`).innerText();
}

describe('the quality office', () => {
  it('opens the system of Ninh Giang and is told that it has lapsed, since when and why', async () => {
    await page.getByRole('link', { name: 'Hệ thống ISO 9001' }).click();
    await heading('Hệ thống ISO 9001').waitFor();
    await page.getByLabel('Tìm đơn vị').fill('ninh giang');
    const row = page.getByRole('row', { name: /^Xã Ninh Giang/ }).first();
    await row.getByText(lapsed).waitFor();
    await row.getByRole('link', { name: 'Xã Ninh Giang' }).click();
    await heading('Xã Ninh Giang').waitFor();
    expect(await clock('Tình trạng').innerText()).toContain(lapsed);

    const told = await reasons();
    const audit = told.find((reason) => reason.includes('Đánh giá nội bộ')) ?? '';
    const review = told.find((reason) => reason.includes('Xem xét của lãnh đạo')) ?? '';
    for (const reason of [audit, review]) {
      expect(reason).toMatch(/^Chưa đạt:/);
      const [on, ranOut] = (reason.match(/\d\d\/\d\d\/\d{4}/g) ?? []).map(dateIn);
      expect(ranOut).toBe(addMonths(on ?? '', 12));
      expect((ranOut ?? today) < today).toBe(true);
    }
    const firstBroken = dateIn(/lần kế tiếp chậm nhất (\S+)$/.exec(audit)?.[1] ?? '');
    expect(await clock('Tình trạng').innerText()).toContain(`từ ${formatDate(addDays(firstBroken, 1))}`);
    expect(await page.getByText('trong 12 tháng').count()).toBeGreaterThan(0);
    expect(await violations(page)).toEqual([]);
  });

  it('sends an audit with gaps and sees each beside its field', async () => {
    await page.getByRole('link', { name: 'Ghi đánh giá nội bộ' }).click();
    await heading('Đánh giá nội bộ').waitFor();
    await page.getByLabel('Phạm vi đánh giá').fill('');
    await page.getByRole('button', { name: 'Thêm phát hiện' }).click();
    await page.getByRole('button', { name: 'Ghi đánh giá nội bộ' }).click();
    await page.getByRole('alert').getByText('Còn 7 chỗ cần sửa').waitFor();
    for (const label of [
      'Phạm vi đánh giá',
      'Họ và tên',
      'Đơn vị công tác',
      'Nội dung',
      'Kết luận của cuộc đánh giá',
    ])
      expect([label, await errorOf(page.getByLabel(label, { exact: true }))]).toEqual([label, please(label)]);
    await page
      .getByRole('alert')
      .getByRole('button', { name: /^Chọn điều khoản/ })
      .click();
    expect(await page.evaluate(() => document.activeElement?.id)).toMatch(/findings\.0\.clause$/);
    await page.keyboard.press('Escape');
    // A row that is added now was left empty by nobody yet.
    await page.getByRole('button', { name: 'Thêm phát hiện' }).click();
    expect(await page.getByLabel('Nội dung', { exact: true }).nth(1).getAttribute('aria-invalid')).toBe(
      'false',
    );
    await page.getByRole('button', { name: 'Bỏ phát hiện 2' }).click();
    expect(await violations(page)).toEqual([]);
    expect(new URL(page.url()).pathname).toMatch(/\/audit$/);
  });

  it('fills them in and records the audit, which is not yet enough', async () => {
    expect(await page.getByLabel('Ngày đánh giá').inputValue()).toBe(formatDate(today));
    await page.getByLabel('Phạm vi đánh giá').fill('Bộ phận Một cửa và Văn phòng HĐND và UBND');
    await page.getByLabel('Họ và tên', { exact: true }).fill('Vũ Hoài Thu');
    await page.getByLabel('Đơn vị công tác', { exact: true }).fill('Văn phòng HĐND và UBND');
    await page.getByLabel('Xác nhận không ai đánh giá công việc của chính mình').check();
    await page.getByRole('combobox', { name: 'Điều khoản' }).fill('7.5.3');
    await page.getByRole('option', { name: /^7\.5\.3 / }).click();
    await page.getByLabel('Nội dung', { exact: true }).fill(finding);
    await page.getByLabel('Kết luận của cuộc đánh giá').fill('Hệ thống phù hợp, cần khắc phục một điểm.');
    await page.getByRole('button', { name: 'Ghi đánh giá nội bộ' }).click();

    const change = page.getByRole('status').filter({ hasText: 'Tình trạng' });
    await change.getByText(`Đã ghi nhận. Tình trạng vẫn là “${lapsed}”`).waitFor();
    expect(await change.innerText()).toMatch(/Còn vướng: Xem xét của lãnh đạo gần nhất ngày [^;]*\.$/);
    expect(await clock('Đánh giá nội bộ').innerText()).toMatch(
      new RegExp(`${formatDate(today)}\\s+lần kế tiếp chậm nhất ${until}`),
    );
    expect(await clock('Tình trạng').innerText()).toContain(lapsed);
  });

  it('sends a review that left an input out and sees which', async () => {
    await page.getByRole('link', { name: 'Ghi xem xét của lãnh đạo' }).click();
    await heading('Xem xét của lãnh đạo').waitFor();
    for (const letter of reviewInputs.filter((one) => one !== 'd'))
      await input(letter).fill(`Đã xem xét: ${reviewInputTexts[letter].vi.toLowerCase()}.`);
    await page.getByLabel('Người chủ trì').fill('Phạm Quốc Toản');
    await page.getByRole('button', { name: 'Ghi xem xét của lãnh đạo' }).click();
    await page.getByRole('alert').getByText('Còn 1 chỗ cần sửa').waitFor();
    expect(await errorOf(input('d'))).toMatch(/^Nhập .*\.$/);
    expect(await violations(page)).toEqual([]);
  });

  it('records the review; the status has changed by itself and says why and until when', async () => {
    expect(await page.getByLabel('Ngày họp').inputValue()).toBe(formatDate(today));
    await input('d').fill('Đủ người, còn thiếu một máy quét.');
    await page.getByRole('button', { name: 'Ghi xem xét của lãnh đạo' }).click();

    const change = page.getByRole('status').filter({ hasText: 'Tình trạng' });
    await change.getByText(`Tình trạng vừa đổi: “${lapsed}” thành “${maintained}”`).waitFor();
    const audit = `Đánh giá nội bộ gần nhất ngày ${formatDate(today)}, lần kế tiếp chậm nhất ${until}`;
    const review = `Xem xét của lãnh đạo gần nhất ngày ${formatDate(today)}, lần kế tiếp chậm nhất ${until}`;
    expect(await change.innerText()).toContain(`${audit}; ${review}.`);
    expect(await reasons()).toEqual(expect.arrayContaining([`Đạt: ${audit}`, `Đạt: ${review}`]));
    expect((await reasons()).filter((reason) => reason.startsWith('Chưa đạt'))).toEqual([]);
    expect(await clock('Tình trạng').innerText()).toMatch(
      new RegExp(`${maintained}\\s+từ ${formatDate(today)}`),
    );
    expect(await clock('Quá hạn duy trì').innerText()).toContain(lapsesOn);
    expect(await violations(page)).toEqual([]);
  });

  it('reads what was recorded, with the finding and its clause', async () => {
    const [review, audit] = await entries().all();
    expect(await review?.innerText()).toMatch(/^Xem xét của lãnh đạo: không giao thêm việc/);
    expect(await audit?.innerText()).toMatch(/^Đánh giá nội bộ: 1 phát hiện/);
    await review?.getByText('Xem nội dung').click();
    expect(await review?.locator('li').count()).toBe(reviewInputs.length);
    await review?.getByText('Đủ người, còn thiếu một máy quét.').waitFor();
    await audit?.getByText('Xem nội dung').click();
    await audit?.getByText('Vũ Hoài Thu (Văn phòng HĐND và UBND)').waitFor();
    await audit?.getByText(`7.5.3 Không phù hợp nhẹ: ${finding}`).waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('finds the new status in the list and keeps the old one for the days before', async () => {
    const { pathname } = new URL(page.url());
    await page.goto(new URL(`${pathname}?asOf=${addDays(today, -1)}`, page.url()).href);
    await page.getByText('Đang xem tình trạng tại ngày').waitFor();
    expect(await clock('Tình trạng').innerText()).toContain(lapsed);
    await page.goto(new URL('/quality-systems?q=ninh+giang', page.url()).href);
    const row = page.getByRole('row', { name: /^Xã Ninh Giang/ }).first();
    await row.getByText(maintained).waitFor();
  });
});

function input(letter: (typeof reviewInputs)[number]): Locator {
  return page.getByLabel(`${letter}) ${reviewInputTexts[letter].vi}`);
}
