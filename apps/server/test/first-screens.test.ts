import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { houseUrl } from './house.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
});

test.each(['/', '/field/'])(
  '%s shows its first screen without an error and without a script of another',
  async (path) => {
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    const answer = await page.goto(new URL(path, houseUrl()).href);
    expect(answer?.status()).toBe(200);
    await page.getByRole('button').first().waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('vi');
    expect(errors).toEqual([]);
    await page.close();
  },
);

test('the house is healthy and says that it tells the demo story', async () => {
  expect(await (await fetch(new URL('/health', houseUrl()))).json()).toEqual({ status: 'ok' });
  const session = await fetch(new URL('/api/trpc/access.session', houseUrl()));
  const nobody = { account: null, passwordToSet: false, codeToEnter: false, factorToEnrol: false };
  expect(await session.json()).toEqual({ result: { data: { demo: true, device: null, ...nobody } } });
});
