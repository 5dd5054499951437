import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { answerItem, beginVisit, goTo, goToItem, makeReady, openTablet, picture } from '../tablet.ts';
import { tabletRows } from '../tablet-rows.ts';

let browser: Browser;
let tablet: BrowserContext;
let page: Page;
let visitId = '';

/** Offline from the first touch on: nothing of this reaches the visits that other tests work at. */
beforeAll(async () => {
  browser = await launchBrowser();
  ({ context: tablet, page } = await openTablet(browser, 'kiemtra1'));
  visitId = await makeReady(page, 'Cát Thành');
  await tablet.setOffline(true);
});
afterAll(async () => {
  await browser?.close();
});

const place = () => page.locator('.card-place');
const foot = (name: string | RegExp) => page.locator('.walk-foot').getByRole('button', { name });
const counted = () => page.locator('.item-count input');
const quick = (figure: string) =>
  page.locator('.item-count').getByRole('button', { name: figure, exact: true });

describe('arriving on another day than the planned one', () => {
  it('is asked about first', async () => {
    await goTo(page, `/field/visit/${visitId}/overview`);
    const before = (await tabletRows(page)).commands.length;
    await page.getByRole('button', { name: 'Đoàn có mặt, bắt đầu' }).click();
    const question = page.getByRole('alert').getByText(/Ngày đến theo kế hoạch là .*, hôm nay là/);
    await question.waitFor();
    await picture(page, 'other-day');
    await page.getByRole('button', { name: 'Chưa đến' }).click();
    await question.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Đoàn có mặt, bắt đầu' }).waitFor();
    expect((await tabletRows(page)).commands.length).toBe(before);
  });

  it('can be taken back while nothing was written, and begins anew', async () => {
    await beginVisit(page, visitId);
    await goTo(page, `/field/visit/${visitId}/overview`);
    await page.getByText('Chưa ghi gì tại buổi kiểm tra').waitFor();
    await picture(page, 'just-arrived');
    await page.getByRole('button', { name: 'Rút lại “Đoàn có mặt”' }).click();
    await page.getByRole('button', { name: 'Đoàn có mặt, bắt đầu' }).waitFor();
    await page.getByText('Tổng quan · Đã lên lịch').waitFor();
    await beginVisit(page, visitId);
    await answerItem(page, 'Đạt');
    await goTo(page, `/field/visit/${visitId}/overview`);
    await page.getByRole('button', { name: 'Nộp cho trưởng đoàn' }).waitFor();
    expect(await page.getByRole('button', { name: 'Rút lại “Đoàn có mặt”' }).count()).toBe(0);
    await goTo(page, `/field/visit/${visitId}`);
    await place().waitFor();
  });
});

describe('the way on', () => {
  it('does not stand out where an answer is still asked for', async () => {
    const later = foot('Để sau');
    await later.waitFor();
    expect(await page.locator('.walk-foot .kc-button--main').count()).toBe(0);
    await picture(page, 'walk-unanswered');
    const first = await place().textContent();
    await later.click();
    await expect.poll(() => place().textContent()).not.toBe(first);
  });

  it('is the next thing to do where something is lacking, after its note', async () => {
    await answerItem(page, 'Chưa đạt');
    await page.getByText('Đã ghi “Chưa đạt”.').waitFor();
    const note = page.getByLabel('Ghi chú');
    await expect.poll(() => note.evaluate((field) => field === document.activeElement)).toBe(true);
    await page.keyboard.type('Bảng niêm yết cũ.');
    await picture(page, 'walk-lacking');
    const first = await place().textContent();
    await page.locator('.walk-foot .kc-button--main', { hasText: 'Tiếp theo' }).click();
    await expect.poll(() => place().textContent()).not.toBe(first);
    expect(await note.inputValue()).toBe('');
  });
});

describe('a count', () => {
  it('is none at all by one touch, and can be empty again', async () => {
    await goToItem(page, visitId, 'M04');
    await page.getByText('Chưa đếm').waitFor();
    expect(await counted().inputValue()).toBe('');
    await quick('0').click();
    await expect.poll(() => counted().inputValue()).toBe('0');
    expect(await page.getByText('Chưa đếm').count()).toBe(0);
    await counted().fill('');
    await page.getByText('Chưa đếm').waitFor();
    expect(await counted().inputValue()).toBe('');
    await goToItem(page, visitId, 'M06');
    await goToItem(page, visitId, 'M04');
    await page.getByText('Chưa đếm').waitFor();
  });

  it('takes figures as any keyboard writes them', async () => {
    await counted().fill('');
    await counted().pressSequentially('１２');
    expect(await counted().inputValue()).toBe('12');
    await counted().fill('');
  });

  it('that an answer lacks is said later, and led back to', async () => {
    await answerItem(page, 'Đạt');
    await expect.poll(() => place().textContent()).not.toContain('Mục M04');
    await foot(/Còn \d+ mục/).click();
    const missing = page.locator('.sheet section', { hasText: 'Đã trả lời, chưa ghi số lượng' });
    await missing.getByRole('button', { name: /M04/ }).click();
    await place().getByText('Mục M04').waitFor();
    await goTo(page, `/field/visit/${visitId}/overview`);
    await page.getByRole('link', { name: /M04/ }).waitFor();
    await picture(page, 'overview-uncounted');
    await goToItem(page, visitId, 'M04');
    await quick('2').click();
    await goTo(page, `/field/visit/${visitId}/overview`);
    await page.getByRole('heading', { name: 'Các phần' }).waitFor();
    await expect.poll(() => page.getByRole('link', { name: /M04/ }).count()).toBe(0);
  });
});

describe('what hangs on an item', () => {
  it('is a finding that is added at the card and recorded at the end of its form', async () => {
    await goToItem(page, visitId, 'M01');
    await page.getByLabel('Ghi chú').fill('Thiếu 14 thủ tục.');
    await page.getByRole('button', { name: 'Thêm phát hiện' }).click();
    await page.getByRole('button', { name: 'Ghi phát hiện' }).waitFor();
    const description = page.getByLabel('Mô tả');
    await description.focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('Lúc 8 giờ.');
    expect(await description.inputValue()).toBe('Thiếu 14 thủ tục.\nLúc 8 giờ.');
    const title = page.getByLabel('Tóm tắt');
    await title.fill(
      'Ba công chức không đeo thẻ tại Bộ phận Một cửa trong giờ làm việc buổi sáng '.repeat(3),
    );
    await page.setViewportSize({ width: 390, height: 844 });
    const hidden = await title.evaluate((field) => field.scrollHeight - field.clientHeight);
    expect(hidden).toBeLessThanOrEqual(2);
    await picture(page, 'finding');
    await page.setViewportSize({ width: 820, height: 1180 });
  });
});
