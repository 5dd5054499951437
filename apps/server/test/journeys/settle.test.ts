import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { crash } from '../crash.ts';
import { houseUrl } from '../house.ts';
import {
  answerItem,
  exchange,
  goTo,
  makeReady,
  openTablet,
  reloadTablet,
  type Tablet,
  unlockTablet,
  writeNote,
} from '../tablet.ts';
import { apiAs } from './api-as.ts';
import { violations } from './person.ts';
import { watchErrors } from './watch-errors.ts';
import { pasteFromWord } from './word-paste.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
});

let visitId = '';

/** A tablet in a person's hands with the visit made ready, and the network cut. */
async function openOffline(username: string, unit = 'Quang Hưng'): Promise<Tablet> {
  const tablet = await openTablet(browser, username);
  visitId = await makeReady(tablet.page, unit);
  await tablet.context.setOffline(true);
  return tablet;
}

const to = ({ page }: Tablet, place: string) => goTo(page, `/field/visit/${visitId}${place}`);

async function answer(tablet: Tablet, item: string, result: string, note: string): Promise<void> {
  await to(tablet, `?item=${item}`);
  await writeNote(tablet.page, note);
  await answerItem(tablet.page, result);
}

/** Sends and pulls what there is. */
async function exchangeAll({ context, page }: Tablet): Promise<void> {
  await context.setOffline(false);
  await exchange(page);
}

const item = 'M14';
const card = (page: Page, part: string) =>
  page.getByRole('region', { name: new RegExp(`^${item} .*${part}$`) });

describe('two inspectors answer the same line differently, without a network', () => {
  let leader: Tablet;
  let inspector: Tablet;
  /** Of the page after the kill. */
  const errorsAfter: string[][] = [];

  it('neither is lost: the second to arrive is told, both are kept', async () => {
    inspector = await openOffline('kiemtra1');
    leader = await openOffline('truongdoan');
    await answer(inspector, item, 'Chưa đạt', 'Còn 14 văn bản đi chưa ký số, đã xem tại quầy 3.');
    await answer(leader, item, 'Đạt một phần', 'Còn 15 văn bản đi chưa ký số, đã xem tại quầy 3.');
    await exchangeAll(inspector);
    await exchangeAll(leader);
    const { conflicts } = await (await apiAs('truongdoan')).visit.get.query({ visitId });
    expect(conflicts.map(({ itemCode, field }) => [itemCode, field])).toEqual([
      [item, 'conformity'],
      [item, 'note'],
    ]);
  });

  it('the leader is led to them, sees both side by side with who wrote what, and closes nothing before', async () => {
    const { page } = leader;
    await to(leader, '/overview');
    await page.getByText('2 chỗ được ghi khác nhau').waitFor();
    await page.getByRole('link', { name: 'Xem và chọn' }).click();
    const note = card(page, 'Ghi chú');
    await note.getByText('Còn 14 văn bản').waitFor();
    await note.getByText('Vũ Hoài Thu').waitFor();
    await note.getByText('máy này').waitFor();
    expect(await note.locator('mark').allTextContents()).toEqual(expect.arrayContaining(['14', '15']));
    expect(await violations(page)).toEqual([]);
  });

  it('chooses without a network, takes it back, chooses again and writes another', async () => {
    const { context } = leader;
    let { page } = leader;
    await context.setOffline(true);
    const kept = card(page, 'Kết quả').locator('.settle-version', { hasText: 'Chưa đạt' });
    await kept.getByRole('button', { name: 'Chọn bản này' }).click();
    await page.getByText('Còn 1 chỗ').waitFor();
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await page.getByText('Còn 2 chỗ').waitFor();
    expect(await card(page, 'Kết quả').locator('.settle-version').count()).toBe(2);
    await kept.getByText('Vũ Hoài Thu').waitFor();
    await kept.getByRole('button', { name: 'Chọn bản này' }).click();
    let note = card(page, 'Ghi chú');
    await note.getByRole('button', { name: 'Ghi nội dung khác' }).click();
    await note.getByLabel('Ghi chú').fill('');
    await note.getByLabel('Ghi chú').tap();
    for (const part of ['Còn 14 văn bản ', 'đi chưa ký số;\n', 'đã đếm lại cùng nhau. ']) {
      await page.keyboard.type(part, { delay: 30 });
      await page.waitForTimeout(600);
    }
    const words = 'Còn 14 văn bản đi chưa ký số;\nđã đếm lại cùng nhau. ';
    expect(await note.getByLabel('Ghi chú').inputValue()).toBe(words);
    page = await crash(page);
    leader = { ...leader, page };
    errorsAfter.push(watchErrors(page));
    await page.goto(new URL(`/field/visit/${visitId}/settle`, houseUrl()).href);
    await unlockTablet(page);
    note = card(page, 'Ghi chú');
    await note.getByRole('button', { name: 'Ghi nội dung khác' }).click();
    expect(await note.getByLabel('Ghi chú').inputValue()).toBe(words);
    await pasteFromWord(page, note.getByLabel('Ghi chú'));
    await note.getByLabel('Ghi chú').fill(words);
    await note.getByRole('button', { name: 'Dùng nội dung này' }).click();
    await page.getByText('Không còn chỗ nào được ghi khác nhau').waitFor();
    await reloadTablet(page);
    await page.getByText('Không còn chỗ nào được ghi khác nhau').waitFor();
  });

  it('the other sees that it is with the leader, and after pulling the leader’s word; so does the server', async () => {
    await exchangeAll(inspector);
    await to(inspector, '/overview');
    await inspector.page.getByRole('link', { name: 'Xem các bản' }).click();
    await inspector.page.getByText('Trưởng đoàn Nguyễn Đức Thịnh sẽ chọn').waitFor();
    expect(await inspector.page.getByRole('button', { name: 'Chọn bản này' }).count()).toBe(0);
    await exchangeAll(leader);
    await exchangeAll(inspector);
    await to(inspector, `?item=${item}`);
    await expect
      .poll(() => inspector.page.getByLabel('Ghi chú').inputValue())
      .toBe('Còn 14 văn bản đi chưa ký số;\nđã đếm lại cùng nhau.');
    await to(inspector, '/settle');
    await inspector.page.getByText('Không còn chỗ nào được ghi khác nhau').waitFor();
    const visit = await (await apiAs('truongdoan')).visit.get.query({ visitId });
    expect(visit.conflicts).toEqual([]);
    expect(visit.answers.find(({ itemCode }) => itemCode === item)).toMatchObject({
      conformity: 'nonconform',
      note: 'Còn 14 văn bản đi chưa ký số;\nđã đếm lại cùng nhau.',
    });
    expect(
      [leader.errors, inspector.errors, ...errorsAfter]
        .flat()
        .filter((error) => !/ERR_INTERNET_DISCONNECTED/.test(error)),
    ).toEqual([]);
  });
});

describe('several inspectors at one visit', () => {
  it('the leader divides the sections without a network; each goes through their own first', async () => {
    const leader = await openOffline('truongdoan');
    const { page } = leader;
    await to(leader, '/team');
    const section = page.getByLabel('Người làm phần Một cửa: hồ sơ');
    await section.selectOption({ label: 'Bùi Thế Anh' });
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await expect.poll(() => section.inputValue()).toBe('');
    await section.selectOption({ label: 'Vũ Hoài Thu' });
    expect(await violations(page)).toEqual([]);
    await exchangeAll(leader);

    const inspector = await openOffline('kiemtra1');
    await to(inspector, '?item=M02');
    await inspector.page
      .locator('.rail-row', { hasText: 'Một cửa: hồ sơ' })
      .getByText('Phần của tôi')
      .waitFor();
    await inspector.page.getByRole('button', { name: 'Để sau' }).click();
    await inspector.page.locator('.card-place', { hasText: 'Mục M10' }).waitFor();
    const { sectionTakers } = await (await apiAs('truongdoan')).visit.get.query({ visitId });
    expect(sectionTakers.filter(({ accountId }) => accountId !== null)).toHaveLength(1);
  });

  it('says plainly of whom nothing has come', async () => {
    const leader = await openOffline('truongdoan', 'Ninh Giang');
    await to(leader, '/team');
    await leader.page.getByText('Chưa nhận được gì từ Vũ Hoài Thu').waitFor();
  });
});
