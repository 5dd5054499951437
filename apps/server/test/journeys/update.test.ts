import { createHash } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { type ChangingHost, openChangingHost } from '../changing-host.ts';
import { buildModules, builtToday as today } from '../earlier-build.ts';
import {
  exchange,
  goTo,
  goToItem,
  makeReady,
  openTablet,
  picture,
  reloadTablet,
  type Tablet,
  unlockTablet,
  writeNote,
} from '../tablet.ts';
import { tabletRows } from '../tablet-rows.ts';
import { apiAs } from './api-as.ts';
import { violations } from './person.ts';

const notes = ['Ghi trước khi có bản mới.', 'Ghi khi bản mới đang chờ.', 'Ghi ở bản mới.'] as const;
let folder: string;
let host: ChangingHost;
let browser: Browser;
let tablet: Tablet;
let page: Page;
let visitId = '';

/** A later build: another page, and scripts of other names. */
async function laterBuild(name: string): Promise<string> {
  const out = join(folder, name);
  await cp(today, out, { recursive: true });
  const files = await readdir(out, { recursive: true });
  const renamed = (await readdir(join(out, 'assets'))).filter((file) => file.endsWith('.js'));
  for (const file of files.filter((path) => /\.(js|html)$/.test(path))) {
    const text = await readFile(join(out, file), 'utf8');
    const changed = renamed
      .reduce((changing, script) => changing.replaceAll(script, `${name}-${script}`), text)
      .replace('<html', `<html data-build="${name}"`);
    await writeFile(join(out, file), changed);
  }
  for (const script of renamed)
    await rename(join(out, 'assets', script), join(out, 'assets', `${name}-${script}`));
  // Its worker knows each file by its hash.
  const worker = await readFile(join(out, 'sw.js'), 'utf8');
  const [list = ''] = /\[\{"integrity".*?\}\]/s.exec(worker) ?? [];
  const known: { url: string; integrity?: string }[] = JSON.parse(list);
  for (const file of known) {
    const bytes = await readFile(join(out, file.url));
    file.integrity = `sha256-${createHash('sha256').update(bytes).digest('base64')}`;
  }
  await writeFile(join(out, 'sw.js'), worker.replace(list, JSON.stringify(known)));
  return out;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kycuong-ban-moi-'));
  host = await openChangingHost();
  await host.serve(await buildModules(folder));
  browser = await launchBrowser();
  tablet = await openTablet(browser, 'kiemtra1', { house: host.url });
  page = tablet.page;
  visitId = await makeReady(page, 'Minh Thái');
});
afterAll(async () => {
  await browser?.close();
  await host?.close();
  await rm(folder, { recursive: true, force: true });
});

const runs = (of: Page) =>
  of.evaluate(() => ({
    modules: document.querySelector('script[type=module]') !== null,
    build: document.documentElement.dataset.build,
  }));
const modules = { modules: true, build: undefined };
const logged = async () => (await tabletRows(page)).commands.length;
const offered = (on: Page) => on.getByText('Đã có bản mới của ứng dụng.');

/** Lets the app be looked at again, which is when it asks; waits until the newer one lies on the device. */
async function findUpdate(): Promise<void> {
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const before = registration.waiting;
    document.dispatchEvent(new Event('visibilitychange'));
    while (registration.waiting === null || registration.waiting === before)
      await new Promise(requestAnimationFrame);
  });
}

async function switchOver(): Promise<void> {
  await goTo(page, '/field/');
  await page.getByRole('button', { name: 'Cập nhật ngay' }).click();
  await unlockTablet(page);
  await page.locator('.visit-row').first().waitFor();
  expect(await offered(page).count()).toBe(0);
}

describe('a newer app', () => {
  it('changes nothing at a visit under way, not in a page that is opened anew either', async () => {
    await tablet.context.route('**/api/trpc/sync.push*', (route) => route.abort());
    await goToItem(page, visitId, 'M05');
    await writeNote(page, notes[0]);
    await host.serve(today);
    await findUpdate();
    await goToItem(page, visitId, 'M06');
    await writeNote(page, notes[1]);
    expect(await offered(page).count()).toBe(0);
    expect(await runs(page)).toEqual(modules);
    await reloadTablet(page);
    await expect.poll(() => page.getByLabel('Ghi chú').inputValue()).toBe(notes[1]);
    expect(await runs(page)).toEqual(modules);
    // A screen that was never opened comes from the device: the server does not have it any more.
    await goTo(page, `/field/visit/${visitId}/findings`);
    await page.getByText('Chưa có phát hiện').waitFor();
  });

  it('is offered on the list, taken when the person says so, and finds all that was not sent', async () => {
    await goTo(page, '/field/');
    await offered(page).waitFor();
    expect(await violations(page)).toEqual([]);
    await picture(page, 'update-offered');
    const before = await logged();
    await switchOver();
    expect(await runs(page)).toEqual({ modules: false, build: undefined });
    expect(await logged()).toBe(before);
    await goToItem(page, visitId, 'M05');
    await expect.poll(() => page.getByLabel('Ghi chú').inputValue()).toBe(notes[0]);
    await page.locator('.sync-place', { hasText: `Chờ gửi: ${before} bản ghi` }).waitFor();
  });

  it('leaves another page of the old app at work until it is opened anew', async () => {
    const other = await tablet.context.newPage();
    await other.goto(page.url());
    await unlockTablet(other);
    await other.locator('.card-place', { hasText: 'M05' }).waitFor();
    // Two come before the person switches.
    await host.serve(await laterBuild('later'));
    await findUpdate();
    await host.serve(await laterBuild('latest'));
    await findUpdate();
    await switchOver();
    expect(await runs(page)).toEqual({ modules: false, build: 'latest' });
    await goToItem(other, visitId, 'M07');
    await writeNote(other, notes[2]);
    expect(await runs(other)).toEqual({ modules: false, build: undefined });
    await goTo(other, '/field/');
    await offered(other).waitFor();
    // What it had not fetched before is there for it too: nothing that is typed there waits for a script that is gone.
    await goTo(other, `/field/visit/${visitId}/findings`);
    await other.getByText('Chưa có phát hiện').waitFor();
    expect(await runs(other)).toEqual({ modules: false, build: undefined });
    await other.reload();
    await unlockTablet(other);
    await other.getByText('Chưa có phát hiện').waitFor();
    expect(await runs(other)).toEqual({ modules: false, build: 'latest' });
    // Nobody needs the earlier ones now.
    await expect
      .poll(() =>
        other.evaluate(async () => (await caches.keys()).filter((name) => name.includes('precache'))),
      )
      .toHaveLength(1);
    await other.close();
  });

  it('sends everything, whichever app wrote it', async () => {
    await tablet.context.unroute('**/api/trpc/sync.push*');
    await exchange(page);
    const { commands, receipts } = await tabletRows(page);
    expect(receipts.toSorted()).toEqual(commands.toSorted());
    const { answers } = await (await apiAs('kiemtra1')).visit.get.query({ visitId });
    expect(answers.map(({ note }) => note)).toEqual(expect.arrayContaining([...notes]));
  });
});
