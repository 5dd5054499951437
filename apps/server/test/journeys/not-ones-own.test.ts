import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { houseUrl } from '../house.ts';
import { signIn, violations } from './person.ts';
import { watchErrors } from './watch-errors.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const administrators = [
  ...['/trail', '/security-log', '/accounts', '/accounts/new', '/accounts/import', '/devices'],
  ...['/units/import', '/units/import-lineage'],
];
const words = {
  vi: ['Bạn không có quyền làm việc này.', 'Về việc chờ tôi'],
  en: ['You are not allowed to do this.', 'To what is waiting for me'],
} as const;

/** What stands on the page beside the navigation: its headings, then what can be done there. */
async function shown(page: Page): Promise<string[]> {
  await page.locator('main h1').waitFor();
  return await page.locator('main :is(h1, h2, h3, a, button, input, table)').allTextContents();
}

describe('an address that is not one’s own says so alone, in the person’s language', () => {
  it.each([
    ['chutich', 'vi', [...administrators, '/coverage', '/rounds/new']],
    ['truongdoan', 'en', [...administrators, '/coverage']],
    ['quantri', 'vi', ['/rounds/new']],
  ] as const)('to %s', { timeout: 120_000 }, async (username, language, paths) => {
    const page = await signIn(browser, username);
    const errors = watchErrors(page);
    await page.evaluate((chosen) => localStorage.setItem('kycuong.language', chosen), language);
    for (const path of paths) {
      await page.goto(new URL(path, houseUrl()).href);
      expect(await shown(page), path).toEqual(words[language]);
    }
    expect(await violations(page)).toEqual([]);
    expect(errors).toEqual([]);
    await page.context().close();
  });
});
