import { Secret, TOTP } from 'otpauth';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { houseUrl } from '../house.ts';
import { signIn, type, violations } from './person.ts';
import { watchErrors } from './watch-errors.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function newcomer(page: Page, username: string, fullName: string): Promise<void> {
  await page.goto(new URL('/accounts/new', houseUrl()).href);
  await type(page, 'Họ và tên', fullName);
  await type(page, 'Tên đăng nhập', username);
  await page.getByLabel('Tại đơn vị').pressSequentially('co le');
  await page
    .getByRole('option', { name: /Xã Cổ Lễ/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Tạo tài khoản' }).click();
  await page.getByText('Đã tạo 1 tài khoản').waitFor();
  await page.goto(new URL('/accounts', houseUrl()).href);
  await page.getByText(fullName).first().click();
  await page.getByRole('link', { name: 'Mở trang tài khoản' }).click();
  await page.getByRole('heading', { level: 1, name: fullName }).waitFor();
}
async function stranger(): Promise<Page> {
  const context = await browser.newContext({ locale: 'vi-VN' });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(new URL('/sign-in', houseUrl()).href);
  return page;
}
async function enter(page: Page, username: string, password: string): Promise<void> {
  await type(page, 'Tên đăng nhập', username);
  await type(page, 'Mật khẩu', password);
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
}
/** An act was done: it is said, and the focus is where it can be gone on with. */
async function done(page: Page, words: string | RegExp, focus: string): Promise<void> {
  await page.getByRole('status').getByText(words, { exact: true }).waitFor();
  await expect.poll(() => focused(page)).toBe(focus);
}
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent);
const home = (page: Page) => page.getByRole('heading', { level: 1, name: 'Việc chờ tôi' }).waitFor();

it('an administrator hands over a slip, ends a role and locks the account', {
  timeout: 240_000,
}, async () => {
  const admin = await signIn(browser, 'quantri');
  const errors = watchErrors(admin);
  await newcomer(admin, 'phieu.giay', 'Trịnh Thị Phiếu Giấy');
  await admin.getByRole('link', { name: 'Đặt lại mật khẩu' }).click();
  await admin.getByRole('button', { name: 'Lập phiếu' }).click();
  const code = (await admin.locator('.paper-slip-sheet code').textContent()) ?? '';
  expect(code).toMatch(/^\w{4}(-\w{4}){3}$/);
  expect(await violations(admin)).toEqual([]);
  await admin.emulateMedia({ media: 'print' });
  expect(await admin.locator('.paper-slip-sheet code').isVisible()).toBe(true);
  expect(await admin.getByRole('heading', { level: 1 }).count()).toBe(0);
  await admin.emulateMedia({ media: 'screen' });

  const person = await stranger();
  await enter(person, 'phieu.giay', code);
  const own = 'qua-mit-huong-rung-71';
  await type(person, 'Mật khẩu mới', own);
  await person.getByRole('button', { name: 'Đặt mật khẩu và đăng nhập' }).click();
  await home(person);

  await admin.getByRole('button', { name: 'Đã trao phiếu' }).click();
  await done(admin, /^Đã đặt lại mật khẩu\. Phiếu dùng đến \d/, 'Đặt lại mật khẩu');
  await admin.getByRole('link', { name: 'Sửa thông tin' }).click();
  // Taken back, a decision leaves nobody lost either.
  await admin.getByRole('button', { name: 'Hủy' }).click();
  await expect.poll(() => focused(admin)).toBe('Sửa thông tin');
  await admin.getByRole('link', { name: 'Sửa thông tin' }).click();
  await type(admin, 'Thư điện tử', 'phieu.giay@tinh.gov.vn');
  await admin.getByRole('button', { name: 'Lưu thông tin' }).click();
  await done(admin, 'Đã lưu thông tin tài khoản.', 'Sửa thông tin');
  await admin.getByRole('link', { name: 'Kết thúc các phiên' }).click();
  await admin.getByRole('button', { name: 'Kết thúc các phiên' }).click();
  await done(admin, 'Đã kết thúc 1 phiên đăng nhập.', 'Kết thúc các phiên');
  const atSignIn = person.getByRole('heading', { level: 1, name: 'Đăng nhập' });
  await person.reload();
  await atSignIn.waitFor();
  await enter(person, 'phieu.giay', own);
  await home(person);
  await admin.getByRole('link', { name: 'Giao vai trò' }).click();
  await admin.getByRole('button', { name: 'Giao vai trò' }).click();
  await done(admin, 'Đã giao vai trò.', 'Giao vai trò');
  await admin.getByRole('link', { name: 'Kết thúc vai trò Người đứng đầu đơn vị' }).click();
  // What a leaver holds is beside the decision: a head's are the actions that the unit has to answer.
  await admin.getByText('yêu cầu khắc phục đơn vị còn phải báo cáo').first().waitFor();
  await admin.getByRole('button', { name: 'Kết thúc', exact: true }).click();
  await admin.getByText(/đang giữ · từ .* đến hết/).waitFor();
  await done(admin, /^Đã ghi ngày cuối cùng của vai trò Người đứng đầu đơn vị: /, 'Kết thúc');
  await admin.getByRole('link', { name: 'Khóa tài khoản' }).click();
  await admin.getByRole('button', { name: 'Khóa tài khoản' }).click();
  await admin.getByText('Nhập lý do.').first().waitFor();
  await type(admin, 'Lý do', 'Chuyển công tác');
  await admin.getByRole('button', { name: 'Khóa tài khoản' }).click();
  await admin.getByText('Lý do: Chuyển công tác').waitFor();
  // What was pressed is gone with the act; the person's name above it is not.
  await done(admin, 'Đã khóa tài khoản.', 'Trịnh Thị Phiếu Giấy');
  expect(await violations(admin)).toEqual([]);

  await person.reload();
  await atSignIn.waitFor();
  await admin.getByRole('link', { name: 'Mở khóa' }).click();
  await type(admin, 'Lý do', 'Trở lại làm việc');
  await admin.getByRole('button', { name: 'Mở khóa' }).click();
  await done(admin, 'Đã mở khóa tài khoản.', 'Trịnh Thị Phiếu Giấy');
  expect(errors).toEqual([]);
});

it('a person turns the second factor on, and signs in with it and with a recovery code', {
  timeout: 240_000,
}, async () => {
  const admin = await signIn(browser, 'quantri');
  await newcomer(admin, 'hai.buoc', 'Lương Thị Hai Bước');
  await admin.getByRole('link', { name: 'Đặt lại mật khẩu' }).click();
  await admin.getByRole('button', { name: 'Lập phiếu' }).click();
  const code = (await admin.locator('.paper-slip-sheet code').textContent()) ?? '';
  const own = 'qua-mit-huong-rung-72';
  const person = await stranger();
  const errors = watchErrors(person);
  await enter(person, 'hai.buoc', code);
  await type(person, 'Mật khẩu mới', own);
  await person.getByRole('button', { name: 'Đặt mật khẩu và đăng nhập' }).click();
  await home(person);
  await person.goto(new URL('/account/second-factor', houseUrl()).href);
  await person.getByRole('button', { name: 'Bật xác thực hai bước' }).click();
  const secret = ((await person.locator('.enrol-factor code').textContent()) ?? '').replaceAll(' ', '');
  const totp = new TOTP({ secret: Secret.fromBase32(secret) });
  await person.getByRole('img', { name: /Mã QR/ }).waitFor();
  expect(await violations(person)).toEqual([]);
  await type(person, 'Mã xác thực', totp.generate());
  await type(person, 'Mật khẩu hiện tại', own);
  await person.getByRole('button', { name: 'Bật xác thực hai bước' }).click();
  await person.getByText('Đã bật xác thực hai bước').waitFor();
  const codes = await person.locator('.recovery-codes code').allTextContents();
  expect(codes).toHaveLength(10);
  await person.getByRole('button', { name: 'Tôi đã cất mã' }).click();
  await person.getByText('Còn 10 mã dự phòng').waitFor();
  await expect.poll(() => focused(person)).toBe('Xác thực hai bước');

  for (const [second, wrong] of [
    // The step of the enrolment is used up; the one after it is good already.
    [() => totp.generate({ timestamp: Date.now() + 30_000 }), '000000'],
    [() => codes[0] ?? '', undefined],
  ] as const) {
    const again = await stranger();
    await enter(again, 'hai.buoc', own);
    await again.getByRole('heading', { name: 'Bước thứ hai' }).waitFor();
    if (wrong) {
      await type(again, 'Mã xác thực', wrong);
      await again.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
      await again.getByText('Mã không đúng').first().waitFor();
    }
    await type(again, 'Mã xác thực', second());
    await again.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
    await home(again);
  }
  await type(person, 'Mật khẩu hiện tại', own);
  await type(person, 'Mã xác thực', codes[1] ?? '');
  await person.getByRole('button', { name: 'Tắt xác thực hai bước' }).click();
  await done(person, 'Đã tắt xác thực hai bước.', 'Xác thực hai bước');
  expect(errors).toEqual([]);
});
