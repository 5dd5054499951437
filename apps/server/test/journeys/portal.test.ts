import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { type ChangingHost, type Meddling, openChangingHost, portalPage } from '../changing-host.ts';
import { buildModules, builtToday } from '../earlier-build.ts';
import { goTo, makeReady, openTablet, type Tablet, unlockTablet } from '../tablet.ts';

let folder: string;
let browser: Browser;
let host: ChangingHost;
let tablet: Tablet;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kycuong-cong-'));
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
});
afterEach(async () => {
  await tablet.context.close();
  await host.close();
});

/** Answers for half of the app's screens with a page of its own. */
const portal: Meddling = ({ url = '' }) =>
  /^\/field\/assets\/(overview|outbox|finding-|dossier-)[^/]*\.js/.test(url) ? portalPage : null;
const through: Meddling = () => null;

const failed = (page: Page) => page.getByText('Màn hình này gặp sự cố');

/** Opens every screen that a visit has, and the outbox. */
async function openAll(page: Page, visitId: string): Promise<void> {
  for (const [path, words] of [
    [`visit/${visitId}/overview`, 'Tổng quan'],
    [`visit/${visitId}/dossiers`, 'Thêm hồ sơ'],
    [`visit/${visitId}/findings`, 'Chưa có phát hiện'],
    [`visit/${visitId}/team`, 'Ai làm phần nào'],
    ['outbox', 'Gửi ngay'],
  ] as const) {
    await goTo(page, `/field/${path}`);
    await page.getByText(words).first().waitFor();
  }
}

async function openWithoutNetwork(page: Page, visitId: string): Promise<void> {
  await tablet.context.setOffline(true);
  await page.goto(new URL('/field/', host.url).href);
  await unlockTablet(page);
  await openAll(page, visitId);
}

/** Puts something else in the place of files that the device holds. */
const damage = (page: Page, files: string, type = 'text/html') =>
  page.evaluate(
    async ([pattern, contentType]) => {
      const name = (await caches.keys()).find((one) => one.startsWith('kycuong-precache-')) ?? '';
      const cache = await caches.open(name);
      const portal = '<!doctype html><title>Wi-Fi</title><p>Đăng nhập mạng';
      for (const { url } of await cache.keys())
        if (new RegExp(pattern).test(url))
          await cache.put(url, new Response(portal, { headers: { 'content-type': contentType } }));
    },
    [files, type] as const,
  );

describe('a portal that answers for scripts with a page of its own', () => {
  it('leaves nothing of it in an app that is installed meanwhile, which is ready once the portal is gone', async () => {
    host = await openChangingHost();
    await host.serve(builtToday);
    host.meddle(portal);
    tablet = await openTablet(browser, 'kiemtra1', { house: host.url });
    const { page } = tablet;
    await goTo(page, '/field/outbox');
    await failed(page).waitFor();
    await goTo(page, '/field/');
    const row = page.locator('.visit-row', { hasText: 'Minh Thái' }).first();
    await row.getByRole('button', { name: 'Tải về để làm ngoại tuyến' }).click();
    await row.getByText('Chưa tải được').waitFor();
    expect(await page.getByText('Sẵn sàng ngoại tuyến').count()).toBe(0);
    host.meddle(through);
    // A screen that failed is asked for anew, past what the browser kept of the portal.
    await goTo(page, '/field/outbox');
    await page.getByRole('button', { name: 'Mở lại' }).click();
    await unlockTablet(page);
    await page.getByText('Gửi ngay').waitFor();
    await goTo(page, '/field/');
    const visitId = await makeReady(page, 'Minh Thái');
    await openAll(page, visitId);
    await openWithoutNetwork(page, visitId);
  });

  it('what an earlier version took in of it is gone with the next one, without a choice', async () => {
    host = await openChangingHost();
    await host.serve(await buildModules(folder));
    host.meddle(portal);
    tablet = await openTablet(browser, 'kiemtra1', { house: host.url });
    const { page } = tablet;
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    host.meddle(through);
    await goTo(page, '/field/outbox');
    await failed(page).waitFor();
    await host.serve(builtToday);
    await page.reload();
    // The next version notes this as it takes over.
    await page.evaluate(async () => {
      while (!(await caches.match('/field/pages-before'))) await new Promise((next) => setTimeout(next, 50));
    });
    await page.reload();
    await unlockTablet(page);
    await goTo(page, '/field/');
    const visitId = await makeReady(page, 'Minh Thái');
    await openWithoutNetwork(page, visitId);
    const earlier = () =>
      page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith('workbox-')));
    await expect.poll(earlier).toEqual([]);
  });

  it('what is damaged later is not said to be ready, and is put right where it can be', async () => {
    host = await openChangingHost();
    await host.serve(builtToday);
    tablet = await openTablet(browser, 'kiemtra1', { house: host.url });
    const { page } = tablet;
    const visitId = await makeReady(page, 'Minh Thái');
    await damage(page, 'assets/(overview|outbox)');
    await tablet.context.setOffline(true);
    await page.goto(new URL('/field/', host.url).href);
    await unlockTablet(page);
    await page.getByText('Chưa sẵn sàng khi mất mạng').first().waitFor();
    await tablet.context.setOffline(false);
    await page.getByText('Sẵn sàng ngoại tuyến').first().waitFor();
    await openWithoutNetwork(page, visitId);
    // The address without its last slash is the same app.
    await page.goto(new URL('/field', host.url).href);
    await unlockTablet(page);
    expect(new URL(page.url()).pathname).toBe('/field/');
  });

  it.each([
    ['the page', 'index\\.html$'],
    ['the first script', 'assets/index-[^/]*\\.js$'],
    ['the first script, under its type', 'assets/index-[^/]*\\.js$', 'text/javascript'],
    ['every script', '\\.js$'],
  ])(
    'does not keep shut an app in which it stands for %s: it opens with a network, then without one',
    async (_, files, type?: string) => {
      host = await openChangingHost();
      await host.serve(builtToday);
      tablet = await openTablet(browser, 'kiemtra1', { house: host.url });
      const { page } = tablet;
      const visitId = await makeReady(page, 'Minh Thái');
      await damage(page, files, type);
      await page.reload();
      await unlockTablet(page);
      await page.getByText('Sẵn sàng ngoại tuyến').first().waitFor();
      await openWithoutNetwork(page, visitId);
    },
  );

  it('is not shown of what the device holds: without a network nothing is, and with one the app is there', async () => {
    host = await openChangingHost();
    await host.serve(builtToday);
    tablet = await openTablet(browser, 'kiemtra1', { house: host.url });
    const { page } = tablet;
    await makeReady(page, 'Minh Thái');
    await damage(page, 'index\\.html$');
    await tablet.context.setOffline(true);
    await page.reload().catch(() => undefined);
    expect(await page.getByText('Đăng nhập mạng').count()).toBe(0);
    await tablet.context.setOffline(false);
    await page.goto(new URL('/field/', host.url).href);
    await unlockTablet(page);
  });
});
