import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { houseUrl } from '../house.ts';
import { signIn, violations } from './person.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
});

const desk = { width: 1440, height: 900 };
const tablet = { width: 820, height: 1180 };
const phone = { width: 390, height: 844 };

/** Neighbours have no language, light and window in common. */
const looks = [
  { language: 'vi', colorScheme: 'light', size: desk },
  { language: 'en', colorScheme: 'dark', size: phone },
  { language: 'vi', colorScheme: 'light', size: tablet },
  { language: 'en', colorScheme: 'dark', size: desk },
  { language: 'vi', colorScheme: 'light', size: phone },
  { language: 'en', colorScheme: 'dark', size: tablet },
  { language: 'en', colorScheme: 'light', size: desk },
  { language: 'vi', colorScheme: 'dark', size: phone },
  { language: 'en', colorScheme: 'light', size: tablet },
  { language: 'vi', colorScheme: 'dark', size: desk },
  { language: 'en', colorScheme: 'light', size: phone },
  { language: 'vi', colorScheme: 'dark', size: tablet },
] as const;
type Look = (typeof looks)[number];

/** How often each kind of screen was looked at, by whomever; kinds begin at different looks. */
const seen = new Map<string, number>();

/** Two looks for the first person who opens a kind of screen, the next one for each after. */
function nextLooks(kind: string): Look[] {
  const before = seen.get(kind);
  const count = before === undefined ? 2 : 1;
  const begin = before ?? seen.size * 2;
  seen.set(kind, begin + count);
  return Array.from({ length: count }, (_, step) => looks[(begin + step) % looks.length] ?? looks[0]);
}

/** Who goes where: the number of places in the navigation, and the kinds of pages that are found below them. */
const personas = [
  [
    'quantri',
    8,
    [
      '/checklists/:id',
      '/units/:id',
      '/units/import',
      '/accounts/:id',
      '/accounts/new',
      '/accounts/import',
      '/security-log',
    ],
  ],
  [
    'lanhdao',
    7,
    ['/corrective-actions/:id', '/rounds/:id', '/conclusions/:id', '/quality-systems/:id', '/units/:id'],
  ],
  [
    'vanphong',
    8,
    ['/corrective-actions/:id', '/rounds/:id', '/rounds/new', '/visits/:id', '/conclusions/:id'],
  ],
  ['truongdoan', 4, ['/corrective-actions/:id', '/rounds/:id', '/visits/:id', '/conclusions/:id']],
  ['chutich', 4, ['/corrective-actions/:id', '/rounds/:id', '/quality-systems/:id']],
  [
    'iso',
    4,
    ['/quality-systems/:id', '/quality-systems/:id/audit', '/quality-systems/:id/review', '/units/:id'],
  ],
] as const;

const kindOf = (path: string) => path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id');

/** Paths of the console that the selected links lead to, without the tablet's and the server's own. */
async function pathsOf(page: Page, links: string): Promise<string[]> {
  const hrefs = await page
    .locator(links)
    .evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? ''));
  const paths = hrefs.map((href) => new URL(href, page.url()).pathname);
  return [...new Set(paths.filter((path) => !/^\/(field|api)\b/.test(path)))];
}

/** Opens a path and waits until nothing is loading any more. */
async function open(page: Page, path: string): Promise<void> {
  await page.goto(new URL(path, houseUrl()).href);
  await page.locator('main h1').waitFor();
  await page.waitForFunction(
    () => document.querySelector('.mantine-Skeleton-root, [aria-busy="true"], .kc-loading') === null,
  );
}

async function look(page: Page, { language, colorScheme, size }: Look): Promise<void> {
  await page.setViewportSize(size);
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await page.evaluate((chosen) => localStorage.setItem('kycuong.language', chosen), language);
}

/** What is wrong with the screen as it stands. */
async function faults(page: Page, { language, colorScheme }: Look): Promise<string[]> {
  const seen = await page.evaluate(() => ({
    language: document.documentElement.lang,
    scheme: document.documentElement.dataset.mantineColorScheme,
    title: document.title,
    heading: document.querySelector('main h1')?.textContent ?? '',
    wider: document.documentElement.scrollWidth - window.innerWidth,
    // `innerText`: only what is seen, line by line.
    lines: document.body.innerText.split('\n').map((line) => line.trim()),
  }));
  const untranslated = seen.lines.filter((line) => /^[a-z-]+:[a-z-]+|^[a-z]+(-[a-z]+)+$|\{\{/.test(line));
  return [
    seen.language !== language && `speaks ${seen.language}`,
    seen.scheme !== colorScheme && `is ${seen.scheme}`,
    !/^\S.* · Kỷ Cương$/.test(seen.title) && `has the title ${seen.title}`,
    seen.heading === '' && 'has no heading',
    seen.wider > 0 && `is ${seen.wider} px wider than its window`,
    ...untranslated.map((line) => `untranslated: ${line}`),
    ...(await violations(page)),
  ].filter((fault) => fault !== false);
}

describe('every screen is whole, in either language, light and dark, at a desk and on the go', () => {
  it.concurrent.each(personas)(
    'for %s',
    async (username, places, below) => {
      const page = await signIn(browser, username);
      const wrong: string[] = [];
      let where = '';
      page.on('pageerror', (error) => wrong.push(`${where} error: ${error.message}`));
      page.on('console', (message) => {
        if (message.type() === 'error') wrong.push(`${where} console: ${message.text()}`);
      });
      await page.addInitScript(() =>
        document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
          console.error(`${violatedDirective} blocks ${blockedURI}`),
        ),
      );
      const waiting = await pathsOf(page, 'nav a');
      expect(waiting).toHaveLength(places);
      const kinds = new Set(waiting.map(kindOf));
      for (const path of waiting) {
        for (const each of nextLooks(kindOf(path))) {
          where = `${kindOf(path)} ${Object.values(each.size).join('×')} ${each.language} ${each.colorScheme}`;
          await look(page, each);
          await open(page, path);
          wrong.push(...(await faults(page, each)).map((fault) => `${where} ${fault}`));
        }
        for (const next of await pathsBelow(page))
          if (!kinds.has(kindOf(next))) {
            kinds.add(kindOf(next));
            waiting.push(next);
          }
      }
      expect(wrong).toEqual([]);
      expect([...kinds]).toEqual(expect.arrayContaining([...below]));
      await page.context().close();
    },
    240_000,
  );
});

/** Where the page leads: its links and, where rows can be opened, what the first one opens. */
async function pathsBelow(page: Page): Promise<string[]> {
  const { pathname } = new URL(page.url());
  const own = await pathsOf(page, 'main a[href]');
  const row = page.locator('main .kc-row-button').first();
  if ((await row.count()) === 0) return own;
  await row.click();
  await page.waitForFunction(
    (before) =>
      location.pathname !== before || document.querySelector('.kc-panel:not(:has(.kc-loading)) h2') !== null,
    pathname,
  );
  return [...own, new URL(page.url()).pathname, ...(await pathsOf(page, '.kc-panel a[href]'))];
}
