import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { houseUrl } from '../house.ts';
import { enterTablet, unlockTablet } from '../tablet.ts';
import { apiAs } from './api-as.ts';
import { signIn } from './person.ts';

const label = 'Máy tính bảng số 3 – Phòng Cải cách hành chính, Sở Nội vụ';
let browser: Browser;
let tablet: BrowserContext;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  tablet = await browser.newContext({
    viewport: { width: 820, height: 1180 },
    hasTouch: true,
    locale: 'vi-VN',
  });
  page = await tablet.newPage();
});
afterAll(async () => {
  await browser?.close();
});

const shots = process.env.KYCUONG_SHOTS;
const shoot = async (of: Page, name: string) => {
  if (shots !== undefined) await of.screenshot({ path: `${shots}/${name}.png` });
};
const listed = async () => {
  const api = await apiAs('quantri');
  return (await api.device.list.query({})).find((device) => device.label === label);
};
/** How many rows lie in each table of the tablet's database. */
const rows = () =>
  page.evaluate(async () => {
    const opened = indexedDB.open('kycuong-field');
    const database = await new Promise<IDBDatabase>((resolve) => {
      opened.onsuccess = () => resolve(opened.result);
    });
    const names = [...database.objectStoreNames];
    const counts = await Promise.all(
      names.map(
        (name) =>
          new Promise<[string, number]>((resolve) => {
            const asked = database.transaction(name).objectStore(name).count();
            asked.onsuccess = () => resolve([name, asked.result]);
          }),
      ),
    );
    database.close();
    return Object.fromEntries(counts);
  });

describe('a tablet that is ordered to be wiped', () => {
  it('is known at the office by its name, and its signature holds', async () => {
    await enterTablet(page, 'kiemtra1');
    await page.locator('.visit-row').first().waitFor();
    await page.goto(new URL('/field/outbox', houseUrl()).href);
    await unlockTablet(page);
    await page.getByLabel('Tên máy').fill(label);
    await page.getByRole('button', { name: 'Lưu tên máy' }).click();
    await page.getByText('Máy đã đăng ký với máy chủ').waitFor();
    await shoot(page, 'tablet-name');
    await expect
      .poll(async () => (await listed())?.lastContactAt ?? null, { timeout: 90_000 })
      .not.toBeNull();
    expect(await listed()).toMatchObject({ state: 'in-use', unsentRecords: 0, clockOff: false });
  });

  it('waits, and says so, while something on it is not with the server', async () => {
    // Neither by the normal way nor sealed.
    await page.route('**/api/trpc/sync.push*', (route) => route.abort());
    await page.route('**/api/parcel*', (route) => route.abort());
    await page.goto(new URL('/field/', houseUrl()).href);
    await unlockTablet(page);
    // A visit that no other journey in the same house takes up.
    await page.locator('.visit-row', { hasText: 'Ninh Cường' }).first().getByRole('link').click();
    const start = page.getByRole('button', { name: 'Đoàn có mặt, bắt đầu' });
    const answer = page.locator('.card .kc-segment-option').first();
    await start.or(answer).first().waitFor();
    if (await start.isVisible()) {
      await start.click();
      // Not today's visit: it is asked.
      await page.getByRole('button', { name: 'Đúng, đoàn đang ở đơn vị' }).click();
    } else await answer.click();
    await expect.poll(async () => (await rows()).commands).toBeGreaterThan(0);

    const console = await signIn(browser, 'quantri');
    await console.goto(new URL('/devices', houseUrl()).href);
    await console.getByText(label).first().click();
    const focused = () => console.evaluate(() => document.activeElement?.textContent);
    await console.getByRole('button', { name: 'Xóa dữ liệu trên máy' }).click();
    await console.getByRole('button', { name: 'Hủy' }).click();
    await expect.poll(focused).toBe('Xóa dữ liệu trên máy');
    await console.getByRole('button', { name: 'Xóa dữ liệu trên máy' }).click();
    await shoot(console, 'console-order');
    await console.getByLabel('Lý do').fill('Máy bị mất ở xã Cổ Lễ ngày 20/11/2026');
    await console.getByRole('button', { name: 'Ra lệnh xóa' }).click();
    await console.getByText('Đang chờ máy thực hiện lệnh xóa').waitFor();
    await expect.poll(focused).toBe(label);
    await shoot(console, 'console-waiting');
    await console.context().close();

    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await page.getByText('Máy này có lệnh xóa dữ liệu').waitFor();
    await page.getByText('Còn nội dung chưa gửi').waitFor();
    await shoot(page, 'tablet-ordered');
    expect((await rows()).commands).toBeGreaterThan(0);
    expect(await listed()).toMatchObject({ state: 'wiping', orders: [{ wipedAt: null }] });
  });

  it('hands in, destroys its keys and its data, and reports the counts', async () => {
    const written = (await rows()).commands ?? 0;
    const tried = page.waitForRequest('**/api/trpc/sync.push*');
    await page.getByRole('button', { name: 'Gửi ngay' }).click();
    await tried;
    // From here on it may send of its own accord at any moment, and shows no button once it has.
    await page.unroute('**/api/trpc/sync.push*');
    await page.unroute('**/api/parcel*');
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await page.getByText('Máy đã xóa dữ liệu theo lệnh').waitFor({ timeout: 30_000 });
    await shoot(page, 'tablet-wiped');
    const { meta, ...left } = await rows();
    expect(meta).toBe(1);
    expect(new Set(Object.values(left))).toEqual(new Set([0]));
    const device = await listed();
    expect(device).toMatchObject({
      state: 'wiped',
      orders: [{ report: { handedIn: { records: written }, destroyed: { records: written } } }],
    });
  });

  it('begins anew as another device', async () => {
    const before = (await listed())?.id;
    await page.getByRole('button', { name: 'Dùng lại máy này' }).click();
    await page.getByLabel('Tên đăng nhập').waitFor();
    await enterTablet(page, 'kiemtra1');
    await page.locator('.visit-row').first().waitFor();
    const api = await apiAs('quantri');
    await expect.poll(async () => (await api.device.list.query({ state: 'wiped' })).length).toBe(1);
    await expect
      .poll(async () => (await api.device.list.query({})).filter(({ id }) => id !== before).length)
      .toBeGreaterThan(0);
  });
});
