import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { houseUrl } from '../house.ts';
import { exchange, goTo, goToItem, makeReady, openTablet, picture } from '../tablet.ts';
import { tabletRows } from '../tablet-rows.ts';
import { type Api, apiAs } from './api-as.ts';
import { signIn, violations } from './person.ts';
import { fromWord, paste, wordLine, wordText } from './word-paste.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
});

const long = `${'Tổ trực không có mặt. '.repeat(218).slice(0, 4790)}.`;

describe('what is pasted on the tablet', () => {
  let page: Page;
  let api: Api;
  let visitId = '';
  beforeAll(async () => {
    const tablet = await openTablet(browser, 'kiemtra1');
    page = tablet.page;
    visitId = await makeReady(page, 'Minh Thái');
    api = await apiAs('kiemtra1');
  });
  const field = (label: string) => page.getByLabel(label, { exact: true });
  const logged = async () => (await tabletRows(page)).commands.length;
  const noteAtServer = async (item: string) => {
    await exchange(page);
    const { answers } = await api.visit.get.query({ visitId });
    return answers.find(({ itemCode }) => itemCode === item)?.note;
  };

  it('into a note is saved without what nobody sees', async () => {
    await goToItem(page, visitId, 'M16');
    await paste(page, field('Ghi chú'), fromWord);
    await field('Ghi chú').blur();
    expect(await noteAtServer('M16')).toBe(wordText);
    expect(await page.locator('.not-saved').count()).toBe(0);
  });

  it('into a note and too long for it stays whole, says by how much, and is no command before it fits', async () => {
    await goToItem(page, visitId, 'M17');
    const before = await logged();
    await paste(page, field('Ghi chú'), long);
    const said = page.getByText('Thừa 791 ký tự (tối đa 4.000).');
    await said.waitFor();
    await field('Ghi chú').blur();
    await goToItem(page, visitId, 'M16');
    await goToItem(page, visitId, 'M17');
    await said.waitFor();
    expect(await field('Ghi chú').inputValue()).toBe(long);
    expect([await logged(), await page.locator('.not-saved').count()]).toEqual([before, 0]);
    expect(await violations(page)).toEqual([]);
    await picture(page, 'note-too-long');
    await goTo(page, '/field/outbox');
    const waiting = page.locator('.plain-rows > li', { hasText: 'mục M17' }).locator('.quoted');
    expect((await waiting.innerText()).length).toBeLessThan(200);
    await goToItem(page, visitId, 'M17');
    await paste(page, field('Ghi chú'), long.slice(0, 3900).normalize('NFD'));
    await page.getByText('3.900 / 4.000 ký tự').waitFor();
    await field('Ghi chú').blur();
    expect(await noteAtServer('M17')).toBe(long.slice(0, 3900).trim());
  });

  it('into a finding is saved, its summary on one line', async () => {
    await goTo(page, `/field/visit/${visitId}/findings`);
    await page.getByRole('button', { name: 'Thêm phát hiện' }).click();
    await paste(page, field('Tóm tắt'), fromWord);
    await paste(page, field('Mô tả'), fromWord);
    await page.locator('.form-foot').getByRole('button').click();
    await page.getByRole('heading', { level: 1, name: 'Phát hiện', exact: true }).waitFor();
    await exchange(page);
    const { foundThere } = await api.visit.get.query({ visitId });
    expect(foundThere).toContainEqual(expect.objectContaining({ title: wordLine, description: wordText }));
  });

  it('into a dossier is saved', async () => {
    await goTo(page, `/field/visit/${visitId}/dossiers`);
    await page.getByRole('button', { name: 'Thêm hồ sơ' }).click();
    await paste(page, page.locator('#code'), 'H40-\u000b12\u0003');
    await paste(page, page.locator('#procedure'), fromWord);
    await paste(page, page.locator('#note'), fromWord);
    for (const day of ['#receivedOn', '#completeOn', '#dueOn']) await page.locator(day).fill('02/11/2026');
    await page.locator('.form-foot').getByRole('button').click();
    await page.getByText(wordLine).waitFor();
    await exchange(page);
    const { dossiers } = await api.visit.get.query({ visitId });
    expect(dossiers.map(({ dossier }) => dossier)).toContainEqual(
      expect.objectContaining({ code: 'H40- 12', procedure: wordLine, note: wordText }),
    );
  });

  it('as the name of the device is one line', async () => {
    await goTo(page, '/field/outbox');
    await paste(page, page.locator('#device-label'), fromWord);
    await page.locator('.this-device').getByRole('button').click();
    await expect.poll(() => page.locator('#device-label').inputValue()).toBe(wordLine);
  });
});

describe('what is pasted into an answer at the console', () => {
  it('is kept by the draft, also what is too long to be sent', async () => {
    const page = await signIn(browser, 'chutich');
    const title = '9 hồ sơ đất đai quá hạn không có văn bản xin lỗi';
    await page.goto(new URL('/corrective-actions', houseUrl()).href);
    await page.getByRole('button', { name: title }).click();
    await page.getByRole('complementary', { name: 'Chi tiết yêu cầu' }).getByRole('link').last().click();
    const cause = page.getByLabel('1. Nguyên nhân');
    for (const [text, stands] of [
      [fromWord, wordText],
      [long + long, long + long],
    ] as const) {
      const kept = page.waitForResponse((answer) => answer.url().includes('correctiveAction.saveDraft'));
      await paste(page, cause, text);
      expect((await kept).status()).toBe(200);
      await page.reload();
      await cause.waitFor();
      expect(await cause.inputValue()).toBe(stands);
    }
    await page
      .getByText(`Thừa ${((long + long).trim().length - 5000).toLocaleString('vi')} ký tự (tối đa 5.000).`)
      .first()
      .waitFor();
    expect(await violations(page)).toEqual([]);
    await cause.fill('');
    await page.waitForResponse((answer) => answer.url().includes('correctiveAction.saveDraft'));
    await page.context().close();
  });
});
