import type { Page } from 'playwright-core';

/** The page's process dies, with nothing told to it before; another page of the same browser is given. */
export async function crash(page: Page): Promise<Page> {
  const context = page.context();
  const crashed = page.waitForEvent('crash');
  const debuggingIt = await context.newCDPSession(page);
  void debuggingIt.send('Page.crash').catch(() => undefined);
  await crashed;
  await page.close();
  const another = await context.newPage();
  another.setDefaultTimeout(30_000);
  return another;
}
