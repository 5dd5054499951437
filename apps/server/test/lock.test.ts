import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { houseUrl } from './house.ts';
import { violations } from './journeys/person.ts';
import { reloadTablet, setCode, signInAtTablet, unlockCode, unlockTablet } from './tablet.ts';

const words = 'Niêm yết trống mười bốn ô ở cửa số hai';
const colleagueCode = 'trăng lên đỉnh núi';

let browser: Browser;
let tablet: BrowserContext;
let page: Page;
const errors: string[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
  tablet = await browser.newContext({
    viewport: { width: 820, height: 1180 },
    hasTouch: true,
    locale: 'vi-VN',
  });
  page = await tablet.newPage();
  page.on('pageerror', (error) => errors.push(error.message));
});
afterAll(async () => {
  await browser?.close();
});

/** Everything in the browser's database and its caches, as one text; bytes read as UTF-8 and as UTF-16. */
async function onDisk(): Promise<string> {
  return page.evaluate(async () => {
    const texts: string[] = [];
    const read = (value: unknown): void => {
      if (value instanceof Uint8Array) {
        texts.push(new TextDecoder().decode(value));
        texts.push(new TextDecoder('utf-16le').decode(value));
      } else if (typeof value === 'object' && value !== null) Object.values(value).forEach(read);
      else texts.push(String(value));
    };
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('kycuong-field');
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => resolve(opening.result);
    });
    for (const name of database.objectStoreNames)
      await new Promise<void>((resolve) => {
        const rows = database.transaction(name).objectStore(name).getAll();
        rows.onsuccess = () => {
          read(rows.result);
          resolve();
        };
      });
    database.close();
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) texts.push(`cached ${new URL(request.url).pathname}`);
    }
    read({ ...localStorage, ...sessionStorage });
    return texts.join('\n');
  });
}

const note = () => page.getByLabel('Ghi chú');
const status = () => page.locator('.lock-status');

async function openVisit(place: string) {
  const row = page.locator('.visit-row', { hasText: place }).first();
  await row.getByRole('button', { name: 'Tải về để làm ngoại tuyến' }).click();
  await row.getByText('Sẵn sàng ngoại tuyến').waitFor();
  await row.getByRole('link').click();
}

describe('a tablet with an unlock code', () => {
  it('asks for one at the first sign-in, and takes no easy one', async () => {
    await page.goto(new URL('/field/', houseUrl()).href);
    await signInAtTablet(page, 'kiemtra2');
    await page.getByLabel('Mã mới', { exact: true }).fill('123456');
    await page.getByRole('button', { name: 'Đặt mã và tiếp tục' }).click();
    await page.getByText('Mã này quá dễ đoán').waitFor();
    await page.getByLabel('Mã mới', { exact: true }).fill(unlockCode);
    await page.getByLabel('Nhập lại mã mới').fill('284618');
    await page.getByRole('button', { name: 'Đặt mã và tiếp tục' }).click();
    await page.getByText('Hai lần nhập không giống nhau').waitFor();
    expect(await violations(page)).toEqual([]);
    await setCode(page);
    await page.locator('.visit-row').first().waitFor();
  });

  it('has none of the words on its disk that were written, and none of the work in the app’s cache', async () => {
    await openVisit('Cổ Lễ');
    const start = page.getByRole('button', { name: 'Đoàn có mặt, bắt đầu' });
    await start.or(page.locator('.card-place')).first().waitFor();
    if (await start.isVisible()) await start.click();
    await tablet.setOffline(true);
    await note().fill(words);
    await note().blur();
    await page.locator('.sync-place').getByText('Đã lưu trên máy').waitFor();
    await reloadTablet(page);
    await expect.poll(() => note().inputValue()).toBe(words);
    const disk = await onDisk();
    expect(disk).not.toMatch(/trống|niêm yết|Niêm yết|Cổ Lễ/);
    expect(disk).toContain('cached /field/index.html');
    expect(disk).not.toMatch(/cached \/api/);
  });

  it('opens without a network, and shows nothing but the name and what waits until then', async () => {
    await page.reload();
    await status()
      .getByText(/Chờ gửi/)
      .waitFor();
    expect(await page.locator('body').innerText()).not.toMatch(/Cổ Lễ|trống/);
    expect(await violations(page)).toEqual([]);
    await unlockTablet(page);
    await expect.poll(() => note().inputValue()).toBe(words);
  });

  it('locks at once when asked, in every tab, and keeps what was just typed', async () => {
    const second = await tablet.newPage();
    await second.goto(page.url());
    await unlockTablet(second);
    await note().fill(`${words}, sáng nay`);
    await page.evaluate(() => new BroadcastChannel('kycuong-field-lock').postMessage(''));
    await page.locator('#unlock-code').waitFor();
    await second.locator('#unlock-code').waitFor();
    await second.close();
    await unlockTablet(page);
    await expect.poll(() => note().inputValue()).toBe(`${words}, sáng nay`);
    await page.goto(new URL('/field/', houseUrl()).href);
    await unlockTablet(page);
    await page.getByRole('button', { name: 'Tài khoản và cài đặt' }).click();
    await page.getByRole('button', { name: 'Khóa', exact: true }).click();
    await page.locator('#unlock-code').waitFor();
  });

  it('locks itself when nobody touches it', async () => {
    await unlockTablet(page);
    await page.locator('.visit-row').first().waitFor();
    await page.evaluate(() => {
      localStorage.setItem('kycuong.touched', String(Date.now() - 16 * 60_000));
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await page.locator('#unlock-code').waitFor();
  });

  it('makes wrong codes wait, across a reload too, and destroys nothing', async () => {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      await page.locator('#unlock-code').fill('999111');
      await page.locator('#unlock-code').press('Enter');
      await expect.poll(() => page.locator('#unlock-code').inputValue()).toBe('');
    }
    await page.getByText(/Nhập sai nhiều lần\. Thử lại sau 0:\d\d/).waitFor();
    await page.reload();
    await page.getByText(/Nhập sai nhiều lần\. Thử lại sau 0:\d\d/).waitFor();
    expect(await page.locator('#unlock-code').isDisabled()).toBe(true);
    await expect.poll(() => page.locator('#unlock-code').isDisabled(), { timeout: 40_000 }).toBe(false);
    await unlockTablet(page);
    await page.locator('.visit-row').first().waitFor();
  });

  it('gives a colleague a lock of their own; the first one’s work stays, counted as theirs', async () => {
    await page.getByRole('button', { name: 'Tài khoản và cài đặt' }).click();
    await page.getByRole('button', { name: 'Đăng xuất' }).click();
    await page.getByRole('heading', { name: 'Tiếp tục bằng mã mở khóa' }).waitFor();
    await tablet.setOffline(false);
    await signInAtTablet(page, 'truongdoan');
    await page.getByText('Cụm từ', { exact: true }).click();
    await setCode(page, colleagueCode);
    await page.locator('.visit-row').first().waitFor();
    await page.locator('.sync-place').click();
    await page.getByRole('heading', { name: 'Nội dung người khác ghi trên máy này' }).waitFor();
    const theirs = page.locator('section', { hasText: 'Nội dung người khác ghi trên máy này' });
    expect(await theirs.innerText()).toMatch(/Chờ gửi: \d+ bản ghi/);
    expect(await page.locator('body').innerText()).not.toContain(words);
    expect(await violations(page)).toEqual([]);
  });

  it('lets the first one go on with their own code, and sends what waited under their own name', async () => {
    await page.goto(new URL('/field/', houseUrl()).href);
    await page.getByRole('button', { name: 'Người khác dùng máy' }).click();
    const people = page.locator('.demo', { hasText: 'Tiếp tục bằng mã mở khóa' });
    await expect.poll(() => people.getByRole('button').count()).toBe(2);
    await signInAtTablet(page, 'kiemtra2');
    await unlockTablet(page);
    await page.locator('.sync-place').click();
    await page.getByRole('heading', { name: 'Đã gửi hết' }).waitFor();
    expect(errors).toEqual([]);
  });
});
