import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser.ts';
import {
  exchange,
  goTo,
  goToItem,
  makeReady,
  openTablet,
  picture,
  reloadTablet,
  type Tablet,
  takePhoto,
} from '../tablet.ts';
import { apiAs } from './api-as.ts';
import { violations } from './person.ts';

const coLe = { latitude: 20.3231, longitude: 106.2789 };
const question = 'Ghi kèm nơi chụp vào các ảnh sau này?';
const blocked = 'Trình duyệt chưa cho phép dùng vị trí';
let browser: Browser;
let tablet: Tablet;
let page: Page;
let visitId = '';

beforeAll(async () => {
  browser = await launchBrowser();
  tablet = await openTablet(browser, 'kiemtra1', {
    geolocation: { ...coLe, accuracy: 12 },
    permissions: ['geolocation'],
  });
  page = tablet.page;
  visitId = await makeReady(page, 'Minh Thái');
});
afterAll(async () => {
  await browser?.close();
});

async function photo(item: string, count = 1): Promise<void> {
  await goToItem(page, visitId, item);
  await takePhoto(page);
  await expect.poll(() => page.locator('.photo').count(), { timeout: 20_000 }).toBe(count);
}

/** Marks the page once the browser has told the app where it is. */
async function tellWhenLocated(): Promise<void> {
  await page.evaluate(() => {
    const { geolocation } = navigator;
    const watch = geolocation.watchPosition.bind(geolocation);
    geolocation.watchPosition = (told, ...more) =>
      watch(
        (position) => {
          told(position);
          document.documentElement.dataset.located = '';
        },
        ...more,
      );
  });
}

/** The places that the server has of the photos at an item, in the order in which they were taken. */
async function places(item: string) {
  await exchange(page);
  const { commands } = await (await apiAs('kiemtra1')).sync.packet.query({ visitId });
  return commands.flatMap(({ action, payload }) =>
    action === 'evidence.attach' && payload.target.id === item ? [payload.place] : [],
  );
}

describe('the place of a photo', () => {
  it('is asked about once, after the first photo, and goes with the next', async () => {
    await photo('M01');
    await page.getByText(question).waitFor();
    await picture(page, 'place-question');
    await tellWhenLocated();
    await page.getByRole('button', { name: 'Ghi nơi chụp' }).click();
    await page.getByText(question).waitFor({ state: 'detached' });
    await page.locator('html[data-located]').waitFor({ state: 'attached' });
    await photo('M01', 2);
    expect(await page.getByText(question).count()).toBe(0);
    expect(await places('M01')).toEqual([null, { ...coLe, accuracyM: 12 }]);
  });

  it('is left out where the browser does not give it, which is said once and does not hold up anything', async () => {
    await tablet.context.clearPermissions();
    await page.evaluate(() => localStorage.removeItem('kycuong.photo-place'));
    await reloadTablet(page);
    await photo('M02');
    await page.getByRole('button', { name: 'Ghi nơi chụp' }).click();
    await page.getByText(blocked).waitFor();
    expect(await violations(page)).toEqual([]);
    await picture(page, 'place-blocked');
    await photo('M03');
    expect(await page.getByText(question).or(page.getByText(blocked)).count()).toBe(0);
    expect([await places('M02'), await places('M03')]).toEqual([[null], [null]]);
  });

  it('says among the settings why it is missing, and can be turned off there', async () => {
    await goTo(page, '/field/');
    await page.getByRole('button', { name: 'Tài khoản và cài đặt' }).click();
    await page.getByText(blocked).waitFor();
    await picture(page, 'place-setting');
    await page.getByRole('radio', { name: 'Không ghi' }).click({ force: true });
    await page.getByText(blocked).waitFor({ state: 'detached' });
    expect(tablet.errors).toEqual([]);
  });
});
