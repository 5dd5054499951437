import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { houseUrl } from '../house.ts';
import { apiAs } from './api-as.ts';
import { signIn } from './person.ts';

let browser: Browser;
let conclusionId = '';
beforeAll(async () => {
  browser = await launchBrowser();
  const office = await apiAs('vanphong');
  const issued = await office.conclusion.list.query({ states: ['issued'] });
  conclusionId = issued.find(({ number }) => number === '118/TB-SNV')?.conclusionId ?? '';
});
afterAll(async () => {
  await browser?.close();
});

const at = (path: string) => new URL(path, houseUrl()).href;

/** The sizes of the pages in millimetres, as the printer gets them: they stand uncompressed in the file. */
async function printed(page: Page): Promise<string[]> {
  const file = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
  return [...file.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, ...sides]) =>
    sides.map((side) => Math.round((Number(side) / 72) * 25.4)).join(' × '),
  );
}

/** Whether anything of it is on the paper. */
const isShown = (page: Page, selector: string) => page.locator(selector).first().isVisible();
const linesOf = (page: Page, selector: string) =>
  page.locator(selector).evaluate((element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
  });

describe('the notice of a conclusion', () => {
  for (const language of ['vi', 'en'] as const)
    it(`is the same document on the screen and on paper, read in ${language}`, async () => {
      const page = await signIn(browser, 'vanphong');
      await page.evaluate((chosen) => localStorage.setItem('kycuong.language', chosen), language);
      await page.goto(at(`/conclusions/${conclusionId}`));
      const sheet = page.locator('.notice-sheet');
      await sheet.waitFor();
      expect(await sheet.getAttribute('lang')).toBe('vi');
      const onScreen = await sheet.innerText();
      for (const words of [
        'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
        'Kết luận kiểm tra việc chấp hành kỷ luật, kỷ cương hành chính',
        'I. KHÁI QUÁT',
        'Số: 118/TB-SNV',
        'GIÁM ĐỐC',
        'Lưu: VT, CCHC.',
      ])
        expect(onScreen).toContain(words);

      // The office reads the leader's report beside it.
      expect(await isShown(page, '.report-text')).toBe(true);

      await page.emulateMedia({ media: 'print' });
      expect(await sheet.innerText()).toBe(onScreen);
      expect(await linesOf(page, '.notice-nation')).toBe(1);
      for (const around of ['.skip-link', 'h1', '.kc-matter-facts', '.report-text', '.asked-of-units'])
        expect([around, await isShown(page, around)]).toEqual([around, false]);
      const pages = await printed(page);
      expect(pages.length).toBeGreaterThan(0);
      expect(new Set(pages)).toEqual(new Set(['210 × 297']));
      await page.context().close();
    });
});

describe('the board', () => {
  it('is printed whole, on A4 across, with the rows that the screen folds away', async () => {
    const page = await signIn(browser, 'lanhdao');
    await page.goto(at('/coverage'));
    const due = page.locator('section', { has: page.getByRole('heading', { name: 'Phải công bố lại' }) });
    await due.getByRole('button', { name: /^Xem thêm/ }).waitFor();
    const all = await due.locator('.due-list > li').count();
    const shown = due.locator('.due-list > li').filter({ visible: true });
    expect(await shown.count()).toBeLessThan(all);

    await page.emulateMedia({ media: 'print' });
    expect(await shown.count()).toBe(all);
    expect(await isShown(page, '.skip-link')).toBe(false);
    expect(await due.getByRole('button', { name: /^Xem thêm/ }).isVisible()).toBe(false);
    const pages = await printed(page);
    expect(new Set(pages)).toEqual(new Set(['297 × 210']));
    await page.context().close();
  });
});
