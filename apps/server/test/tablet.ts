import { join } from 'node:path';
import { demoPassword } from '@kycuong/domain/access/demo-accounts.ts';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import { houseUrl } from './house.ts';
import { type } from './journeys/person.ts';
import { watchErrors } from './journeys/watch-errors.ts';
import { tabletRows } from './tablet-rows.ts';

/** The unlock code of everybody in these tests. */
export const unlockCode = '284619';

export interface Tablet {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly errors: string[];
}

/** A tablet in a person's hands: a browser context of its own, signed in, with its code set and the list on the screen. */
export async function openTablet(
  browser: Browser,
  username: string,
  { house = houseUrl(), ...more }: BrowserContextOptions & { readonly house?: string } = {},
): Promise<Tablet> {
  const context = await browser.newContext({
    viewport: { width: 820, height: 1180 },
    hasTouch: true,
    locale: 'vi-VN',
    ...more,
  });
  const page = await context.newPage();
  const errors = watchErrors(page);
  page.setDefaultTimeout(20_000);
  await enterTablet(page, username, unlockCode, house);
  await page.locator('.visit-row').first().waitFor();
  return { context, page, errors };
}

/** Opens the tablet's app, signs a person in, and sets the code that the first sign-in on a device asks for. */
export async function enterTablet(
  page: Page,
  username: string,
  code = unlockCode,
  house = houseUrl(),
): Promise<void> {
  await page.goto(new URL('/field/', house).href);
  await signInAtTablet(page, username);
  await setCode(page, code);
}

export async function signInAtTablet(page: Page, username: string, password = demoPassword): Promise<void> {
  await type(page, 'Tên đăng nhập', username);
  await type(page, 'Mật khẩu', password);
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
}

/** Sets an unlock code, and waits for what lies behind it. */
export async function setCode(page: Page, code = unlockCode): Promise<void> {
  await page.getByLabel('Mã mới', { exact: true }).fill(code);
  await page.getByLabel('Nhập lại mã mới').fill(code);
  await page.getByRole('button', { name: 'Đặt mã và tiếp tục' }).click();
  await page.getByLabel('Nhập lại mã mới').waitFor({ state: 'detached' });
}

/** Opens the locked tablet again, as after every start of the app. Works in both languages. */
export async function unlockTablet(page: Page, code = unlockCode): Promise<void> {
  const field = page.locator('#unlock-code');
  await field.fill(code);
  await field.press('Enter');
  await field.waitFor({ state: 'detached' });
}

/** Loads the page anew, which locks it, and opens it again. */
export async function reloadTablet(page: Page, code = unlockCode): Promise<void> {
  await page.reload();
  await unlockTablet(page, code);
}

/** Makes the first visit in the list that bears these words ready offline; gives its id. */
export async function makeReady(page: Page, words: string | RegExp): Promise<string> {
  const row = page.locator('.visit-row', { hasText: words }).first();
  await row.getByRole('button', { name: 'Tải về để làm ngoại tuyến' }).click();
  await row.getByText('Sẵn sàng ngoại tuyến').waitFor();
  const href = await row.getByRole('link').getAttribute('href');
  const visitId = /visit\/([0-9a-f-]+)/.exec(href ?? '')?.[1];
  if (visitId === undefined) throw new Error(`the list leads to no visit with ${words}`);
  return visitId;
}

/** Goes to a screen inside the app: loading the page anew would lock it. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, path);
}

/** The team is there: starts the visit where nobody has, and stands before its first line. */
export async function beginVisit(page: Page, visitId: string): Promise<void> {
  await goTo(page, `/field/visit/${visitId}/overview`);
  const begin = page.getByRole('button', { name: 'Đoàn có mặt, bắt đầu' });
  const begun = page.getByRole('button', { name: 'Nộp cho trưởng đoàn' });
  const onOtherDay = page.getByRole('button', { name: 'Đúng, đoàn đang ở đơn vị' });
  const place = page.locator('.card-place');
  await begun.or(begin).waitFor();
  if (await begin.isVisible()) {
    await begin.click();
    await place.or(onOtherDay).waitFor();
    if (await onOtherDay.isVisible()) await onOtherDay.click();
  } else await goTo(page, `/field/visit/${visitId}`);
  await place.waitFor();
}

/** Goes to an item of a visit. */
export async function goToItem(page: Page, visitId: string, item: string): Promise<void> {
  await goTo(page, `/field/visit/${visitId}?item=${item}`);
  await page.locator('.card-place', { hasText: item }).waitFor();
}

/** Chooses the result of the item on the screen. */
export async function answerItem(page: Page, result: string): Promise<void> {
  await page.locator('.card .kc-segment-option', { hasText: new RegExp(`^${result}$`) }).click();
}

/** Types the note of the item on the screen, and leaves the field. */
export async function typeNote(page: Page, note: string): Promise<void> {
  await page.getByLabel('Ghi chú').fill(note);
  await page.getByLabel('Ghi chú').blur();
}

/** The same, and waits until it lies on the device: a page that goes away in that moment would take it along. */
export async function writeNote(page: Page, note: string): Promise<void> {
  const logged = async () => (await tabletRows(page)).commands.length;
  const before = await logged();
  await typeNote(page, note);
  await expect.poll(logged, { timeout: 20_000 }).toBeGreaterThan(before);
}

/** Sends and pulls what there is, until the outbox says so. */
export async function exchange(page: Page, heading = 'Đã gửi hết'): Promise<void> {
  await goTo(page, '/field/outbox');
  await page.getByRole('button', { name: 'Gửi ngay' }).click();
  await page.getByRole('heading', { name: heading }).waitFor();
}

/** Takes a photo of coloured squares, no two alike, at the item on the screen. */
export async function takePhoto(page: Page, [width, height] = [1600, 1200]): Promise<void> {
  const bytes = await page.evaluate(
    async ([wide = 0, high = 0]) => {
      const canvas = document.createElement('canvas');
      canvas.width = wide;
      canvas.height = high;
      const pen = canvas.getContext('2d');
      for (let x = 0; x < wide; x += 40)
        for (let y = 0; y < high; y += 40)
          if (pen) {
            pen.fillStyle = `hsl(${Math.random() * 360} 60% 50%)`;
            pen.fillRect(x, y, 40, 40);
          }
      const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
      return [...new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer())];
    },
    [width, height],
  );
  await page
    .locator('.take-photo input[capture]')
    .setInputFiles({ name: 'anh.png', mimeType: 'image/png', buffer: Buffer.from(bytes) });
}

/** For looking at, where PICTURES names a folder: as a tablet held upright and as a phone. */
export async function picture(page: Page, name: string): Promise<void> {
  const { PICTURES } = process.env;
  const size = page.viewportSize();
  if (!PICTURES || size === null) return;
  for (const [width, height] of [
    [820, 1180],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.screenshot({ path: join(PICTURES, `${name}-${width}.png`) });
  }
  await page.setViewportSize(size);
}
