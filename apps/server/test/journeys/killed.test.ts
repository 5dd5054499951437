import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { itemsOf } from '@kycuong/domain/checklist/items-of.ts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type KillableBrowser, openKillableBrowser } from '../killable-browser.ts';
import { type KillableServer, openKillableServer } from '../killable-server.ts';
import { enterTablet, signInAtTablet, unlockCode, unlockTablet } from '../tablet.ts';
import { type TabletRows, tabletRows } from '../tablet-rows.ts';
import { apiAs, cookieAs } from './api-as.ts';

const rounds = Number(process.env.KILL_ROUNDS ?? 4);
const seed = Number(process.env.KILL_SEED ?? Math.floor(Math.random() * 2 ** 31));
const person = 'kiemtra1';

/** Mulberry32. */
function chance(from: number): () => number {
  let state = from;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
const random = chance(seed);
const oneOf = <One>(all: readonly [One, ...One[]]): One => all[Math.floor(random() * all.length)] ?? all[0];

const counts = new Map<string, number>();
const count = (kind: string) => counts.set(kind, (counts.get(kind) ?? 0) + 1);

let folder: string;
let server: KillableServer;
let browser: KillableBrowser;
let page: Page;
let visitId = '';
let codes: readonly string[] = [];
let isUp = true;
let isCut = false;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kycuong-killed-'));
  server = await openKillableServer(join(folder, 'data'));
  await server.start();
  browser = await openKillableBrowser(join(folder, 'profile'));
  page = await browser.newPage();
});
afterAll(async () => {
  await browser?.kill();
  await server?.stop();
  await rm(folder, { recursive: true, force: true, maxRetries: 10 });
});

const address = (path: string) => new URL(`/field/${path}`, server.url).href;
const place = () => page.locator('.card-place');

/** Everything that the screen has confirmed so far. */
const confirmed = { commands: new Set<string>(), files: new Set<string>() };

function remember({ commands, files }: TabletRows): void {
  for (const id of commands) confirmed.commands.add(id);
  for (const hash of files) confirmed.files.add(hash);
}

/** Nothing confirmed is missing, and the status says "all sent" only when all of it is. */
async function expectKept(): Promise<void> {
  const said = await page.locator('.sync-place b').first().textContent();
  const rows = await tabletRows(page);
  expect([...confirmed.commands].filter((id) => !rows.commands.includes(id))).toEqual([]);
  expect([...confirmed.files].filter((hash) => !rows.files.includes(hash))).toEqual([]);
  // A photo without its record, or a record without its photo, would be half of what was written.
  expect(new Set(rows.uploads.map(({ sha256 }) => sha256))).toEqual(new Set(rows.files));
  const open =
    rows.commands.filter((id) => !rows.receipts.includes(id)).length +
    rows.uploads.filter(({ received }) => !received).length;
  if (said === 'Đã gửi hết') {
    expect(open).toBe(0);
    count('status said all sent, and it was');
  } else if (open > 0) count('status said that something waits, and it did');
  remember(rows);
}

async function newRow(before: TabletRows, what: 'commands' | 'files'): Promise<void> {
  await expect
    .poll(async () => (await tabletRows(page))[what].length, { timeout: 20_000 })
    .toBeGreaterThan(before[what].length);
  remember(await tabletRows(page));
}

/** An answer is confirmed by its row, and where the walk goes on, by the next card. */
async function answer(): Promise<void> {
  const item = place().getByText(/Mục \S+/);
  const before = await item.textContent();
  const name = oneOf(['Đạt', 'Không áp dụng', 'Chưa đạt']);
  const option = page.locator('.card .kc-segment-option', { hasText: new RegExp(`^${name}$`) });
  if ((await option.locator(':checked').count()) > 0) return;
  const rows = await tabletRows(page);
  await option.click();
  await newRow(rows, 'commands');
  if (name !== 'Chưa đạt') await expect.poll(() => item.textContent(), { timeout: 20_000 }).not.toBe(before);
  count('answer confirmed');
}

let notes = 0;
async function note(): Promise<void> {
  notes += 1;
  const rows = await tabletRows(page);
  await page.locator('#note').fill(`Ghi chú ${notes} của lượt ${seed}`);
  await page.locator('#note').blur();
  await newRow(rows, 'commands');
  count('note confirmed');
}

async function drawnPhoto(): Promise<Buffer> {
  const hue = Math.floor(random() * 360);
  const bytes = await page.evaluate(async (shade) => {
    const canvas = document.createElement('canvas');
    canvas.width = 1600;
    canvas.height = 1200;
    const pen = canvas.getContext('2d');
    for (let x = 0; x < 40; x += 1)
      for (let y = 0; y < 30; y += 1)
        if (pen) {
          pen.fillStyle = `hsl(${(shade * 7919 + x * 31 + y * 17 + Math.random() * 90) % 360} 60% 50%)`;
          pen.fillRect(x * 40, y * 40, 40, 40);
        }
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    return [...new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer())];
  }, hue);
  return Buffer.from(bytes);
}

/** A photo is confirmed by its picture among the item's. */
async function photo(): Promise<void> {
  const shown = await page.locator('.photo').count();
  await page
    .locator('.take-photo input[capture]')
    .setInputFiles({ name: 'anh.png', mimeType: 'image/png', buffer: await drawnPhoto() });
  await expect.poll(() => page.locator('.photo').count(), { timeout: 20_000 }).toBeGreaterThan(shown);
  remember(await tabletRows(page));
  count('photo confirmed');
}

async function handIn(): Promise<void> {
  await page.goto(address(`visit/${visitId}/overview`));
  await unlockTablet(page);
  const submit = page.getByRole('button', { name: 'Nộp cho trưởng đoàn' });
  const done = page.getByText('Đã nộp. Nội dung ghi thêm vẫn được nhận');
  await submit.or(done).first().waitFor();
  if (await done.isVisible()) return;
  await submit.click();
  await done.waitFor();
  remember(await tabletRows(page));
  count('handing in confirmed');
}

/** A browser that is killed may have forgotten its cookie. What was written waits; the person signs in to send it. */
async function signInAgain(): Promise<void> {
  await page.getByRole('link', { name: 'Đăng nhập lại' }).click();
  await signInAtTablet(page, person);
  await page.locator('.visit-row').first().waitFor();
  await page.locator('.sync-place').click();
  count('signed in again to send');
}

async function sendNow(): Promise<void> {
  await page.locator('.sync-place').click();
  await page.getByRole('button', { name: 'Gửi ngay' }).waitFor();
  const isSignedOut = await page.getByRole('link', { name: 'Đăng nhập lại' }).isVisible();
  if (isSignedOut && isUp && !isCut && random() < 0.7) await signInAgain();
  await page.getByRole('button', { name: 'Gửi ngay' }).click();
  await page.waitForTimeout(random() * 1500);
}

async function changeNetwork(): Promise<void> {
  isCut = random() < 0.5;
  await browser.context.setOffline(isCut);
  count(isCut ? 'network cut' : 'network given back');
}

async function work(): Promise<void> {
  for (let act = 0; act < 4; act += 1) {
    if (random() < 0.3) await changeNetwork();
    await oneOf([answer, answer, note, photo, photo])();
  }
  await sendNow();
}

const kills = [
  'page crashed',
  'tab closed',
  'browser killed',
  'server killed',
  'server and browser killed',
] as const;

async function kill(): Promise<void> {
  const how = oneOf(kills);
  if (how.startsWith('server') && isUp) {
    await server.kill();
    isUp = false;
  }
  if (how === 'server killed') await page.waitForTimeout(random() * 2000).catch(() => undefined);
  if (how.includes('browser')) {
    await browser.kill();
    browser = await openKillableBrowser(join(folder, 'profile'));
    isCut = false;
  } else if (how === 'page crashed') {
    const session = await browser.context.newCDPSession(page);
    await Promise.race([session.send('Page.crash').catch(() => undefined), page.waitForEvent('crash')]);
    await page.close();
  } else await page.close();
  count(`kill: ${how}`);
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Opens the app again as a person would, on some line of the checklist. */
async function reopen(): Promise<void> {
  page = await browser.newPage();
  await browser.context.setOffline(isCut);
  const code = codes[Math.floor(random() * codes.length)];
  await page.goto(address(`visit/${visitId}?item=${code}`));
  await unlockTablet(page);
  await place().waitFor();
  await expectKept();
}

it('prepares the visit', async () => {
  await enterTablet(page, person, unlockCode, server.url);
  const row = page.locator('.visit-row', { hasText: 'Cổ Lễ' }).first();
  await row.getByRole('button', { name: 'Tải về để làm ngoại tuyến' }).click();
  await row.getByText('Sẵn sàng ngoại tuyến').waitFor();
  const href = await row.getByRole('link').getAttribute('href');
  visitId = /visit\/([0-9a-f-]+)/.exec(href ?? '')?.[1] ?? '';
  const api = await apiAs(person, server.url);
  const packet = await api.sync.packet.query({ visitId });
  codes = itemsOf(packet.checklist.content).map(({ code }) => code);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await row.getByRole('link').click();
  await page.getByRole('button', { name: 'Đoàn có mặt, bắt đầu' }).click();
  await place().waitFor();
  remember(await tabletRows(page));
}, 240_000);

it(
  'whatever is killed, nothing that the screen confirmed is missing',
  async () => {
    for (let round = 0; round < rounds; round += 1) {
      const doing = (random() < 0.15 ? handIn() : work()).catch(() => undefined);
      await Promise.race([pause(300 + random() * 6_000), doing]);
      await kill();
      await doing;
      if (!isUp && random() < 0.7) {
        await server.start();
        isUp = true;
        count('server started again');
      }
      await reopen();
    }
  },
  120_000 + rounds * 60_000,
);

it('in the end everything is on the server, once, with every photo’s hash', async () => {
  if (!isUp) await server.start();
  await browser.context.setOffline(false);
  await page.goto(address('outbox'));
  await unlockTablet(page);
  const sent = page.getByRole('heading', { name: 'Đã gửi hết' });
  const ended = page.getByRole('link', { name: 'Đăng nhập lại' });
  await page.getByRole('button', { name: 'Gửi ngay' }).click();
  await sent.or(ended).first().waitFor({ timeout: 60_000 });
  if (await ended.isVisible()) await signInAgain();
  await sent.waitFor({ timeout: 60_000 });
  await expectKept();
  const { commands, receipts, uploads } = await tabletRows(page);
  expect(receipts.toSorted()).toEqual(commands.toSorted());
  const api = await apiAs(person, server.url);
  const atServer = (await api.sync.packet.query({ visitId })).commands.map(({ id }) => id);
  expect(new Set(atServer).size).toBe(atServer.length);
  expect(commands.filter((id) => !atServer.includes(id))).toEqual([]);
  const { evidence } = await api.visit.get.query({ visitId });
  const named = new Set(uploads.map(({ evidenceId }) => evidenceId));
  const ours = evidence.filter(({ evidenceId }) => named.has(evidenceId));
  expect(ours.map(({ evidenceId, sha256, status }) => [evidenceId, sha256, status]).toSorted()).toEqual(
    uploads.map(({ evidenceId, sha256 }) => [evidenceId, sha256, 'received']).toSorted(),
  );
  // A browser that was killed soon after a sign-in may have lost its cookie: nobody asks for the photos in its name.
  const headers = { cookie: await cookieAs(person, server.url) };
  for (const { evidenceId, sha256 } of uploads) {
    const answered = await fetch(new URL(`/api/evidence/${evidenceId}`, server.url), { headers });
    const bytes = Buffer.from(await answered.arrayBuffer());
    expect([answered.status, createHash('sha256').update(bytes).digest('hex')]).toEqual([200, sha256]);
    count('photo with its hash on the server');
  }
  for (const _ of commands) count('command on the server exactly once');
  const rows = [...counts].toSorted(([a], [b]) => a.localeCompare(b));
  console.log([`seed ${seed}, ${rounds} rounds`, ...rows.map(([kind, n]) => `${kind}: ${n}`)].join('\n'));
}, 180_000);
