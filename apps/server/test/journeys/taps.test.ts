import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { beginVisit, makeReady, openTablet, type Tablet } from '../tablet.ts';

const most = 1.4;
const counted = 12;
const faulty = 9;

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
});

/** Every finger that comes down on the screen, as the page itself is told; keys are no touches. */
async function countTaps(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    document.body.dataset.taps = '0';
    addEventListener(
      'pointerdown',
      ({ isTrusted, pointerType }) => {
        if (!isTrusted || pointerType !== 'touch') throw new Error('no finger');
        document.body.dataset.taps = String(Number(document.body.dataset.taps) + 1);
      },
      true,
    );
  });
  return async () => Number(await page.evaluate(() => document.body.dataset.taps));
}

const option = (page: Page, result: string) =>
  page.locator('.card .kc-segment-option', { hasText: new RegExp(`^${result}$`) });

/** Answers all that is asked, in the order in which it is asked: counts of 2 first, then every fourth line with a fault. */
async function answerAll(page: Page): Promise<number> {
  const left = { counts: counted, faults: faulty };
  const codeNow = async () => /Mục (\S+)/.exec((await page.locator('.card-place').textContent()) ?? '')?.[1];
  const note = page.getByLabel('Ghi chú');
  let items = 0;
  for (let code: string | undefined; ; ) {
    await expect.poll(codeNow).not.toBe(code);
    code = await codeNow();
    items += 1;
    const counts = (await page.locator('.item-count').count()) > 0;
    if (counts && left.counts > 0) {
      left.counts -= 1;
      const two = page.locator('.item-count').getByRole('button', { name: '2', exact: true });
      if ((await two.count()) > 0) await two.tap();
      else for (let tap = 0; tap < 2; tap += 1) await page.getByRole('button', { name: 'Thêm một' }).tap();
      await expect.poll(() => page.locator('.item-count input').inputValue()).toBe('2');
    } else if (items % 4 === 0 && left.faults > 0) {
      left.faults -= 1;
      await option(page, 'Chưa đạt').tap();
      await option(page, 'Chưa đạt').locator(':checked').waitFor({ state: 'attached' });
      const typing = () => note.evaluate((field) => field === document.activeElement);
      // Whether it is ready to be typed into by itself; a person who sees no caret taps the field.
      if (
        !(await expect
          .poll(typing, { timeout: 2_000 })
          .toBe(true)
          .then(
            () => true,
            () => false,
          ))
      )
        await note.tap();
      await page.keyboard.type('Thiếu.');
      await page.locator('.walk-steps button').last().tap();
      continue;
    }
    await option(page, 'Đạt').tap();
    const all = await page.locator('.card-place').textContent();
    if (/Đã trả lời (\d+)\/\1$/.test(all ?? '') || items === 67) break;
  }
  expect(left).toEqual({ counts: 0, faults: 0 });
  return items;
}

describe('a visit of 67 items: 46 plain, 12 counts of 2, 9 faults with a note', () => {
  it.each([
    ['a tablet', 'Ninh Giang', { width: 820, height: 1180 }],
    ['a phone', 'Cát Thành', { width: 390, height: 844 }],
  ] as const)(`takes at most ${most} taps an item on %s`, async (_, unit, viewport) => {
    const { page, context }: Tablet = await openTablet(browser, 'truongdoan', { viewport });
    const visitId = await makeReady(page, unit);
    await context.setOffline(true);
    await beginVisit(page, visitId);
    const taps = await countTaps(page);
    const items = await answerAll(page);
    expect(items).toBe(67);
    await page.getByText('Đã trả lời đủ 67 mục').waitFor();
    const each = (await taps()) / items;
    console.info(`${unit}: ${await taps()} taps for ${items} items, ${each.toFixed(2)} an item`);
    expect(each).toBeLessThanOrEqual(most);
    await context.close();
  });
});
