import { type BrowserContext, type CDPSession, chromium, type Page } from 'playwright-core';
import { password } from './furnish.ts';

export const code = '284619';
export const slowdown = 4;
/** Ten inches, upright. */
export const tabletSize = { width: 820, height: 1180 } as const;

export interface Tablet {
  readonly context: BrowserContext;
  readonly page: Page;
  /** To the browser itself, past Playwright. */
  readonly session: CDPSession;
}

/** What the page notes of itself, in ms since its navigation began. */
interface Marks {
  lockAt?: number;
  submitAt?: number;
  listAt?: number;
  /** Touch to the end of the transaction that wrote the command. */
  answers: number[];
}

declare global {
  interface Window {
    benchMarks: Marks;
  }
}

/** Runs in the page before its own scripts. What it notes is seen from outside the app: elements, and IndexedDB itself. */
export function watch(): void {
  const marks: Marks = { answers: [] };
  window.benchMarks = marks;
  let touchedAt: number | undefined;
  /** When what the mutation put there has been painted. */
  const painted = (set: (at: number) => void) =>
    requestAnimationFrame(() => setTimeout(() => set(performance.now())));
  new MutationObserver(() => {
    if (marks.lockAt === undefined && document.querySelector('#unlock-code:enabled') !== null)
      painted((at) => {
        marks.lockAt ??= at;
      });
    if (marks.listAt === undefined && document.querySelector('.visit-row .visit-link') !== null)
      painted((at) => {
        marks.listAt ??= at;
      });
  }).observe(document, { childList: true, subtree: true, attributes: true });
  document.addEventListener(
    'submit',
    () => {
      marks.submitAt = performance.now();
    },
    true,
  );
  document.addEventListener(
    'pointerdown',
    (event) => {
      touchedAt = event.timeStamp;
    },
    true,
  );
  const open = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (stores, mode, options) {
    const transaction = open.call(this, stores, mode, options);
    const touch = touchedAt;
    if (mode === 'readwrite' && touch !== undefined && [stores].flat().includes('commands')) {
      touchedAt = undefined;
      transaction.addEventListener('complete', () => marks.answers.push(performance.now() - touch));
    }
    return transaction;
  };
}

/** Starts Chromium on a profile folder, as a tablet of ten inches. */
export async function startTablet(executablePath: string, profile: string): Promise<Tablet> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
    viewport: tabletSize,
    hasTouch: true,
    locale: 'vi-VN',
  });
  await context.addInitScript(watch);
  const page = context.pages()[0] ?? (await context.newPage());
  return { context, page, session: await context.newCDPSession(page) };
}

/** Runs in the page: how many records of colleagues lie on the device. */
async function countRecords(): Promise<number> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('kycuong-field');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const count = database.transaction('serverCommands').objectStore('serverCommands').count();
  await new Promise((resolve) => {
    count.onsuccess = resolve;
  });
  database.close();
  return count.result;
}

/** First sign-in on the device, until so many records lie on it and the app itself is held for offline. */
export async function signInTablet(
  { page }: Tablet,
  url: string,
  { username, records }: { readonly username: string; readonly records: number },
): Promise<void> {
  await page.goto(`${url}/field/`);
  await page.getByLabel('Tên đăng nhập').fill(username);
  await page.getByLabel('Mật khẩu').fill(password);
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await page.getByLabel('Mã mới', { exact: true }).fill(code);
  await page.getByLabel('Nhập lại mã mới').fill(code);
  await page.getByRole('button', { name: 'Đặt mã và tiếp tục' }).click();
  await page.locator('.visit-row').first().waitFor();
  while ((await page.evaluate(countRecords)) < records) await page.waitForTimeout(500);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
}

/** From here on without a network and with a slower processor. */
export async function slowAndOffline({ context, session }: Tablet): Promise<void> {
  await context.setOffline(true);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
}

/** The one place that knows how the lock is opened. */
export async function unlockTablet({ page }: Tablet): Promise<void> {
  const field = page.locator('#unlock-code');
  await field.fill(code);
  await field.press('Enter');
  await field.waitFor({ state: 'detached' });
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The line that is asked just now, and where the finger goes for "Đạt". */
export async function lineOf({ page }: Tablet): Promise<{ readonly code: string; readonly fits: Point }> {
  return page.evaluate(() => {
    const option = document.querySelector('.card .kc-segment-option');
    if (option === null) throw new Error('no line to answer');
    const { left, top, width, height } = option.getBoundingClientRect();
    const code = /M\d+/.exec(document.querySelector('.card-place')?.textContent ?? '')?.[0] ?? '';
    return { code, fits: { x: left + width / 2, y: top + height / 2 } };
  });
}

/**
 * A touch as the browser gets it from the screen, and nothing else: Playwright's own `tap` first asks the page whether it
 * may, which the slow processor would still be at when the finger comes.
 */
export async function touchAt({ session }: Tablet, point: Point): Promise<void> {
  await Promise.all([
    session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point] }),
    session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] }),
  ]);
}

export async function marksOf({ page }: Tablet): Promise<Marks> {
  return page.evaluate(() => window.benchMarks);
}
