import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { password } from './furnish.ts';

export const code = '284619';
export const slowdown = 4;
/** Ten inches, upright. */
export const tabletSize = { width: 820, height: 1180 } as const;

export interface Tablet {
  readonly context: BrowserContext;
  readonly page: Page;
}

/** What the page notes of itself, in ms since its navigation began. */
interface Marks {
  lockAt?: number;
  submitAt?: number;
  listAt?: number;
  /** Touch to the end of the transaction that wrote the command. */
  answers: number[];
  /** What kept the page from answering for longer than 50 ms. */
  longTasks: number[];
}

declare global {
  interface Window {
    benchMarks: Marks;
  }
}

/** Runs in the page before its own scripts. What it notes is seen from outside the app: elements, and IndexedDB itself. */
export function watch(): void {
  const marks: Marks = { answers: [], longTasks: [] };
  window.benchMarks = marks;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) marks.longTasks.push(duration);
  }).observe({ type: 'longtask' });
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
  return { context, page: context.pages()[0] ?? (await context.newPage()) };
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
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await page.getByLabel('Mã mới', { exact: true }).fill(code);
  await page.getByLabel('Nhập lại mã mới').fill(code);
  await page.getByRole('button', { name: 'Đặt mã và tiếp tục' }).click();
  await page.locator('.visit-row').first().waitFor();
  while ((await page.evaluate(countRecords)) < records) await page.waitForTimeout(500);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
}
