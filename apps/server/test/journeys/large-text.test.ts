import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser.ts';
import {
  answerItem,
  goTo,
  goToItem,
  makeReady,
  openTablet,
  picture,
  takePhoto,
  typeNote,
  unlockTablet,
} from '../tablet.ts';

let browser: Browser;
let page: Page;
let visitId = '';
let wire: CDPSession;

beforeAll(async () => {
  browser = await launchBrowser();
  const tablet = await openTablet(browser, 'truongdoan');
  page = tablet.page;
  visitId = await makeReady(page, 'Quang Hưng');
  await tablet.context.setOffline(true);
  await goToItem(page, visitId, 'M11');
  await takePhoto(page);
  await page.locator('.photo img').waitFor();
  // Nothing that is written has to have spaces.
  const link = `https://dichvucong.ninhbinh.gov.vn/dichvucong/${'tracuuhosochitiet'.repeat(5)}?ma=000.37.H40`;
  await typeNote(page, `Xem ${link}`);
  await page.getByRole('button', { name: 'Thêm phát hiện' }).click();
  await page.getByLabel('Tóm tắt').fill(link);
  await page.getByLabel('Mô tả').fill(`Đã mở ${link}`);
  await page.getByRole('button', { name: 'Ghi phát hiện' }).click();
  await page.locator('.card-place').waitFor();
  // What a person sets as the size of text in the browser: twice the usual 16 px.
  wire = await tablet.context.newCDPSession(page);
});
afterAll(async () => {
  await browser?.close();
});

/** Each screen with something that no other has. */
const opened = {
  list: ['/field/', '.visit-row'],
  walk: ['?item=M11', '.card-place'],
  overview: ['/overview', 'h2:text("Bàn giao")'],
  team: ['/team', 'h2:text("Nội dung của từng người")'],
  findings: ['/findings', 'h1:text("Phát hiện")'],
  finding: ['/findings/new', '#title'],
  dossiers: ['/dossiers', 'h1:text("Lấy mẫu hồ sơ")'],
  dossier: ['/dossiers/new', 'h2:text("Tính quá hạn")'],
  settle: ['/settle', 'text=Không còn chỗ nào'],
  outbox: ['/field/outbox', '.meter-facts'],
} as const;

/** What of the screen is cut off, sticks out of it, or cannot be touched. */
function faults(): Promise<string[]> {
  return page.evaluate(() => {
    const found = new Set<string>();
    const name = (element: Element) =>
      `${element.tagName.toLowerCase()}.${element.className} “${(element.textContent ?? '').trim().slice(0, 40)}”`;
    // What is said to those who listen alone is a pixel wide.
    const isShown = (element: Element) =>
      element.checkVisibility() && element.closest('.kc-hidden') === null && element.clientWidth !== 1;
    if (document.documentElement.scrollWidth > innerWidth) found.add('the page scrolls sideways');
    for (const element of document.body.querySelectorAll('*')) {
      if (!isShown(element) || element.closest('svg') !== null) continue;
      const { left, right } = element.getBoundingClientRect();
      if (right > left && (left < -1 || right > innerWidth + 1)) found.add(`sticks out: ${name(element)}`);
      const { overflowX, overflowY, fontSize } = getComputedStyle(element);
      const holdsText = [...element.childNodes].some(
        (node) => node instanceof Text && node.data.trim() !== '',
      );
      // Nothing is smaller than 12 px where text has its usual size.
      if (holdsText && Number.parseFloat(fontSize) < 24) found.add(`stays small: ${name(element)}`);
      // A field that is typed into scrolls by itself.
      if (element instanceof HTMLInputElement) continue;
      if (overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1)
        found.add(`cut off: ${name(element)}`);
      if (/hidden|clip/.test(overflowY) && element.scrollHeight > element.clientHeight + 2)
        found.add(`cut below: ${name(element)}`);
    }
    for (const control of document.querySelectorAll('button, a[href], input, textarea, select')) {
      const target = control.closest('label') ?? control;
      if (!target.checkVisibility() || control.matches(':disabled')) continue;
      target.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { left, top, width, height } = target.getBoundingClientRect();
      const hit = document.elementFromPoint(left + width / 2, top + height / 2);
      if (hit === null || !(target.contains(hit) || hit.contains(target)))
        found.add(`out of reach: ${name(target)}`);
    }
    scrollTo(0, 0);
    return [...found];
  });
}

/** What a person sets as the size of text in the browser; 16 px is usual. */
const setText = (standard: number) =>
  wire.send('Page.setFontSizes', { fontSizes: { standard, fixed: Math.round(standard * 0.8) } });

/** Answers of the card, as it lies there without being scrolled, that no finger could reach; and how much of it can be read. */
const walkNow = () =>
  page.evaluate(() => {
    const options = [...document.querySelectorAll('.card .kc-segment-option')];
    const away = options.filter((option) => {
      const { left, right, top, bottom } = option.getBoundingClientRect();
      const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      return top < 0 || bottom > innerHeight || hit === null || !option.contains(hit);
    });
    const above = Math.min(...options.map((option) => option.getBoundingClientRect().top));
    const start = document.querySelector('.card-place')?.getBoundingClientRect().top ?? 0;
    return { away: away.length, all: options.length, read: above - start };
  });

describe('the walk', () => {
  it.each([
    [16, { width: 820, height: 1180 }],
    [16, { width: 390, height: 844 }],
    [16, { width: 844, height: 390 }],
    // A phone with its keyboard up, upright and lying.
    [16, { width: 390, height: 540 }],
    [16, { width: 844, height: 200 }],
    [32, { width: 820, height: 1180 }],
    [32, { width: 390, height: 844 }],
    [32, { width: 844, height: 390 }],
  ])('keeps the answers under the finger with text of %i px on %o', async (text, size) => {
    await setText(text);
    await page.setViewportSize(size);
    await goToItem(page, visitId, 'M12');
    await page.evaluate(() => scrollTo(0, 0));
    await expect.poll(walkNow).toMatchObject({ away: 0, all: 4 });
    // Of what is asked at least its first line can be read beside them.
    expect((await walkNow()).read).toBeGreaterThan(text * 3);
    await picture(page, `walk-${text}`);
    await goToItem(page, visitId, 'M11');
  });
});

/** Of a line that is answered as lacking, which bears more at its foot: its whole question, before anything is scrolled. */
const askedNow = () =>
  page.evaluate(() => {
    const asked = document.querySelector('.card h1');
    const note = document.querySelector('#note');
    if (asked === null || !(note instanceof HTMLElement)) return null;
    // An empty note is given the cursor, and then stands alone.
    note.blur();
    const isSeen = (element: Element) => {
      const { left, top, bottom } = element.getBoundingClientRect();
      return [top + 8, bottom - 8].every((y) => element.contains(document.elementFromPoint(left + 8, y)));
    };
    scrollTo(0, 0);
    document.querySelector('.card-scroll')?.scrollTo(0, 0);
    const question = isSeen(asked);
    note.scrollIntoView({ block: 'center', behavior: 'instant' });
    return { question, note: isSeen(note), wide: document.documentElement.scrollWidth - innerWidth };
  });

describe('a line that is answered as lacking', () => {
  it.each([
    [16, { width: 390, height: 844 }],
    [32, { width: 820, height: 1180 }],
    [32, { width: 390, height: 844 }],
    [32, { width: 844, height: 390 }],
  ])('can be read, question and note, with text of %i px on %o', async (text, size) => {
    await setText(text);
    await page.setViewportSize(size);
    await goToItem(page, visitId, 'M13');
    await answerItem(page, 'Chưa đạt');
    await page.locator('.card-raise').waitFor({ state: 'attached' });
    await expect.poll(askedNow).toEqual({ question: true, note: true, wide: 0 });
    if (text === 32) expect(await faults()).toEqual([]);
    await picture(page, `lacking-${text}`);
    await goToItem(page, visitId, 'M11');
  });
});

describe('text twice as large', () => {
  beforeAll(() => setText(32));

  it.each([
    { width: 820, height: 1180 },
    { width: 390, height: 844 },
    { width: 844, height: 390 },
  ])('cuts nothing off and hides no control at $width × $height', async (size) => {
    await page.setViewportSize(size);
    const wrong: string[] = [];
    for (const [screen, [path, ready]] of Object.entries(opened)) {
      await goTo(page, path.startsWith('/field') ? path : `/field/visit/${visitId}${path}`);
      await page.locator(ready).first().waitFor();
      wrong.push(...(await faults()).map((fault) => `${screen}: ${fault}`));
      await picture(page, `large-${screen}`);
    }
    expect(wrong).toEqual([]);
  });

  it('opens the settings and the lock as well', async () => {
    await goTo(page, '/field/');
    await page.getByRole('button', { name: 'Tài khoản và cài đặt' }).click();
    await page.locator('.person-menu').waitFor();
    expect(await faults()).toEqual([]);
    await picture(page, 'large-menu');
    await page.getByRole('button', { name: 'Khóa', exact: true }).click();
    await page.locator('#unlock-code').waitFor();
    expect(await faults()).toEqual([]);
    await picture(page, 'large-lock');
    await unlockTablet(page);
  });
});
