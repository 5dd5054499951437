import type { Browser, BrowserContext, CDPSession, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { beginVisit, goTo, makeReady, openTablet } from '../tablet.ts';

let browser: Browser;
let tablet: BrowserContext;
let page: Page;
let screen: CDPSession;
let visitId = '';

/** Offline from the first touch on: nothing of this reaches the visits that other tests work at. */
beforeAll(async () => {
  browser = await launchBrowser();
  ({ context: tablet, page } = await openTablet(browser, 'kiemtra1'));
  screen = await tablet.newCDPSession(page);
  visitId = await makeReady(page, 'Lồng ghép');
  await tablet.setOffline(true);
  await beginVisit(page, visitId);
});

afterAll(async () => {
  await browser?.close();
});

const place = () => page.locator('.card-place');
const option = (name: string) =>
  page.locator('.card .kc-segment-option', { hasText: new RegExp(`^${name}$`) });

/** How many commands lie in the device's log. */
const logged = () =>
  page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('kycuong-field');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const counting = opening.result.transaction('commands').objectStore('commands').count();
          counting.onsuccess = () => {
            opening.result.close();
            resolve(counting.result);
          };
        };
      }),
  );

async function middleOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (box === null) throw new Error('not on the screen');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** A finger on the screen, which the browser itself makes a touch of; it may slide before it leaves. */
async function touch(locator: Locator, slide = 0): Promise<void> {
  // A new card takes no finger for half a second: the trial waits that out, and touches nothing.
  await locator.tap({ trial: true });
  const { x, y } = await middleOf(locator);
  await screen.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
  for (let moved = 0; moved < slide; moved += 20)
    await screen.send('Input.dispatchTouchEvent', {
      type: 'touchMove',
      touchPoints: [{ x, y: y - moved - 20 }],
    });
  await screen.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

describe('an answer by touch', () => {
  it('is none on a card that came less than half a second ago, but by the keys', async () => {
    await screen.send('Animation.enable');
    // The half second does not pass until the clock of the page goes on.
    await screen.send('Animation.setPlaybackRate', { playbackRate: 0 });
    await goTo(page, `/field/visit/${visitId}?item=M23`);
    await place().getByText('Mục M23').waitFor();
    const before = await logged();
    const { x, y } = await middleOf(option('Đạt'));
    await screen.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
    await screen.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await page.mouse.click(x, y);
    const guard = await page.evaluate(() =>
      document.getAnimations().map((one) => one.effect?.getComputedTiming().endTime),
    );
    expect(guard).toContain(500);
    expect(await page.locator('.card :checked').count()).toBe(0);
    // What is touched too early is not made up for later: the first command is that of the key.
    await page.locator('.card input[type=radio]').first().focus();
    await page.keyboard.press('Space');
    await expect.poll(logged).toBe(before + 1);
    await screen.send('Animation.setPlaybackRate', { playbackRate: 1 });
    await goTo(page, `/field/visit/${visitId}`);
    await expect.poll(() => page.locator('.card :checked').count()).toBe(0);
    await page.waitForTimeout(800);
    expect(await logged()).toBe(before + 1);
  });

  it('that is chosen already goes on as it would have, and writes nothing', async () => {
    await goTo(page, `/field/visit/${visitId}?item=M23`);
    await option('Đạt').locator(':checked').waitFor({ state: 'attached' });
    const before = await logged();
    await touch(option('Đạt'));
    await expect.poll(() => place().textContent()).not.toContain('Mục M23');
    await goTo(page, `/field/visit/${visitId}?item=M23`);
    await place().getByText('Mục M23').waitFor();
    await option('Đạt').click();
    await expect.poll(() => place().textContent()).not.toContain('Mục M23');
    expect(await logged()).toBe(before);
  });

  it('that is not in order stays with its item, at the first card as at any other', async () => {
    const [before, first] = [await logged(), await place().textContent()];
    await touch(option('Chưa đạt'));
    await option('Chưa đạt').locator(':checked').waitFor({ state: 'attached' });
    await expect.poll(logged).toBe(before + 1);
    // Longer than a card is glanced at before the next one comes.
    await page.waitForTimeout(800);
    const number = (text: string | null) => text?.match(/Mục (\S+)/)?.[1];
    expect(number(await place().textContent())).toBe(number(first));
  });

  it('is written once, and the card goes on', async () => {
    const [before, first] = [await logged(), await place().textContent()];
    await touch(option('Đạt'));
    await expect.poll(() => place().textContent()).not.toBe(first);
    await expect.poll(() => page.locator('.card :checked').count()).toBe(0);
    expect(await logged()).toBe(before + 1);
  });

  it.each([
    ['another answer', () => touch(option('Chưa đạt')), 'Chưa đạt'],
    ['undo', () => page.getByRole('button', { name: 'Hoàn tác' }).click(), null],
  ] as const)('is not gone on from where %s comes within the glance', async (_, act, left) => {
    const code = async () => (await place().textContent())?.match(/Mục (\S+)/)?.[1];
    await expect.poll(() => page.locator('.card :checked').count()).toBe(0);
    const [before, first] = [await logged(), await code()];
    await touch(option('Đạt'));
    await expect.poll(logged).toBe(before + 1);
    await act();
    await expect.poll(logged).toBe(before + 2);
    await page.waitForTimeout(800);
    expect(await code()).toBe(first);
    const chosen = page.locator('.card .kc-segment-option:has(:checked)');
    expect(await chosen.allTextContents()).toEqual(left === null ? [] : [left]);
    await touch(option('Đạt'));
    await expect.poll(code).not.toBe(first);
  });

  /** Nothing is written to the device's log until it is let go. */
  async function holdDisk(): Promise<() => Promise<void>> {
    await page.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open('kycuong-field');
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const log = opening.result.transaction('commands', 'readwrite').objectStore('commands');
            document.body.dataset.disk = 'held';
            const hold = () => {
              if (document.body.dataset.disk !== 'held') return opening.result.close();
              const counting = log.count();
              counting.onsuccess = hold;
            };
            hold();
            resolve();
          };
        }),
    );
    return () => page.evaluate(() => document.body.removeAttribute('data-disk'));
  }

  it.each([
    ['another answer', () => touch(option('Chưa đạt')), 2],
    ['another item', () => goTo(page, `/field/visit/${visitId}?item=M20`), 1],
  ] as const)('is not gone on from where the disk is slow and %s comes first', async (_, act, written) => {
    const code = async () => (await place().textContent())?.match(/Mục (\S+)/)?.[1];
    const before = await logged();
    const letGo = await holdDisk();
    await touch(option('Đạt'));
    await option('Đạt').locator(':checked').waitFor({ state: 'attached' });
    await act();
    await page.waitForTimeout(300);
    const here = await code();
    await letGo();
    await expect.poll(logged).toBe(before + written);
    await page.waitForTimeout(800);
    expect(await code()).toBe(here);
  });

  it('is taken by the finger that leaves, before the browser makes a click of it', async () => {
    await page.evaluate(() => {
      document.addEventListener('click', () => document.body.setAttribute('data-clicked', ''), true);
    });
    const before = await logged();
    await touch(option('Chưa đạt'));
    await option('Chưa đạt').locator(':checked').waitFor({ state: 'attached' });
    expect(await logged()).toBe(before + 1);
    expect(await page.locator('body[data-clicked]').count()).toBe(0);
  });

  it('is none where the finger slid', async () => {
    const before = await logged();
    await touch(option('Đạt'), 60);
    await touch(option('Đạt một phần'));
    await option('Đạt một phần').locator(':checked').waitFor({ state: 'attached' });
    expect(await logged()).toBe(before + 1);
  });

  it('keeps the note that is being written, and leaves it', async () => {
    const before = await logged();
    const note = page.getByLabel('Ghi chú');
    await note.tap();
    await note.fill('Thiếu chữ ký ở trang cuối.');
    await touch(option('Chưa đạt'));
    await option('Chưa đạt').locator(':checked').waitFor({ state: 'attached' });
    await expect.poll(logged).toBe(before + 2);
    expect(await note.evaluate((field) => field === document.activeElement)).toBe(false);
  });

  it('counts by the keys as well', async () => {
    const before = await logged();
    await page.locator('.card :checked').focus();
    await page.keyboard.press('ArrowLeft');
    await option('Đạt một phần').locator(':checked').waitFor({ state: 'attached' });
    await expect.poll(logged).toBe(before + 1);
  });
});
