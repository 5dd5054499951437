import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { exchange, goTo, goToItem, makeReady, openTablet, type Tablet, takePhoto } from '../tablet.ts';
import { tabletRows } from '../tablet-rows.ts';
import { apiAs } from './api-as.ts';

let browser: Browser;
let tablet: Tablet;
let page: Page;
let visitId = '';
const refused: string[] = [];

/** Offline: whatever a tap too many wrote is still there to be counted. */
beforeAll(async () => {
  browser = await launchBrowser();
  tablet = await openTablet(browser, 'truongdoan');
  page = tablet.page;
  page.on('response', async (response) => {
    if (!response.url().includes('sync.push')) return;
    const text = await response.text().catch(() => '');
    refused.push(...[...text.matchAll(/\\"status\\":\\"refused\\"/g)].map(String));
  });
  visitId = await makeReady(page, 'Ninh Cường');
  await tablet.context.setOffline(true);
});
afterAll(async () => {
  await browser?.close();
});

const logged = async () => (await tabletRows(page)).commands.length;
const act = (name: string) => page.locator('main, footer').getByRole('button', { name, exact: true });

/** A finger that taps more often than it was asked to, faster than the screen changes. */
async function tapThrice(button: Locator): Promise<void> {
  // What just came takes no finger for half a second: the trial waits that out, and touches nothing.
  await button.tap({ trial: true });
  const box = await button.boundingBox();
  if (box === null) throw new Error('not on the screen');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await Promise.all([1, 2, 3].map(() => page.touchscreen.tap(x, y)));
}

describe('a button that records, tapped three times', () => {
  it('starts the visit once', async () => {
    await goTo(page, `/field/visit/${visitId}/overview`);
    await tapThrice(act('Đoàn có mặt, bắt đầu'));
    const onOtherDay = act('Đúng, đoàn đang ở đơn vị');
    await page.locator('.card-place').or(onOtherDay).waitFor();
    await page.waitForTimeout(600);
    if (await onOtherDay.isVisible()) {
      // The second tap is no answer to a question that nobody has read.
      expect(await logged()).toBe(0);
      await tapThrice(onOtherDay);
    }
    await page.locator('.card-place').waitFor();
    await page.waitForTimeout(600);
    expect(await logged()).toBe(1);
  });

  it('raises one finding with one photo', async () => {
    await goToItem(page, visitId, 'M11');
    await page.locator('.card').getByText('Thêm phát hiện').click();
    await page.getByLabel('Tóm tắt').fill('Tủ để lẫn công văn MẬT');
    await page.getByLabel('Mô tả').fill('Tủ hồ sơ tại quầy 1 không có khóa.');
    await takePhoto(page);
    await page.locator('.photo img').waitFor();
    const record = page.locator('.form-foot').getByRole('button');
    await record.tap();
    await page.getByRole('button', { name: 'Bỏ ra, để sửa lại' }).tap();
    expect(await logged()).toBe(1);
    // What came to nothing may be tapped again.
    await page.getByLabel('Tóm tắt').fill('Tủ hồ sơ quầy 1 không khóa');
    await tapThrice(record);
    await page.locator('.card-place').waitFor();
    await page.waitForTimeout(600);
    expect(await logged()).toBe(3);
    expect((await tabletRows(page)).uploads).toHaveLength(1);
  });

  it('hands in once, and closes nothing by the same finger', async () => {
    await goTo(page, `/field/visit/${visitId}/overview`);
    await tapThrice(act('Nộp cho trưởng đoàn'));
    await act('Kết thúc kiểm tra tại đơn vị').waitFor();
    await page.waitForTimeout(600);
    expect(await logged()).toBe(4);
  });

  it('leaves the server with nothing to refuse', async () => {
    await tablet.context.setOffline(false);
    await exchange(page);
    const { foundThere, evidence } = await (await apiAs('truongdoan')).visit.get.query({ visitId });
    const found = foundThere.filter(({ itemCode }) => itemCode === 'M11');
    const photos = evidence.filter(({ target }) => target.id === found[0]?.findingId);
    expect([found.length, photos.length, refused]).toEqual([1, 1, []]);
  });
});
