import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { houseUrl } from '../house.ts';
import {
  exchange,
  goTo,
  goToItem,
  makeReady,
  openTablet,
  reloadTablet,
  type Tablet,
  takePhoto,
} from '../tablet.ts';
import { apiAs } from './api-as.ts';
import { signIn } from './person.ts';

const yearMs = 365 * 86_400_000;
const title = 'Bảng niêm yết còn trống 14 ô';
const trueYear = new Date().getFullYear();

/** A page in which every clock says another time: that of the day and that of files. */
const clockAhead = `
  const Real = Date;
  globalThis.Date = class extends Real {
    constructor(...given) {
      super(...(given.length === 0 ? [Real.now() + ${yearMs}] : given));
    }
    static now() {
      return Real.now() + ${yearMs};
    }
  };
  const own = Object.getOwnPropertyDescriptor(File.prototype, 'lastModified').get;
  Object.defineProperty(File.prototype, 'lastModified', {
    get() {
      return own.call(this) + ${yearMs};
    },
  });`;

let browser: Browser;
let tablet: Tablet;
let page: Page;
let visitId = '';

/** From its next start on the tablet believes that it is a year later. */
beforeAll(async () => {
  browser = await launchBrowser();
  tablet = await openTablet(browser, 'kiemtra2');
  page = tablet.page;
  await tablet.context.addInitScript({ content: clockAhead });
  await reloadTablet(page);
  await page.locator('.visit-row').first().waitFor();
});
afterAll(async () => {
  await browser?.close();
});

describe('a tablet whose clock is a year ahead, once it has spoken with the server', () => {
  it('says the true day, and what is today', async () => {
    expect(await page.evaluate(() => new Date().getFullYear())).toBeGreaterThan(trueYear);
    await expect.poll(() => page.locator('header').textContent()).toContain(String(trueYear));
    expect(await page.locator('header').textContent()).not.toContain(String(trueYear + 1));
    expect(await page.getByRole('heading', { name: 'Đã qua, chưa nộp' }).count()).toBe(0);
  });

  it('dates findings and photos truly, and says what its own clock said', async () => {
    visitId = await makeReady(page, 'Minh Thái');
    await goToItem(page, visitId, 'M15');
    await page.locator('.card').getByText('Thêm phát hiện').click();
    await page.getByLabel('Tóm tắt').fill(title);
    await page.getByLabel('Mô tả').fill('Mười bốn ô chưa có nội dung.');
    await takePhoto(page);
    await page
      .locator('.photos-said', { hasText: new RegExp(`chụp lúc .*giờ máy .*${trueYear + 1}`) })
      .waitFor();
    await page.locator('.form-foot').getByRole('button').click();
    await page.locator('.card-place').waitFor();
    await goTo(page, `/field/visit/${visitId}/findings`);
    const row = page.locator('.row', { hasText: title });
    await row.waitFor();
    expect(await row.textContent()).toMatch(new RegExp(`${trueYear}.*giờ máy .*${trueYear + 1}`));
  });

  it('and so does the console', async () => {
    await exchange(page);
    const { foundThere, evidence } = await (await apiAs('truongdoan')).visit.get.query({ visitId });
    const found = foundThere.find((one) => one.title === title);
    const photo = evidence.find(({ target }) => target.id === found?.findingId);
    for (const [at, clock] of [
      [found?.raisedAt, found?.clock],
      [photo?.takenAt, photo?.clock],
    ] as const) {
      expect(Math.abs(Date.now() - Date.parse(at ?? ''))).toBeLessThan(10 * 60_000);
      expect(new Date(clock?.deviceAt ?? '').getFullYear()).toBeGreaterThan(trueYear);
    }
    expect(photo?.source).toBe('camera');
    const desk = await signIn(browser, 'truongdoan');
    await desk.goto(new URL(`/visits/${visitId}`, houseUrl()).href);
    const line = desk.locator('.finding-list > li', { hasText: title });
    await line.waitFor();
    expect(await line.textContent()).toMatch(new RegExp(`${trueYear}.*giờ máy .*${trueYear + 1}`));
    await desk.context().close();
  });
});
