import { generatePaperCode } from '@kycuong/domain/access/paper-code.ts';
import { recoveryCodeCount } from '@kycuong/domain/access/second-factor.ts';
import { dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { Secret, TOTP } from 'otpauth';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { houseUrl } from '../house.ts';
import { picture, setCode, signInAtTablet } from '../tablet.ts';
import { apiAs } from './api-as.ts';
import { type, violations } from './person.ts';
import { watchErrors } from './watch-errors.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const username = `tablet.${uuidV7().slice(-6)}`;
const given = 'mot-mat-khau-duoc-cap';
const own = 'qua-mit-huong-rung-73';

/** Somebody who has never been at this tablet. */
async function atTablet(): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 820, height: 1180 },
    hasTouch: true,
    locale: 'vi-VN',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(new URL('/field/', houseUrl()).href);
  return page;
}
async function listShown(page: Page): Promise<void> {
  await setCode(page);
  await page.getByText('Chưa có buổi kiểm tra nào cho bạn').waitFor();
}

it('a given password is replaced at the tablet, and typed again when it was too weak', {
  timeout: 120_000,
}, async () => {
  const administrator = await apiAs('quantri');
  const today = dateInVietnam(new Date());
  const { units } = await administrator.organisation.list.query({ q: 'Xã Cổ Lễ', on: today });
  const unitId = units[0]?.id ?? null;
  const grant = {
    role: 'inspector',
    unitId,
    validFrom: today,
    validUntil: null,
  } as const;
  await administrator.access.createAccount.mutate({
    id: uuidV7(),
    payload: {
      ...{ accountId: uuidV7(), username, fullName: 'Vũ Thị Máy Bảng', email: null },
      ...{ unitId, grants: [grant], password: given },
    },
  });
  const page = await atTablet();
  const errors = watchErrors(page);
  await signInAtTablet(page, username, given);
  await page.getByRole('heading', { name: 'Đặt mật khẩu của riêng bạn' }).waitFor();
  await picture(page, 'tablet-own-password');
  expect(await violations(page)).toEqual([]);
  // The field has the focus already: what is typed goes there.
  await page.keyboard.type('matkhau2026');
  await page.keyboard.press('Enter');
  await page.getByText('Mật khẩu này có trong các danh sách').waitFor();
  expect(await page.getByLabel('Mật khẩu mới').inputValue()).toBe('matkhau2026');
  expect(await violations(page)).toEqual([]);
  await type(page, 'Mật khẩu mới', own);
  await page.keyboard.press('Enter');
  await listShown(page);
  // The refusal itself is the one thing that the browser writes down.
  expect(errors.filter((text) => !text.includes('400'))).toEqual([]);
  await page.context().close();
});

it('the code of the second factor is typed at the tablet, after a wrong one', {
  timeout: 120_000,
}, async () => {
  const secret = new Secret({ size: 20 });
  const totp = new TOTP({ secret });
  const person = await apiAs(username, houseUrl(), own);
  await person.access.enrolSecondFactor.mutate({
    id: uuidV7(),
    payload: {
      ...{ current: own, secret: secret.base32, code: totp.generate() },
      recoveryCodes: Array.from({ length: recoveryCodeCount }, generatePaperCode),
    },
  });
  const page = await atTablet();
  const errors = watchErrors(page);
  await signInAtTablet(page, username, own);
  await page.getByRole('heading', { name: 'Bước thứ hai' }).waitFor();
  await picture(page, 'tablet-second-step');
  expect(await violations(page)).toEqual([]);
  await page.keyboard.type('000000');
  await page.keyboard.press('Enter');
  await page.getByText('Mã không đúng').waitFor();
  // The step of the enrolment is used up; the one after it is good already.
  await type(page, 'Mã xác thực', totp.generate({ timestamp: Date.now() + 30_000 }));
  await page.keyboard.press('Enter');
  await listShown(page);
  expect(errors.filter((text) => !/40[01]/.test(text))).toEqual([]);
  await page.context().close();
});

const wrong = 'Tên đăng nhập hoặc mật khẩu không đúng.';
const broken = (page: Page) => page.getByText('Màn hình này gặp sự cố');

it('a wrong password is said to be one at the first sign-in, whatever else has not come yet', async () => {
  const page = await atTablet();
  await page.route(/assets\/(catalogue|later-vi)-/, () => undefined);
  await signInAtTablet(page, 'kiemtra1', 'khong-phai-mat-khau');
  await page.getByText(wrong).waitFor();
  expect(await broken(page).count()).toBe(0);
  await page.context().close();
});

it('also over a line of 20 kB a second', async () => {
  const context = await browser.newContext({ locale: 'vi-VN' });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const line = await context.newCDPSession(page);
  await line.send('Network.enable');
  const speed = { latency: 200, downloadThroughput: 20_000, uploadThroughput: 20_000 };
  await line.send('Network.emulateNetworkConditions', { offline: false, ...speed });
  await page.goto(new URL('/field/', houseUrl()).href, { waitUntil: 'commit' });
  await signInAtTablet(page, 'kiemtra1', 'khong-phai-mat-khau');
  await page.getByText(wrong).waitFor();
  expect(await broken(page).count()).toBe(0);
  await context.close();
});

it('a line on which no answer comes is said to be one long before the try is given up', async () => {
  const page = await atTablet();
  await page.route('**/api/trpc/access.signIn*', () => undefined);
  await signInAtTablet(page, 'kiemtra1', 'khong-phai-mat-khau');
  await page.getByText('máy vẫn đang thử').waitFor({ timeout: 15_000 });
  await page.context().close();
});

it('what answers in the server’s place is told from a missing network', async () => {
  const page = await atTablet();
  const html = { status: 200, contentType: 'text/html', body: '<p>Wi-Fi' };
  await page.route('**/api/trpc/access.signIn*', (route) => route.fulfill(html));
  await signInAtTablet(page, 'kiemtra1', 'khong-phai-mat-khau');
  await page.getByText('Mạng ở đây chưa kết nối được tới máy chủ').waitFor();
  await page.context().close();
});
