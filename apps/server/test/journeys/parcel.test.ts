import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoPassword } from '@kycuong/domain/access/demo-accounts.ts';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { houseUrl } from '../house.ts';
import { goTo, makeReady, openTablet, picture, type Tablet } from '../tablet.ts';
import { apiAs } from './api-as.ts';
import { violations } from './person.ts';
import { watchErrors } from './watch-errors.ts';

const unit = 'Quang Hưng';
let browser: Browser;
let folder: string;
let inspector: Tablet;
let leader: Tablet;
let visitId = '';
let parcel = '';

beforeAll(async () => {
  browser = await launchBrowser();
  folder = await mkdtemp(join(tmpdir(), 'kycuong-goi-'));
  // The leader's tablet is known first, so that the inspector's packet names it.
  leader = await openTablet(browser, 'truongdoan');
  inspector = await openTablet(browser, 'kiemtra1');
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

const noted = 'Bảng niêm yết còn trống 3 ô, ghi lúc mất mạng.';
async function answersAtServer() {
  const api = await apiAs('truongdoan');
  const { answers } = await api.visit.get.query({ visitId });
  return answers.filter(({ note }) => note === noted);
}

describe('an inspector whose network is dead', () => {
  it('writes, and seals what waits into a file; it still waits here', async () => {
    const { page, context } = inspector;
    visitId = await makeReady(page, unit);
    await context.setOffline(true);
    await goTo(page, `/field/visit/${visitId}?item=D05`);
    await page.getByLabel('Ghi chú').fill(noted);
    await page.getByLabel('Ghi chú').blur();
    await goTo(page, '/field/outbox');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Xuất ra tệp', exact: true }).first().click();
    const file = await download;
    parcel = join(folder, file.suggestedFilename());
    await file.saveAs(parcel);
    expect(file.suggestedFilename()).toMatch(/^.*quang-hung.*_\d{4}-\d\d-\d\d-\d\dg\d\d_.+\.kycuong$/);
    expect((await readFile(parcel)).includes(Buffer.from(noted))).toBe(false);
    await page.getByText(/Đã xuất ra tệp lúc .*, chưa có xác nhận của máy chủ: 1 bản ghi/).waitFor();
    await page.getByRole('heading', { name: 'Không có mạng. Đã lưu trên máy' }).waitFor();
    await picture(page, 'export');
    expect(await violations(page)).toEqual([]);
  });

  it('hands the file to the leader, whose tablet shows it without a network', async () => {
    const { page, context } = leader;
    await makeReady(page, unit);
    await context.setOffline(true);
    await goTo(page, '/field/outbox');
    const cut = join(folder, 'dut.kycuong');
    await writeFile(cut, (await readFile(parcel)).subarray(0, -20));
    await page.locator('input[accept=".kycuong"]').setInputFiles(cut);
    await page.getByText('Gói niêm phong bị thiếu phần cuối', { exact: false }).waitFor();
    await page.locator('input[accept=".kycuong"]').setInputFiles(parcel);
    await page.getByText('Chưa nộp máy chủ. Tự nộp khi có mạng.').waitFor();
    await picture(page, 'import');
    expect(await violations(page)).toEqual([]);
    await goTo(page, `/field/visit/${visitId}?item=D05`);
    await expect.poll(() => page.getByLabel('Ghi chú').inputValue()).toBe(noted);
    expect(await answersAtServer()).toHaveLength(0);
  });

  it('is in the system once the leader’s tablet has a network, in the author’s name', async () => {
    const { page, context } = leader;
    await context.setOffline(false);
    await goTo(page, '/field/outbox');
    await page.getByRole('button', { name: 'Gửi ngay' }).click();
    await page.getByText('Máy chủ đã nhận 1 bản ghi').waitFor();
    await picture(page, 'handed-in');
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
    await page.getByLabel('Mật khẩu', { exact: true }).fill(demoPassword);
    await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
    await page.waitForURL((url) => !url.pathname.includes('sign-in'));
    await page.goto(new URL('/rounds/parcel', houseUrl()).href);
    await page.locator('input[type=file]').first().setInputFiles(parcel);
    await page.getByText('Trong gói').waitFor();
    await picture(page, 'desk-inside');
    await page.getByRole('button', { name: 'Nhập gói' }).click();
    await page.getByText('máy chủ đã có').first().waitFor();
    await picture(page, 'desk-result');
    expect(await violations(page)).toEqual([]);
    expect(await answersAtServer()).toHaveLength(1);
    // The browser itself tells of each try while the journey holds the network cut.
    const told = [...desk.errors, ...leader.errors, ...inspector.errors];
    expect(told.filter((error) => !error.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
  });
});
