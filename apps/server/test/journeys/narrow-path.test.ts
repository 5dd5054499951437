import type { IncomingMessage } from 'node:http';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { type ChangingHost, openChangingHost, portalPage } from '../changing-host.ts';
import { builtToday } from '../earlier-build.ts';
import {
  exchange,
  goTo,
  goToItem,
  makeReady,
  openTablet,
  type Tablet,
  takePhoto,
  writeNote,
} from '../tablet.ts';
import { tabletRows } from '../tablet-rows.ts';
import { apiAs } from './api-as.ts';

const most = 128 * 1024;
const html = { 'content-type': 'text/html' };
const long = 'Một đoạn ghi chép dài ở nơi mạng hẹp. '.repeat(103);
let host: ChangingHost;
let browser: Browser;
let tablet: Tablet;
let page: Page;
let visitId = '';

const isApi = ({ url = '' }: IncomingMessage) => url.startsWith('/api/');
const sizeOf = ({ headers }: IncomingMessage) => Number(headers['content-length'] ?? 0);

beforeAll(async () => {
  host = await openChangingHost();
  await host.serve(builtToday);
  browser = await launchBrowser();
  tablet = await openTablet(browser, 'kiemtra2', { house: host.url });
  page = tablet.page;
  visitId = await makeReady(page, 'Ninh Giang');
});
afterAll(async () => {
  await browser?.close();
  await host?.close();
});

const title = (words: string) => page.getByRole('heading', { name: words });
const send = () => page.getByRole('button', { name: 'Gửi ngay' }).click();

describe('a network that lets no large request through', () => {
  it('gets smaller ones: 36 long notes and a photo of a megabyte arrive', { timeout: 300_000 }, async () => {
    host.meddle((request) => (isApi(request) ? { status: 502, headers: html, body: '<h1>502' } : null));
    await goToItem(page, visitId, 'M01');
    await takePhoto(page, [2400, 2400]);
    for (let note = 0; note < 36; note += 1) await writeNote(page, `${note}. ${long}`);
    let refused = 0;
    host.meddle((request) => {
      if (!isApi(request) || sizeOf(request) <= most) return null;
      refused += 1;
      return { status: 413, headers: html, body: '<h1>413 Request Entity Too Large' };
    });
    await exchange(page);
    const { commands, receipts } = await tabletRows(page);
    expect(receipts.toSorted()).toEqual(commands.toSorted());
    // What was learnt from the first ones is kept for all that follows.
    expect(refused).toBeGreaterThan(0);
    expect(refused).toBeLessThan(5);
    const { answers } = await (await apiAs('kiemtra2')).visit.get.query({ visitId });
    expect(answers.find(({ itemCode }) => itemCode === 'M01')?.note).toBe(`35. ${long}`.trim());
  });
});

describe('the outbox', () => {
  it.each([
    ['a portal', portalPage, 'Mạng ở đây chưa kết nối được tới máy chủ'],
    [
      'a portal that sends elsewhere',
      { status: 302, headers: { location: 'http://localhost:9/' } },
      'Mạng ở đây chưa kết nối được tới máy chủ',
    ],
    ['502', { status: 502, headers: html, body: '<h1>502' }, 'Máy chủ tạm thời không phản hồi'],
    ['429', { status: 429, headers: { ...html, 'retry-after': '120' } }, 'Máy chủ hẹn gửi lại sau'],
    ['a proxy’s 401', { status: 401, headers: html, body: '<h1>401' }, 'Mạng ở đây yêu cầu đăng nhập riêng'],
    [
      'half an answer',
      { status: 200, headers: { 'content-type': 'application/json' }, body: '{"result":{"da' },
      'Trả lời của máy chủ về không trọn vẹn',
    ],
  ])('says at its first question what the network does: %s', async (_, answer, words) => {
    host.meddle((request) => (isApi(request) ? answer : null));
    await goToItem(page, visitId, 'M02');
    await writeNote(page, `Ghi khi gặp: ${words} ${crypto.randomUUID()}`);
    await goTo(page, '/field/outbox');
    await send();
    await title(words).waitFor();
    await page.getByText(/Tự gửi lại lúc/).waitFor();
    expect(await title('Không có mạng').count()).toBe(0);
  });

  it('names what is alone more than the network lets through, with the ways on, and sends the rest', async () => {
    host.meddle((request) =>
      isApi(request) && sizeOf(request) > 5_000 ? { status: 413, headers: html, body: '<h1>413' } : null,
    );
    await goToItem(page, visitId, 'M03');
    await writeNote(page, 'Ghi ngắn ở nơi mạng hẹp');
    await goToItem(page, visitId, 'M04');
    await writeNote(page, long);
    await goTo(page, '/field/outbox');
    await send();
    const large = page.getByRole('region', { name: 'Vượt quá dung lượng mạng này cho phép' });
    await large.getByText('Trả lời mục M04').waitFor();
    await large.getByText('Ninh Giang').waitFor();
    await large.getByRole('button', { name: 'Xuất ra tệp' }).waitFor();
    const noteAt = async (code: string) => {
      const { answers } = await (await apiAs('kiemtra2')).visit.get.query({ visitId });
      return answers.find(({ itemCode }) => itemCode === code)?.note;
    };
    await expect.poll(() => noteAt('M03')).toBe('Ghi ngắn ở nơi mạng hẹp');
    host.meddle(() => null);
    await send();
    await large.waitFor({ state: 'detached' });
    expect(await noteAt('M04')).toBe(long.trim());
  });
});
