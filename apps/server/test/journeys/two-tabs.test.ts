import type { Browser, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { houseUrl } from '../house.ts';
import {
  exchange,
  goTo,
  goToItem,
  makeReady,
  openTablet,
  picture,
  type Tablet,
  unlockTablet,
  writeNote,
} from '../tablet.ts';
import { tabletRows } from '../tablet-rows.ts';
import { apiAs } from './api-as.ts';

let browser: Browser;
let tablet: Tablet;
let visitId = '';
let first: Page;
let second: Page;
/** Requests that hand commands in, each with the tab that made it, held until the test lets them go. */
const held: { readonly route: Route; readonly page: Page }[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
  tablet = await openTablet(browser, 'kiemtra1');
  first = tablet.page;
  visitId = await makeReady(first, 'Minh Thái');
  second = await openTab();
  await unlockTablet(second);
  await second.locator('.visit-row').first().waitFor();
  await tablet.context.route('**/api/trpc/sync.push*', (route) => {
    held.push({ route, page: route.request().frame().page() });
  });
});
afterAll(async () => {
  await browser?.close();
});

async function openTab(): Promise<Page> {
  const page = await tablet.context.newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(new URL('/field/', houseUrl()).href);
  return page;
}

const status = (page: Page) => page.locator('.sync-place').innerText();
const sendNow = (page: Page) => page.getByRole('button', { name: 'Gửi ngay' }).click();
const tabBeside = (tab: Page | undefined) => (tab === first ? second : first);
const rounds = () => held.map(({ page }) => page);

describe('a tablet that is open in two tabs', () => {
  it('says the same in both of what was written in either', async () => {
    await tablet.context.setOffline(true);
    await goToItem(first, visitId, 'M05');
    await goToItem(second, visitId, 'M06');
    await writeNote(first, 'Ghi tại thẻ thứ nhất.');
    await writeNote(second, 'Ghi tại thẻ thứ hai.');
    for (const page of [first, second])
      await expect.poll(() => status(page)).toMatch(/Không có mạng\. Đã lưu trên máy\s+Chờ gửi: 2 bản ghi/);
    // What the other wrote stands here without loading anew, and is built on.
    await goToItem(second, visitId, 'M05');
    await expect.poll(() => second.getByLabel('Ghi chú').inputValue()).toBe('Ghi tại thẻ thứ nhất.');
    await writeNote(second, 'Ghi tại thẻ thứ nhất, sửa ở thẻ thứ hai.');
    await expect.poll(() => status(first)).toContain('Chờ gửi: 3 bản ghi');
  });

  it('sends from one alone, which both say', async () => {
    for (const page of [first, second]) await goTo(page, '/field/outbox');
    await tablet.context.setOffline(false);
    await Promise.all([sendNow(first), sendNow(second)]);
    await expect.poll(rounds).toHaveLength(1);
    for (const page of [first, second])
      await expect.poll(() => status(page)).toMatch(/Đang gửi\. Đã lưu trên máy\s+Chờ gửi: 3 bản ghi/);
    const other = tabBeside(rounds()[0]);
    await sendNow(other);
    await expect.poll(() => other.getByRole('button', { name: 'Gửi ngay' }).isEnabled()).toBe(true);
    await picture(other, 'tabs-sending');
    expect(rounds()).toHaveLength(1);
  });

  it('goes on from the other once the one that sent is closed in the middle of it', async () => {
    const [sender] = rounds();
    const other = tabBeside(sender);
    await sender?.close();
    await expect.poll(rounds, { timeout: 20_000 }).toHaveLength(2);
    expect(rounds()[1]).toBe(other);
    await held[1]?.route.continue();
    await other.getByRole('heading', { name: 'Đã gửi hết' }).waitFor();
    const { commands, receipts } = await tabletRows(other);
    expect(receipts.toSorted()).toEqual(commands.toSorted());
    first = other;
  });

  it('sends nothing from a tab that is locked, which says all the same what waits', async () => {
    await tablet.context.setOffline(true);
    await goToItem(first, visitId, 'M07');
    await writeNote(first, 'Ghi trước khi khóa.');
    await expect.poll(() => status(first)).toContain('Chờ gửi: 1 bản ghi');
    second = await tablet.context.newPage();
    await second.goto(first.url());
    await second.locator('.lock-status', { hasText: 'Chờ gửi: 1 bản ghi' }).waitFor();
    await picture(second, 'tabs-locked');
    await first.close();
    const signedIn = second.waitForResponse(/access\.session/);
    await tablet.context.setOffline(false);
    await signedIn;
    expect(rounds()).toHaveLength(2);
    await tablet.context.unroute('**/api/trpc/sync.push*');
    await unlockTablet(second);
    await exchange(second);
    const { answers } = await (await apiAs('kiemtra1')).visit.get.query({ visitId });
    expect(
      answers.flatMap(({ itemCode, note }) => (/^M0[567]$/.test(itemCode) ? [note] : [])).toSorted(),
    ).toEqual(['Ghi trước khi khóa.', 'Ghi tại thẻ thứ hai.', 'Ghi tại thẻ thứ nhất, sửa ở thẻ thứ hai.']);
  });
});
