import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { houseUrl } from '../house.ts';
import {
  answerItem,
  exchange,
  goTo,
  goToItem,
  makeReady,
  openTablet,
  picture,
  type Tablet,
  takePhoto,
  typeNote,
  writeNote,
} from '../tablet.ts';
import { tabletRows } from '../tablet-rows.ts';
import { apiAs } from './api-as.ts';
import { violations } from './person.ts';

const megabyte = 1024 * 1024;
const first = 'Tủ hồ sơ quầy 1 không khóa.';
const noRoom = 'Máy sắp hết chỗ, không nhận thêm ảnh. Ghi chép vẫn lưu được.';
let browser: Browser;
let tablet: Tablet;
let page: Page;
let wire: CDPSession;
let visitId = '';
let written = '';

beforeAll(async () => {
  browser = await launchBrowser();
  tablet = await openTablet(browser, 'kiemtra1');
  page = tablet.page;
  wire = await tablet.context.newCDPSession(page);
  await page.evaluate(() => {
    const { storage } = navigator;
    const persist = storage.persist.bind(storage);
    storage.persist = () => {
      document.documentElement.dataset.keepAsked = 'yes';
      return persist();
    };
  });
  visitId = await makeReady(page, 'Minh Thái');
  await tablet.context.setOffline(true);
});
afterAll(async () => {
  await browser?.close();
});

/** What the browser grants from here on, beyond what already lies there; without a number what it grants by itself. */
async function grant(bytesMore?: number): Promise<void> {
  const usage = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
  const { origin } = new URL(houseUrl());
  const quota = bytesMore === undefined ? {} : { quotaSize: Math.max(1, usage + bytesMore) };
  await wire.send('Storage.overrideQuotaForOrigin', { origin, ...quota });
}

const isReserveHeld = () =>
  page.evaluate(async () => (await (await caches.open('kycuong-room')).keys()).length > 0);
const full = () => page.getByText('Bộ nhớ máy đã đầy nên chưa lưu được nội dung vừa ghi');
const logged = async () => (await tabletRows(page)).commands.length;

describe('a tablet that runs out of room', () => {
  it('has asked the browser, when the visit was made ready, never to clear away what lies here', async () => {
    expect(await page.evaluate(() => document.documentElement.dataset.keepAsked)).toBe('yes');
  });

  it('takes no more photos and says why, while answers and notes go in', async () => {
    await goToItem(page, visitId, 'M11');
    await takePhoto(page);
    await page.locator('.photo img').waitFor();
    await grant(-40 * megabyte);
    await takePhoto(page);
    await page.getByText(noRoom).waitFor();
    expect(await page.locator('.photo').count()).toBe(1);
    await writeNote(page, first);
    await answerItem(page, 'Chưa đạt');
    await expect.poll(logged).toBe(3);
    expect((await tabletRows(page)).files).toHaveLength(1);
    expect(await violations(page)).toEqual([]);
    await picture(page, 'room-photos-end');
    await goTo(page, '/field/outbox');
    await page.getByText('Sắp hết bộ nhớ').waitFor();
    expect(await violations(page)).toEqual([]);
    await picture(page, 'room-outbox');
  });

  it('gives up what it kept for records, then says that nothing more is saved, and keeps what is typed', async () => {
    await goToItem(page, visitId, 'M12');
    expect(await isReserveHeld()).toBe(true);
    // Chromium asks about a database's room again half a minute after it last did; all until then is saved.
    await expect
      .poll(
        async () => {
          written = `Đã xem sổ tiếp nhận lần ${(await logged()) - 2}.`;
          await typeNote(page, written);
          return full().isVisible();
        },
        { timeout: 60_000, interval: 1_000 },
      )
      .toBe(true);
    expect(await isReserveHeld()).toBe(false);
    const before = await logged();
    await answerItem(page, 'Đạt');
    await expect.poll(() => page.locator('.card :checked').count()).toBe(0);
    expect(await page.locator('.card-place').textContent()).toContain('M12');
    expect(await page.getByLabel('Ghi chú').inputValue()).toBe(written);
    expect(await logged()).toBe(before);
    expect(await violations(page)).toEqual([]);
    await picture(page, 'room-full');
  });

  it('saves by itself once there is a little room, and takes photos again only once there is enough', async () => {
    const before = await logged();
    await grant(2 * megabyte);
    await full().waitFor({ state: 'detached' });
    await expect.poll(logged).toBe(before + 1);
    await takePhoto(page);
    await page.getByText(noRoom).waitFor();
    await grant();
    await takePhoto(page);
    await page.locator('.photo img').waitFor();
    expect(await isReserveHeld()).toBe(true);
  });

  it('sends all of it', async () => {
    await tablet.context.setOffline(false);
    await exchange(page);
    const { answers, evidence } = await (await apiAs('kiemtra1')).visit.get.query({ visitId });
    expect(answers.flatMap(({ itemCode, note }) => (/^M1[12]$/.test(itemCode) ? [note] : []))).toEqual([
      first,
      written,
    ]);
    const { commands, receipts, files } = await tabletRows(page);
    expect(receipts.toSorted()).toEqual(commands.toSorted());
    expect(files).toHaveLength(2);
    const received = evidence.filter(({ status }) => status === 'received').map(({ sha256 }) => sha256);
    expect(received).toEqual(expect.arrayContaining([...files]));
    expect(tablet.errors.filter((error) => !/ERR_INTERNET_DISCONNECTED/.test(error))).toEqual([]);
  });
});
