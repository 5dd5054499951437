import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { exchange, goTo, goToItem, makeReady, openTablet, writeNote } from '../tablet.ts';
import { apiAs } from './api-as.ts';
import { violations } from './person.ts';

const unit = 'Cát Thành';
const note = 'Sổ theo dõi còn thiếu 3 ngày, đã xem tại quầy 2.';
let browser: Browser;
let context: BrowserContext;
let page: Page;
let visitId = '';

beforeAll(async () => {
  browser = await launchBrowser();
  ({ context, page } = await openTablet(browser, 'kiemtra1'));
});
afterAll(async () => {
  await browser?.close();
});

describe('what the leader does not let in', () => {
  it('was refused, for the visit was closed meanwhile, and is handed to the leader', async () => {
    visitId = await makeReady(page, unit);
    await context.setOffline(true);
    await goToItem(page, visitId, 'M14');
    await writeNote(page, note);
    const leader = await apiAs('truongdoan');
    const arrivedAt = new Date().toISOString();
    await leader.visit.checkIn.mutate({ id: uuidV7(), payload: { visitId, arrivedAt } });
    await leader.visit.submit.mutate({ id: uuidV7(), payload: { visitId } });
    await leader.visit.close.mutate({ id: uuidV7(), payload: { visitId } });
    await context.setOffline(false);
    await exchange(page, 'Có nội dung chưa được nhận');
    await page.getByRole('button', { name: 'Chuyển trưởng đoàn' }).click();
    await exchange(page);
    await page.getByRole('main').getByText('Trưởng đoàn xem xét: 1 bản ghi').waitFor();
    await leader.sync.declineQuarantined.mutate({
      id: uuidV7(),
      payload: { quarantinedId: await keptId(), reason: 'Ghi sau khi cuộc kiểm tra đã đóng.' },
    });
  });

  async function keptId(): Promise<string> {
    const kept = await (await apiAs('truongdoan')).sync.quarantined.query({ visitId });
    return kept.find(({ payload }) => JSON.stringify(payload).includes(note))?.id ?? '';
  }

  it('lies in the box with who said so and why, and stands in the visit no longer', async () => {
    await exchange(page, 'Có nội dung chưa được nhận');
    await page.getByText('Trưởng đoàn Nguyễn Đức Thịnh không nhận').waitFor();
    await page.getByText('Ghi sau khi cuộc kiểm tra đã đóng.').waitFor();
    await page.getByText(note).waitFor();
    // It was before the leader already, and nothing more is written at a closed visit.
    expect(await page.getByRole('button', { name: 'Chuyển trưởng đoàn' }).count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Sửa và gửi lại' }).count()).toBe(0);
    expect(await violations(page)).toEqual([]);
    await goTo(page, `/field/visit/${visitId}?item=M14`);
    await page.getByText('Có nội dung của mục này chưa được nhận.').waitFor();
    expect(await page.locator('textarea, .card-note').filter({ hasText: note }).count()).toBe(0);
  });

  it('is left on the tablet by the person’s word, is never called sent, and can be opened again', async () => {
    await goTo(page, '/field/outbox');
    await page.getByRole('button', { name: 'Để lại trên máy' }).click();
    await page.getByRole('heading', { name: 'Không có gì chờ gửi' }).waitFor();
    await page.getByRole('main').getByText('Không được nhận, để lại trên máy: 1 bản ghi').waitFor();
    await page.getByText(note).waitFor();
    await page.getByRole('button', { name: 'Mở lại' }).click();
    await page.getByRole('heading', { name: 'Có nội dung chưa được nhận' }).waitFor();
  });
});
