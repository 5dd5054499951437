import { createHash } from 'node:crypto';
import type { AppRouter } from '@kycuong/api/router.ts';
import { createTRPCClient, httpLink } from '@trpc/client';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { houseUrl } from './house.ts';
import { enterTablet, reloadTablet, unlockTablet } from './tablet.ts';

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

/** What stands at the server, asked with the tablet's own sign-in. */
async function visitAtServer(visitId: string) {
  const cookies = await tablet.cookies(houseUrl());
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const url = new URL('/api/trpc', houseUrl()).href;
  const api = createTRPCClient<AppRouter>({ links: [httpLink({ url, headers: { cookie } })] });
  return api.visit.get.query({ visitId });
}

const place = () => page.locator('.card-place');
const sampledRow = () => page.locator('.rows .row', { hasText: 'Đăng ký biến động' });
const syncPlace = () => page.locator('.sync-place');
const answer = (name: string) =>
  page.locator('.card .kc-segment-option', { hasText: new RegExp(`^${name}$`) }).click();

/** A photo of a board, drawn in the page: larger than what is kept, so that it has to be made smaller. */
async function photo(): Promise<Buffer> {
  const bytes = await page.evaluate(async () => {
    const canvas = document.createElement('canvas');
    canvas.width = 2600;
    canvas.height = 1900;
    const pen = canvas.getContext('2d');
    for (let x = 0; x < 26; x += 1)
      for (let y = 0; y < 19; y += 1) {
        pen?.fillRect(x * 100, y * 100, 40 + ((x * 7 + y * 13) % 50), 60);
      }
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    return [...new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer())];
  });
  return Buffer.from(bytes);
}

describe('an inspector with a tablet', () => {
  let visitId = '';
  let answeredBefore = 0;

  it('signs in, sees the visit of today and makes it ready offline', async () => {
    await enterTablet(page, 'kiemtra1');
    const row = page.locator('.visit-row', { hasText: 'Cổ Lễ' }).filter({ hasText: 'Lồng ghép' });
    await row.first().waitFor();
    await row.first().getByRole('button', { name: 'Tải về để làm ngoại tuyến' }).click();
    await row.first().getByText('Sẵn sàng ngoại tuyến').waitFor();
    const href = await row.first().getByRole('link').getAttribute('href');
    visitId = /visit\/([0-9a-f-]+)/.exec(href ?? '')?.[1] ?? '';
    expect(visitId).not.toBe('');
    answeredBefore = (await visitAtServer(visitId)).answers.length;
  });

  it('opens it again with the network cut, and starts', async () => {
    await tablet.setOffline(true);
    await reloadTablet(page);
    await page.locator('.visit-row', { hasText: 'Cổ Lễ' }).first().getByRole('link').click();
    await page.getByRole('button', { name: 'Đoàn có mặt, bắt đầu' }).click();
    await place().waitFor();
    await syncPlace().getByText('Không có mạng. Đã lưu trên máy').waitFor();
  });

  it('answers, goes on by itself to the next, and takes an answer back', async () => {
    await place().getByText('Mục D01').waitFor();
    await answer('Đạt');
    await place().getByText('Mục D02').waitFor();
    await answer('Không áp dụng');
    await place().getByText('Mục D03').waitFor();
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await place().getByText('Mục D02').waitFor();
    await expect.poll(() => page.locator('.card .kc-segment-option:has(:checked)').count()).toBe(0);
  });

  it('raises a finding with a photo from a line that does not hold', async () => {
    await page.goto(new URL(`/field/visit/${visitId}?item=M01`, houseUrl()).href);
    await unlockTablet(page);
    await answer('Chưa đạt');
    await page.getByLabel('Ghi chú').fill('Bảng niêm yết còn trống 14 ô.');
    await page.getByRole('button', { name: 'Thêm phát hiện' }).click();
    await page.getByLabel('Tóm tắt').fill('Niêm yết thiếu 14 thủ tục hành chính');
    await page
      .locator('.take-photo input[capture]')
      .setInputFiles({ name: 'bang-niem-yet.png', mimeType: 'image/png', buffer: await photo() });
    await page.locator('.photo img').waitFor();
    await page.getByRole('button', { name: 'Ghi phát hiện' }).click();
    await page.getByRole('link', { name: /Niêm yết thiếu 14 thủ tục/ }).waitFor();
  });

  it('samples a dossier and is told how late it is, day by day', async () => {
    await page.getByRole('link', { name: 'Lấy mẫu hồ sơ' }).click();
    await page.getByRole('button', { name: 'Thêm hồ sơ' }).click();
    await page.getByLabel('Mã hồ sơ').fill('000.37.H40-250825-0012');
    await page.getByLabel('Thủ tục hành chính').fill('Đăng ký biến động quyền sử dụng đất');
    const dates = [
      ['Ngày tiếp nhận', '25/08/2025'],
      ['Ngày hồ sơ đầy đủ', '25/08/2025'],
      ['Ngày trả trên giấy hẹn', '29/08/2025'],
      ['Ngày trả kết quả', '05/09/2025'],
    ] as const;
    for (const [label, date] of dates) await page.getByLabel(label, { exact: true }).fill(date);
    // National Day: 1 and 2 September 2025 are off; 3, 4 and 5 September count.
    await page.locator('.foot').getByText('Trả quá hạn 3 ngày làm việc').waitFor();
    expect(await page.locator('.day--late').count()).toBe(3);
    await page.getByRole('button', { name: 'Lưu hồ sơ' }).click();
    await sampledRow().getByText('Trả quá hạn 3 ngày làm việc').waitFor();
  });

  it('finds everything again after a reload, and sees plainly what waits', async () => {
    await reloadTablet(page);
    await sampledRow().getByText('Trả quá hạn 3 ngày làm việc').waitFor();
    expect(await syncPlace().textContent()).toMatch(
      /Không có mạng\. Đã lưu trên máy\s*Chờ gửi: \d+ bản ghi, 1 ảnh/,
    );
    const { answers } = await visitAtServer(visitId);
    expect(answers).toHaveLength(answeredBefore);
  });

  it('has everything on the server exactly once when the network is back, the photo’s hash too', async () => {
    await tablet.setOffline(false);
    await syncPlace().click();
    await page.getByRole('button', { name: 'Gửi ngay' }).click();
    await page.getByRole('heading', { name: 'Đã gửi hết' }).waitFor();
    const kept = await page.evaluate(
      () =>
        new Promise<string[]>((resolve, reject) => {
          const opening = indexedDB.open('kycuong-field');
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const keys = opening.result.transaction('files').objectStore('files').getAllKeys();
            keys.onsuccess = () =>
              resolve(keys.result.map((key) => (Array.isArray(key) ? String(key[1]) : '')));
          };
        }),
    );
    const atServer = await visitAtServer(visitId);
    expect(atServer.status).toBe('open');
    expect(atServer.answers.filter(({ itemCode }) => itemCode === 'M01')).toMatchObject([
      { conformity: 'nonconform', note: 'Bảng niêm yết còn trống 14 ô.' },
    ]);
    expect(atServer.answers.find(({ itemCode }) => itemCode === 'D02')?.conformity).toBeNull();
    const raised = atServer.foundThere.filter(
      ({ title }) => title === 'Niêm yết thiếu 14 thủ tục hành chính',
    );
    expect(raised).toHaveLength(1);
    const sampled = atServer.dossiers.filter(({ dossier }) => dossier.code === '000.37.H40-250825-0012');
    expect(sampled.map(({ check }) => check.lateness.workingDaysLate)).toEqual([3]);
    expect(atServer.evidence).toHaveLength(1);
    const [image] = atServer.evidence;
    expect(image).toMatchObject({
      status: 'received',
      sha256: kept[0],
      target: { kind: 'finding', id: raised[0]?.findingId },
    });
    const bytes = await page.evaluate(async (id) => {
      const response = await fetch(`/api/evidence/${id}`);
      return [...new Uint8Array(await response.arrayBuffer())];
    }, image?.evidenceId);
    expect(createHash('sha256').update(Buffer.from(bytes)).digest('hex')).toBe(image?.sha256);
  });

  it('does not send anything a second time', async () => {
    await page.getByRole('button', { name: 'Gửi ngay' }).click();
    await reloadTablet(page);
    await page.getByRole('heading', { name: 'Đã gửi hết' }).waitFor();
    const { foundThere, dossiers, evidence } = await visitAtServer(visitId);
    expect([foundThere.length, dossiers.length, evidence.length]).toEqual([1, 1, 1]);
  });
});
