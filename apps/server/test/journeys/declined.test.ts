import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import type { Browser, BrowserContext, Page } from 'playwright-core';
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
  takePhoto,
  writeNote,
} from '../tablet.ts';
import { tabletRows } from '../tablet-rows.ts';
import { takeOffTeam } from '../take-off-team.ts';
import { apiAs } from './api-as.ts';
import { signIn, violations } from './person.ts';

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
    const { version: seen } = await leader.visit.get.query({ visitId });
    await leader.visit.close.mutate({ id: uuidV7(), payload: { visitId, seen } });
    await context.setOffline(false);
    await exchange(page, 'Có nội dung chưa được nhận');
    await page.getByRole('button', { name: 'Chuyển trưởng đoàn' }).click();
    await exchange(page);
    await page.getByRole('main').getByText('Trưởng đoàn xem xét: 1 bản ghi').waitFor();
    await leader.sync.declineQuarantined.mutate({
      id: uuidV7(),
      payload: { quarantinedId: await keptId(), reason: 'Ghi sau khi buổi kiểm tra đã kết thúc.' },
    });
  });

  async function keptId(): Promise<string> {
    const kept = await (await apiAs('truongdoan')).sync.quarantined.query({ visitId });
    return kept.find(({ payload }) => JSON.stringify(payload).includes(note))?.id ?? '';
  }

  it('lies in the box with who said so and why, and stands in the visit no longer', async () => {
    await exchange(page, 'Có nội dung chưa được nhận');
    await page.getByText('Trưởng đoàn Nguyễn Đức Thịnh không nhận').waitFor();
    await page.getByText('Ghi sau khi buổi kiểm tra đã kết thúc.').waitFor();
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

describe('what was written before its author was taken off the team', () => {
  const [admitted, declined] = ['Thẻ công chức đeo đủ ở 3 quầy.', 'Nghe nói có người đi muộn.'];
  let author: Tablet;

  it('is sent, is kept for the leader and is no part of the results', async () => {
    author = await openTablet(browser, 'kiemtra2');
    visitId = await makeReady(author.page, /Minh Thái.*Đột xuất/);
    await author.context.setOffline(true);
    await goToItem(author.page, visitId, 'D05');
    await writeNote(author.page, admitted);
    await goToItem(author.page, visitId, 'D06');
    await writeNote(author.page, declined);
    await goToItem(author.page, visitId, 'D07');
    await takePhoto(author.page);
    await author.page.locator('.photos img').waitFor();
    await takeOffTeam('kiemtra2', visitId);
    await author.context.setOffline(false);
    await goTo(author.page, '/field/outbox');
    await author.page.getByRole('button', { name: 'Gửi ngay' }).click();
    await author.page
      .getByRole('main')
      .getByText(/Trưởng đoàn xem xét: 3 bản ghi/)
      .waitFor();
    await picture(author.page, 'kept');
    const { answers } = await (await apiAs('truongdoan')).visit.get.query({ visitId });
    expect(answers).toEqual([]);
    await goTo(author.page, '/field/');
    await author.page.getByRole('heading', { name: 'Không còn được phân công' }).waitFor();
    expect(await violations(author.page)).toEqual([]);
    await picture(author.page, 'kept-revoked');
  });

  it('is let in and declined by the leader, each by itself, on the page of the visit', async () => {
    const leader = await apiAs('truongdoan');
    const kept = await leader.sync.quarantined.query({ visitId });
    const quarantinedId = kept.find(({ action }) => action === 'evidence.attach')?.id ?? '';
    await leader.sync.declineQuarantined.mutate({
      id: uuidV7(),
      payload: { quarantinedId, reason: 'Ảnh chụp nhầm người.' },
    });
    const desk = await signIn(browser, 'truongdoan');
    await desk.goto(new URL(`/visits/${visitId}`, houseUrl()).href);
    const held = (words: string) => desk.locator('.held', { hasText: words });
    await held(admitted).getByText('không còn trong đoàn').waitFor();
    expect(await violations(desk)).toEqual([]);
    await picture(desk, 'kept-desk');
    await held(admitted).getByRole('button', { name: 'Nhận vào kết quả' }).click();
    await held(admitted)
      .getByText(/nhận vào kết quả/i)
      .waitFor();
    const focused = () => desk.evaluate(() => document.activeElement?.textContent);
    const decline = held(declined).getByRole('button', { name: 'Không nhận' });
    await decline.click();
    await held(declined).getByRole('button', { name: 'Hủy' }).click();
    await expect.poll(focused).toBe('Không nhận');
    await decline.click();
    await held(declined).getByLabel('Lý do không nhận').fill('Chưa có ai xác nhận.');
    await held(declined).getByRole('button', { name: 'Không nhận' }).last().click();
    await held(declined).getByText('Chưa có ai xác nhận.').waitFor();
    await desk.getByRole('heading', { name: 'Đã quyết định' }).waitFor();
    // The act is gone from the page; what it was about is not.
    await expect.poll(focused).toBe('Trả lời mục D06');
    await desk.context().close();
    const { answers } = await leader.visit.get.query({ visitId });
    expect(answers.map(({ itemCode, note: said }) => [itemCode, said])).toEqual([['D05', admitted]]);
  });

  it('is told on the tablet of its author, who sees the visit no longer', async () => {
    const { page: tablet } = author;
    await exchange(tablet, 'Có nội dung chưa được nhận');
    const counts = tablet.getByRole('table', { name: 'Xã Minh Thái' });
    await expect
      .poll(() => counts.locator('tr').first().innerText())
      .toMatch(/Chờ gửi\s+Đã nhận\s+Chưa nhận/);
    expect(await counts.getByRole('row', { name: /^Bản ghi/ }).innerText()).toMatch(/Bản ghi\s+0\s+1\s+2/);
    await tablet.getByText('“Chưa có ai xác nhận.”').waitFor();
    expect(await tablet.getByText(admitted).count()).toBe(0);
    expect(await violations(tablet)).toEqual([]);
    await picture(tablet, 'kept-told');
    const leave = tablet.getByRole('button', { name: 'Để lại trên máy' });
    await leave.first().click();
    await expect.poll(() => leave.count()).toBe(1);
    await leave.click();
    await tablet.getByRole('heading', { name: 'Không có gì chờ gửi' }).waitFor();
  });

  it('lets its photo go by the author’s word alone, says from when, and takes the word back', async () => {
    const { page: tablet } = author;
    const row = tablet.locator('.refused', { hasText: 'Ảnh chụp nhầm người.' });
    await row.getByRole('img').waitFor();
    await row.getByRole('button', { name: 'Bỏ ảnh, tệp khỏi máy' }).click();
    await row.getByText(/được gỡ khỏi máy từ ngày/).waitFor();
    await picture(tablet, 'let-go');
    expect(await violations(tablet)).toEqual([]);
    expect((await tabletRows(tablet)).files).toHaveLength(1);
    await row.getByRole('button', { name: 'Giữ lại ảnh, tệp' }).click();
    await row.getByRole('button', { name: 'Bỏ ảnh, tệp khỏi máy' }).waitFor();
  });
});
