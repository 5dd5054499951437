import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoPassword } from '@kycuong/domain/access/demo-accounts.ts';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { houseUrl, launchBrowser } from '../browser.ts';
import { enterTablet } from '../tablet.ts';
import { apiAs } from './api-as.ts';
import { violations } from './person.ts';
import { watchErrors } from './watch-errors.ts';

interface Tablet {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly errors: string[];
}

const unit = 'Quang Hưng';
let browser: Browser;
let folder: string;
let inspector: Tablet;
let leader: Tablet;
let visitId = '';
let parcel = '';

async function openTablet(username: string): Promise<Tablet> {
  const context = await browser.newContext({
    viewport: { width: 820, height: 1180 },
    hasTouch: true,
    acceptDownloads: true,
    locale: 'vi-VN',
  });
  const page = await context.newPage();
  const errors = watchErrors(page);
  page.setDefaultTimeout(20_000);
  await enterTablet(page, username);
  await page.locator('.visit-row', { hasText: unit }).first().waitFor();
  return { context, page, errors };
}

beforeAll(async () => {
  browser = await launchBrowser();
  folder = await mkdtemp(join(tmpdir(), 'kycuong-goi-'));
  // The leader's tablet is known first, so that the inspector's packet names it.
  leader = await openTablet('truongdoan');
  inspector = await openTablet('kiemtra1');
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

async function go({ page }: Tablet, path: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, path);
}

/** For looking at, when a folder is named. */
async function picture({ page }: Tablet, name: string): Promise<void> {
  const { PICTURES } = process.env;
  if (PICTURES) await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
}

const noted = 'Bảng niêm yết còn trống 3 ô, ghi lúc mất mạng.';
async function answersAtServer() {
  const api = await apiAs('truongdoan');
  const { answers } = await api.visit.get.query({ visitId });
  return answers.filter(({ note }) => note === noted);
}

describe('an inspector whose network is dead', () => {
  it('writes, and seals what waits into a file; it still waits here', async () => {
    const { page, context } = inspector;
    const row = page.locator('.visit-row', { hasText: unit }).first();
    await row.getByRole('button', { name: 'Tải về để làm ngoại tuyến' }).click();
    await row.getByText('Sẵn sàng ngoại tuyến').waitFor();
    visitId = /visit\/([0-9a-f-]+)/.exec((await row.getByRole('link').getAttribute('href')) ?? '')?.[1] ?? '';
    await context.setOffline(true);
    await go(inspector, `/field/visit/${visitId}?item=D05`);
    await page.getByLabel('Ghi chú').fill(noted);
    await page.getByLabel('Ghi chú').blur();
    await go(inspector, '/field/outbox');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Xuất ra tệp', exact: true }).first().click();
    const file = await download;
    parcel = join(folder, file.suggestedFilename());
    await file.saveAs(parcel);
    expect(file.suggestedFilename()).toMatch(/^.*quang-hung.*_\d{4}-\d\d-\d\d-\d\dg\d\d_.+\.kycuong$/);
    expect((await readFile(parcel)).includes(Buffer.from(noted))).toBe(false);
    await page.getByText(/Đã xuất ra tệp lúc .*, chưa có xác nhận của máy chủ: 1 bản ghi/).waitFor();
    await page.getByRole('heading', { name: 'Không có mạng. Đã lưu trên máy' }).waitFor();
    await picture(inspector, 'export');
    expect(await violations(page)).toEqual([]);
  });

  it('hands the file to the leader, whose tablet shows it without a network', async () => {
    const { page, context } = leader;
    const row = page.locator('.visit-row', { hasText: unit }).first();
    await row.getByRole('button', { name: 'Tải về để làm ngoại tuyến' }).click();
    await row.getByText('Sẵn sàng ngoại tuyến').waitFor();
    await context.setOffline(true);
    await go(leader, '/field/outbox');
    const cut = join(folder, 'dut.kycuong');
    await writeFile(cut, (await readFile(parcel)).subarray(0, -20));
    await page.locator('input[accept=".kycuong"]').setInputFiles(cut);
    await page.getByText('Gói bị thiếu phần cuối', { exact: false }).waitFor();
    await page.locator('input[accept=".kycuong"]').setInputFiles(parcel);
    await page.getByText('Chưa nộp máy chủ. Tự nộp khi có mạng.').waitFor();
    await picture(leader, 'import');
    expect(await violations(page)).toEqual([]);
    await go(leader, `/field/visit/${visitId}?item=D05`);
    await expect.poll(() => page.getByLabel('Ghi chú').inputValue()).toBe(noted);
    expect(await answersAtServer()).toHaveLength(0);
  });

  it('is in the system once the leader’s tablet has a network, in the author’s name', async () => {
    const { page, context } = leader;
    await context.setOffline(false);
    await go(leader, '/field/outbox');
    await page.getByRole('button', { name: 'Gửi ngay' }).click();
    await page.getByText('Máy chủ đã nhận 1 bản ghi').waitFor();
    await picture(leader, 'handed-in');
    expect(await answersAtServer()).toHaveLength(1);
  });

  it('sends all the same when its own network is back, and everything has one effect', async () => {
    const { page, context } = inspector;
    await context.setOffline(false);
    await page.getByRole('button', { name: 'Gửi ngay' }).click();
    await page.getByText(/Đã xuất ra tệp lúc .*; máy chủ đã nhận/).waitFor();
    expect(await answersAtServer()).toHaveLength(1);
  });

  it('changes nothing when the office imports the same file at the desk', async () => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'vi-VN' });
    const page = await context.newPage();
    const desk = { context, page, errors: watchErrors(page) };
    page.setDefaultTimeout(20_000);
    await page.goto(new URL('/sign-in', houseUrl()).href);
    await page.getByLabel('Tên đăng nhập').fill('vanphong');
    await page.getByLabel('Mật khẩu').fill(demoPassword);
    await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
    await page.waitForURL((url) => !url.pathname.includes('sign-in'));
    await page.goto(new URL('/rounds/parcel', houseUrl()).href);
    await page.locator('input[type=file]').first().setInputFiles(parcel);
    await page.getByText('Trong gói').waitFor();
    await picture(desk, 'desk-inside');
    await page.getByRole('button', { name: 'Nhập gói' }).click();
    await page.getByText('máy chủ đã có').first().waitFor();
    await picture(desk, 'desk-result');
    expect(await violations(page)).toEqual([]);
    expect(await answersAtServer()).toHaveLength(1);
    // The browser itself tells of each try while the journey holds the network cut.
    const told = [...desk.errors, ...leader.errors, ...inspector.errors];
    expect(told.filter((error) => !error.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
  });
});
