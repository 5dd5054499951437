import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { beginVisit, exchange, goTo, goToItem, makeReady, openTablet, picture } from '../tablet.ts';
import { tabletRows } from '../tablet-rows.ts';
import { violations } from './person.ts';

let browser: Browser;
let leader: Page;
let inspector: Page;
let visitId = '';
const errors: (() => readonly string[])[] = [];

async function open(username: string): Promise<Page> {
  const tablet = await openTablet(browser, username);
  errors.push(() => tablet.errors);
  visitId = await makeReady(tablet.page, 'Cổ Lễ');
  return tablet.page;
}

beforeAll(async () => {
  browser = await launchBrowser();
  leader = await open('truongdoan');
  await beginVisit(leader, visitId);
  await exchange(leader);
  inspector = await open('kiemtra1');
  await at(inspector, 'overview');
  await inspector.getByRole('button', { name: 'Nộp cho trưởng đoàn' }).waitFor();
});
afterAll(async () => {
  await browser?.close();
});

const at = (page: Page, place: string) => goTo(page, `/field/visit/${visitId}/${place}`);
const logged = async (page: Page) => (await tabletRows(page)).commands.length;
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** As when a tablet has signal again: sends and pulls, whatever is on its screen. */
const reconnect = (page: Page) => page.evaluate(() => dispatchEvent(new Event('online')));

const isNewer = (page: Page) => page.getByText('Đã có bản mới của Nguyễn Đức Thịnh');

/** Looks at the notice by day and by night. */
async function look(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await violations(page)).toEqual([]);
    await picture(page, `${name}-${colorScheme}`);
  }
  await page.emulateMedia({ colorScheme: null });
}

describe('a dossier on which two work', () => {
  async function saveDossier(page: Page): Promise<void> {
    await press(page, 'Lưu hồ sơ');
    await page.locator('#code').waitFor({ state: 'detached' });
  }

  async function openDossier(page: Page): Promise<void> {
    await at(page, 'dossiers');
    await page.locator('.rows .row', { hasText: 'H40-31' }).last().click();
    await page.locator('#code').waitFor();
  }

  it('is recorded by one, and gone on with by the other', async () => {
    await at(leader, 'dossiers');
    await press(leader, 'Thêm hồ sơ');
    await leader.locator('#code').fill('H40-31');
    await leader.locator('#procedure').fill('Đăng ký khai sinh');
    for (const day of ['#receivedOn', '#completeOn', '#dueOn']) await leader.locator(day).fill('02/11/2026');
    await saveDossier(leader);
    await exchange(leader);
    await reconnect(inspector);
    await openDossier(inspector);
    await inspector.getByLabel('Ghi chú').pressSequentially('Thiếu phiếu hẹn');
    expect(await isNewer(inspector).count()).toBe(0);
  });

  it('has a later version, which is shown and recorded over only once the person says so', async () => {
    await openDossier(leader);
    await leader.locator('#procedure').fill('Đăng ký khai sinh lưu động');
    await saveDossier(leader);
    await exchange(leader);
    await reconnect(inspector);
    await openDossier(inspector);
    await isNewer(inspector).waitFor({ timeout: 60_000 });
    await inspector.getByText('Đăng ký khai sinh lưu động').waitFor();
    expect(await inspector.getByLabel('Ghi chú').inputValue()).toBe('Thiếu phiếu hẹn');
    const before = await logged(inspector);
    await press(inspector, 'Lưu hồ sơ');
    expect(await inspector.evaluate(() => document.activeElement?.id)).toBe('newer-version');
    await look(inspector, 'newer-dossier');
    expect(await logged(inspector)).toBe(before);
    await press(inspector, 'Giữ bản nháp, viết tiếp');
    await isNewer(inspector).waitFor({ state: 'detached' });
    await inspector.getByLabel('Ghi chú').press('End');
    await inspector.getByLabel('Ghi chú').pressSequentially(', đã hẹn lại');
    await saveDossier(inspector);
    expect(await logged(inspector)).toBe(before + 1);
    await at(inspector, 'overview');
    await inspector.locator('.overview').waitFor();
    expect(await inspector.getByText('Bản nháp chưa ghi').count()).toBe(0);
    await exchange(inspector);
  });
});

describe('a finding on which two work', () => {
  const described = () => inspector.getByLabel('Mô tả');

  async function openFinding(page: Page): Promise<void> {
    await at(page, 'findings');
    await page.locator('.rows .row', { hasText: 'Quầy số bốn' }).last().click();
    await page.locator('#title').waitFor();
  }

  async function amend(field: string, words: string): Promise<void> {
    await openFinding(leader);
    await leader.locator(field).fill(words);
    await press(leader, 'Lưu bản sửa');
    await leader.locator('#title').waitFor({ state: 'detached' });
    await exchange(leader);
  }

  it('has a later version while it is written on, which takes neither the field nor a word', async () => {
    await goToItem(leader, visitId, 'M20');
    await leader.locator('.card').getByText('Thêm phát hiện', { exact: true }).click();
    await leader.getByLabel('Tóm tắt').fill('Quầy số bốn đóng cửa');
    await leader.getByLabel('Mô tả').fill('Lúc 9 giờ.');
    await press(leader, 'Ghi phát hiện');
    await leader.locator('.card-place').waitFor();
    await exchange(leader);
    await reconnect(inspector);
    await openFinding(inspector);
    await described().press('End');
    await described().pressSequentially(' Không có');
    await amend('#title', 'Quầy số bốn đóng cửa cả buổi');
    await reconnect(inspector);
    await isNewer(inspector).waitFor({ timeout: 60_000 });
    await inspector.keyboard.type(' giấy báo.');
    expect(await described().inputValue()).toBe('Lúc 9 giờ. Không có giấy báo.');
    expect(await inspector.getByLabel('Tóm tắt').inputValue()).toBe('Quầy số bốn đóng cửa');
  });

  it('is recorded over by no draft that was begun before, and stands once that is thrown away', async () => {
    const before = await logged(inspector);
    await press(inspector, 'Lưu bản sửa');
    expect(await inspector.evaluate(() => document.activeElement?.id)).toBe('newer-version');
    const newer = inspector.locator('#newer-version');
    await newer.getByText('Quầy số bốn đóng cửa cả buổi').waitFor();
    await look(inspector, 'newer-finding');
    await newer.getByRole('button', { name: 'Bỏ bản nháp' }).click();
    await look(inspector, 'newer-finding-asked');
    await press(inspector, 'Bỏ hẳn');
    await newer.waitFor({ state: 'detached' });
    expect(await inspector.getByLabel('Tóm tắt').inputValue()).toBe('Quầy số bốn đóng cửa cả buổi');
    expect(await described().inputValue()).toBe('Lúc 9 giờ.');
    expect(await logged(inspector)).toBe(before);
  });
});

describe('a field that has the keys', () => {
  it('is not rewritten by what a colleague records, also where nothing was typed in it yet', async () => {
    const title = inspector.getByLabel('Tóm tắt');
    await title.focus();
    await goTo(leader, `/field/visit/${visitId}/findings`);
    await leader.locator('.rows .row', { hasText: 'Quầy số bốn' }).last().click();
    await leader.locator('#title').fill('Quầy số bốn đóng cửa cả ngày');
    await press(leader, 'Lưu bản sửa');
    await leader.locator('#title').waitFor({ state: 'detached' });
    await exchange(leader);
    await reconnect(inspector);
    await isNewer(inspector).waitFor({ timeout: 60_000 });
    expect(await title.inputValue()).toBe('Quầy số bốn đóng cửa cả buổi');
    await inspector.locator('#newer-version').getByRole('button', { name: 'Bỏ bản nháp' }).click();
    await press(inspector, 'Bỏ hẳn');
    await expect.poll(() => title.inputValue()).toBe('Quầy số bốn đóng cửa cả ngày');
  });
});

describe('photos of a finding that is being written', () => {
  /** Pictures that take a while, each another one. */
  async function choosePictures(page: Page, count: number): Promise<void> {
    const files = await page.evaluate(async (many) => {
      const made: number[][] = [];
      for (let index = 0; index < many; index += 1) {
        const canvas = Object.assign(document.createElement('canvas'), { width: 3000, height: 2400 });
        const pen = canvas.getContext('2d');
        if (pen) pen.fillStyle = `hsl(${index * 70} 60% 50%)`;
        pen?.fillRect(0, 0, 3000, 2400);
        const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
        made.push([...new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer())]);
      }
      return made;
    }, count);
    await page
      .locator('.take-photo input[multiple]')
      .last()
      .setInputFiles(
        files.map((bytes, index) => ({
          name: `anh-${index}.png`,
          mimeType: 'image/png',
          buffer: Buffer.from(bytes),
        })),
      );
  }

  it('come in after the screen was left, and neither they nor what is typed on it opened anew is lost', async () => {
    await goToItem(inspector, visitId, 'M18');
    await inspector.locator('.card').getByText('Thêm phát hiện', { exact: true }).click();
    await inspector.getByLabel('Tóm tắt').pressSequentially('Quầy số hai');
    const path = await inspector.evaluate(() => location.pathname + location.search);
    await choosePictures(inspector, 4);
    await inspector.goBack();
    await inspector.locator('.card-place').waitFor();
    await goTo(inspector, path);
    await inspector.getByLabel('Tóm tắt').press('End');
    await inspector.getByLabel('Tóm tắt').pressSequentially(' không có người trực', { delay: 40 });
    await expect.poll(() => inspector.locator('.photos li').count(), { timeout: 30_000 }).toBe(4);
    await inspector.getByLabel('Tóm tắt').pressSequentially(' từ 8 giờ', { delay: 40 });
    const words = 'Quầy số hai không có người trực từ 8 giờ';
    expect(await inspector.getByLabel('Tóm tắt').inputValue()).toBe(words);
    await inspector.goBack();
    await inspector.locator('.card-place').waitFor();
    await goTo(inspector, path);
    await expect.poll(() => inspector.getByLabel('Tóm tắt').inputValue()).toBe(words);
    expect(await inspector.locator('.photos li').count()).toBe(4);
  });

  it('are recorded with it, also those that are still being taken in', async () => {
    await inspector.getByLabel('Mô tả').fill('Đã xem tại quầy lúc 8 giờ 15.');
    const before = await logged(inspector);
    await choosePictures(inspector, 2);
    await press(inspector, 'Ghi phát hiện');
    await expect.poll(() => logged(inspector), { timeout: 30_000 }).toBe(before + 7);
    await inspector.locator('.card-place').waitFor();
    await at(inspector, 'overview');
    await inspector.locator('.overview').waitFor();
    expect(await inspector.getByText('Bản nháp chưa ghi').count()).toBe(0);
  });
});

describe('a note that the disk does not take', () => {
  it('stays in the field that is entered and left again before that is known, and is logged once there is room', async () => {
    await goToItem(inspector, visitId, 'M21');
    await inspector.evaluate(() => {
      const { put, add } = IDBObjectStore.prototype;
      const full = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
      Object.assign(IDBObjectStore.prototype, { put: full, add: full });
      Object.assign(window, { makeRoom: () => Object.assign(IDBObjectStore.prototype, { put, add }) });
    });
    const note = inspector.getByLabel('Ghi chú');
    await note.pressSequentially('Quầy ba đóng cửa');
    await note.evaluate((field) => {
      if (!(field instanceof HTMLElement)) return;
      field.blur();
      field.focus();
      field.blur();
    });
    await inspector.getByText('Bộ nhớ máy đã đầy').waitFor();
    expect(await note.inputValue()).toBe('Quầy ba đóng cửa');
    const before = await logged(inspector);
    await inspector.evaluate(() => Reflect.get(window, 'makeRoom')());
    await expect.poll(() => logged(inspector), { timeout: 30_000 }).toBe(before + 1);
    expect(await note.inputValue()).toBe('Quầy ba đóng cửa');
  });
});

describe('words for an act that the disk gives late', () => {
  /** Another hand is at the drafts of the device, and whoever reads them waits for it. */
  const takeDrafts = (page: Page) =>
    page.evaluate(async () => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open('kycuong-field');
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      const drafts = database.transaction('drafts', 'readwrite').objectStore('drafts');
      let isTaken = true;
      const ask = () => {
        drafts.count().onsuccess = () => (isTaken ? ask() : database.close());
      };
      ask();
      const giveDraftsBack = () => {
        isTaken = false;
      };
      Object.assign(window, { giveDraftsBack });
    });
  const giveDraftsBack = (page: Page) => page.evaluate(() => Reflect.get(window, 'giveDraftsBack')());
  const note = () => leader.getByLabel('Lời nhắn khi nộp');

  it('are typed only where what was kept of them stands, and none of their keys is lost', async () => {
    await takeDrafts(leader);
    await at(leader, 'overview');
    await leader.locator('.overview').waitFor();
    const typing = note().pressSequentially('Phần một cửa xong');
    setTimeout(() => void giveDraftsBack(leader), 1_000);
    await typing;
    expect(await note().inputValue()).toBe('Phần một cửa xong');
  });
});

describe('words for an act that a colleague does first', () => {
  it('become no remark on closing, and can be read and thrown away', async () => {
    await exchange(inspector);
    await at(leader, 'overview');
    await leader.getByLabel('Lời nhắn khi nộp').pressSequentially('Đã xong phần một cửa.');
    await at(inspector, 'overview');
    await press(inspector, 'Nộp cho trưởng đoàn');
    await exchange(inspector);
    // Arrives while the leader is in the field.
    await reconnect(leader);
    await leader.getByLabel('Nhận xét của trưởng đoàn').waitFor({ timeout: 60_000 });
    await leader.keyboard.type(' Viết tiếp');
    expect(await leader.getByLabel('Nhận xét của trưởng đoàn').inputValue()).toBe('');
    await leader.getByRole('heading', { name: 'Lời nhắn chưa gửi' }).waitFor();
    await leader.getByText('Đã xong phần một cửa.').waitFor();
    expect(await violations(leader)).toEqual([]);
    // What is only read aloud lies in the screen as well: nothing scrolls but what stands between head and foot.
    expect(await leader.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBe(0);
    await picture(leader, 'left-words');
    await press(leader, 'Bỏ bản nháp Lời nhắn khi nộp');
    await press(leader, 'Bỏ hẳn');
    await leader.getByRole('heading', { name: 'Lời nhắn chưa gửi' }).waitFor({ state: 'detached' });
    expect(errors.flatMap((said) => said())).toEqual([]);
  });
});
