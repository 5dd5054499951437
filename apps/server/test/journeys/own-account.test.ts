import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { houseUrl } from '../house.ts';
import { apiAs } from './api-as.ts';
import { signIn, type, violations } from './person.ts';
import { watchErrors } from './watch-errors.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
});

const username = `moi.${uuidV7().slice(-6)}`;
const given = 'mot-mat-khau-duoc-cap';
const own = 'qua-mit-huong-rung-71';

async function atSignIn(): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'vi-VN' });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(new URL('/sign-in', houseUrl()).href);
  return page;
}

async function typeSignIn(page: Page, secret: string): Promise<void> {
  await type(page, 'Tên đăng nhập', username);
  await type(page, 'Mật khẩu', secret);
  await page.keyboard.press('Enter');
}

describe('a first password', () => {
  test('is given by the administrator, and a weak one is told while it is typed', async () => {
    const page = await signIn(browser, 'quantri');
    await page.goto(new URL('/accounts/new', houseUrl()).href);
    await type(page, 'Họ và tên', 'Lê Thị Mới');
    await type(page, 'Tên đăng nhập', username);
    const role = page.getByRole('group', { name: 'Vai trò 1' });
    await role.getByLabel('Tại đơn vị').click();
    await page.keyboard.type('co le');
    await page.getByRole('option', { name: /Xã Cổ Lễ/ }).click();
    await type(page, 'Mật khẩu lần đầu', 'lethimoi2026');
    await page.getByText('Chưa đủ mạnh: Mật khẩu này lấy từ họ tên').waitFor();
    await page.getByRole('button', { name: 'Tạo tài khoản', exact: true }).click();
    await page.getByRole('alert').getByText('Mật khẩu này lấy từ họ tên').waitFor();
    const focused = () => page.evaluate(() => document.activeElement?.className);
    await expect.poll(focused).toMatch(/^kc-error-summary\b/);
    // Told together with what else is wrong; and what only the server can say is where the eye is, too.
    await type(page, 'Họ và tên', ' ');
    await page.keyboard.press('Backspace');
    await type(page, 'Mật khẩu lần đầu', 'xacole2026');
    await page.getByRole('button', { name: 'Tạo tài khoản', exact: true }).click();
    await expect.poll(() => page.locator('.kc-error-summary li').count()).toBe(2);
    await type(page, 'Họ và tên', 'Lê Thị Mới');
    await type(page, 'Tên đăng nhập', 'quantri');
    await type(page, 'Mật khẩu lần đầu', given);
    await page.getByRole('button', { name: 'Tạo tài khoản', exact: true }).click();
    await page.getByRole('alert').getByText('quantri').waitFor();
    await expect.poll(focused).toMatch(/^kc-error-summary\b/);
    await type(page, 'Tên đăng nhập', username);
    await page.getByText('Mật khẩu này khó đoán.').waitFor();
    await page.getByRole('button', { name: 'Tạo tài khoản', exact: true }).click();
    await page.getByText('Đã tạo 1 tài khoản').waitFor();
    await page.context().close();
  });

  test('whoever signs out instead takes along what they had left on the computer, after one question', async () => {
    const administrator = await apiAs('quantri');
    const people = await administrator.access.accounts.query({ q: username });
    const copy = {
      draftId: uuidV7(),
      version: 0,
      content: { fullName: 'Dở dang' },
      sent: null,
      at: Date.now(),
    };
    const keyOf = (accountId: string) => `kycuong.draft:${accountId}:account:@${uuidV7()}`;
    const [mine, colleagues] = [keyOf(people[0]?.id ?? ''), keyOf(uuidV7())];
    const page = await atSignIn();
    await page.evaluate(
      ([text, ...keys]) => {
        for (const key of keys) localStorage.setItem(key, text ?? '');
      },
      [JSON.stringify(copy), mine, colleagues],
    );
    await typeSignIn(page, given);
    await page.getByRole('heading', { name: 'Đặt mật khẩu của riêng bạn' }).waitFor();
    await page.getByRole('button', { name: 'Đăng xuất' }).click();
    await page.getByRole('button', { name: 'Đăng xuất và xóa' }).click();
    await page.getByRole('status').getByText('đăng xuất').waitFor();
    const left = await page.evaluate(() => Object.keys(localStorage));
    expect(left.filter((key) => key.startsWith('kycuong.draft:'))).toEqual([colleagues]);
    await page.context().close();
  });

  test('opens only the setting of one’s own, which is refused with its reason until it is a good one', async () => {
    const page = await atSignIn();
    const errors = watchErrors(page);
    await typeSignIn(page, given);
    await page.getByRole('heading', { name: 'Đặt mật khẩu của riêng bạn' }).waitFor();
    // Neither another address nor a reload leads past it.
    await page.goto(new URL('/accounts', houseUrl()).href);
    await page.getByRole('heading', { name: 'Đặt mật khẩu của riêng bạn' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await type(page, 'Mật khẩu được cấp', given);
    // Neither the given one nor one's own unit is ever praised.
    await type(page, 'Mật khẩu mới', given);
    await page.getByText('Chưa đủ mạnh: Mật khẩu mới phải khác mật khẩu cũ').waitFor();
    await type(page, 'Mật khẩu mới', 'xacole2026');
    await page.getByText('Chưa đủ mạnh: Mật khẩu này lấy từ họ tên').waitFor();
    await type(page, 'Mật khẩu mới', 'matkhau2026');
    await page.getByText('Chưa đủ mạnh: Mật khẩu này có trong các danh sách').waitFor();
    await page.getByRole('button', { name: 'Hiện mật khẩu' }).last().click();
    expect(await page.getByLabel('Mật khẩu mới').getAttribute('type')).toBe('text');
    errors.length = 0;
    await page.getByRole('button', { name: 'Đặt mật khẩu và đăng nhập' }).click();
    await page.getByRole('alert').getByText('Mật khẩu này có trong các danh sách').waitFor();
    // The refusal itself is the one thing that the browser writes down.
    expect(errors.filter((text) => !text.includes('400'))).toEqual([]);
    await type(page, 'Mật khẩu mới', own);
    await page.getByText('Mật khẩu này khó đoán.').waitFor();
    await type(page, 'Mật khẩu được cấp', `${given}x`);
    await page.getByRole('button', { name: 'Đặt mật khẩu và đăng nhập' }).click();
    await page.getByRole('button', { name: 'Mật khẩu được cấp: Mật khẩu đã nhập không đúng.' }).waitFor();
    await type(page, 'Mật khẩu được cấp', given);
    await page.getByRole('button', { name: 'Đặt mật khẩu và đăng nhập' }).click();
    // Where it was to go is not this person's: that is said, with the way home and nothing to try again.
    await page.getByRole('heading', { name: 'Bạn không có quyền làm việc này.' }).waitFor();
    expect(await page.getByRole('button', { name: 'Tạo tài khoản' }).count()).toBe(0);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('link', { name: 'Về việc chờ tôi' }).click();
    await page.getByRole('heading', { level: 1, name: 'Việc chờ tôi' }).waitFor();
    await page.context().close();
  });
});

test('one sees where one is signed in and ends it elsewhere; that place is at the sign-in with its next step', async () => {
  const elsewhere = await atSignIn();
  await typeSignIn(elsewhere, own);
  await elsewhere.getByRole('heading', { level: 1, name: 'Việc chờ tôi' }).waitFor();
  const page = await atSignIn();
  await typeSignIn(page, own);
  await page.getByRole('button', { name: /Lê Thị Mới/ }).click();
  await page.getByRole('menuitem', { name: 'Nơi đang đăng nhập' }).click();
  const sessions = page.getByRole('list', { name: 'Nơi đang đăng nhập' });
  await sessions.getByText('Phiên này').waitFor();
  expect(await sessions.getByText('Chrome trên Linux').count()).toBeGreaterThan(1);
  expect(await violations(page)).toEqual([]);
  const everywhere = page.getByRole('button', { name: /^Kết thúc \d+ phiên khác$/ });
  await everywhere
    .or(sessions.getByRole('button', { name: 'Kết thúc' }))
    .first()
    .click();
  await page
    .getByRole('status')
    .getByText(/^Đã kết thúc \d+ phiên đăng nhập\.$/)
    .waitFor();
  await page.getByText('Ngoài phiên này, bạn không đăng nhập ở đâu khác.').waitFor();
  // What was pressed is gone with its session; the list of them is not.
  expect(await sessions.evaluate((list) => list === document.activeElement)).toBe(true);
  await elsewhere.reload();
  await elsewhere.getByRole('heading', { name: 'Đăng nhập' }).waitFor();
  await elsewhere.context().close();

  // Signed out, the way back shows nothing of what was there.
  await page.getByRole('button', { name: /Lê Thị Mới/ }).click();
  await page.getByRole('menuitem', { name: 'Đăng xuất' }).click();
  await page.getByText('Bạn đã đăng xuất.').waitFor();
  for (const _ of [1, 2]) {
    await page.goBack().catch(() => undefined);
    await page.getByRole('heading', { name: 'Đăng nhập' }).waitFor();
    expect(await page.getByText('Lê Thị Mới').count()).toBe(0);
  }
  await page.context().close();
});

test('a browser that may keep whole pages for the way back shows none of the person’s after the sign-out', async () => {
  // The driver turns the keeping of whole pages off unless it is told not to; whether Chromium then keeps one is its own affair.
  const keeping = await launchBrowser({ ignoreDefaultArgs: ['--disable-back-forward-cache'] });
  const page = await signIn(keeping, 'quantri');
  const rows = page.getByRole('table').getByRole('row');
  await page.goto(new URL('/accounts', houseUrl()).href);
  await rows.nth(1).waitFor();
  await page.goto(new URL('/trail', houseUrl()).href);
  await rows.nth(1).waitFor();
  const seen = await rows.nth(1).getByRole('cell').nth(1).innerText();
  expect(seen.trim()).not.toBe('');
  await page.locator('.nav-person').click();
  await page.getByRole('menuitem', { name: 'Đăng xuất' }).click();
  await page.getByText('Bạn đã đăng xuất.').waitFor();
  for (const steps of [-1, -2]) {
    await page.evaluate((by) => history.go(by), steps);
    await page.waitForURL((url) => url.searchParams.get('notice') !== 'signed-out');
    await page.getByRole('heading', { level: 1, name: 'Đăng nhập' }).waitFor();
    expect(await page.getByRole('table').count()).toBe(0);
    expect(await page.locator('body').innerText()).not.toContain(seen);
    await page.goto(new URL('/sign-in?notice=signed-out', houseUrl()).href);
  }
  await keeping.close();
});

test('an administrator reads in the security log what became of the account, by kind and by account', async () => {
  const page = await signIn(browser, 'quantri');
  await page.getByRole('link', { name: 'Nhật ký an ninh' }).click();
  const log = page.getByRole('table', { name: 'Nhật ký an ninh' });
  const row = log.getByRole('row', { name: new RegExp(username) });
  await row.first().waitFor();
  await row.first().getByRole('button').click();
  await page.getByRole('button', { name: 'Xem tài khoản này' }).click();
  await log.getByText('Đổi mật khẩu').first().waitFor();
  await log.getByText('Đăng xuất').first().waitFor();
  // But for the head, every row is of this account, once the others are gone.
  await expect.poll(() => log.getByRole('row').filter({ hasNotText: username }).count()).toBe(1);
  expect(await violations(page)).toEqual([]);
  expect(await page.content()).not.toMatch(new RegExp(`${own}|${given}`));
  await page.context().close();
});

test('a session that was ended elsewhere is signed in again over the page, which goes on where it was', async () => {
  const elsewhere = await atSignIn();
  const errors = watchErrors(elsewhere);
  await typeSignIn(elsewhere, own);
  await elsewhere.getByRole('heading', { level: 1, name: 'Việc chờ tôi' }).waitFor();
  const page = await atSignIn();
  await typeSignIn(page, own);
  await page.getByRole('heading', { level: 1, name: 'Việc chờ tôi' }).waitFor();
  await page.goto(new URL('/account/sessions', houseUrl()).href);
  await page
    .getByRole('button', { name: /^Kết thúc( \d+ phiên khác)?$/ })
    .first()
    .click();
  await page.getByText('Ngoài phiên này, bạn không đăng nhập ở đâu khác.').waitFor();
  await page.context().close();

  await elsewhere.getByRole('link', { name: 'Lịch kiểm tra tại đơn vị' }).click();
  const dialog = elsewhere.getByRole('dialog', { name: 'Phiên làm việc đã kết thúc' });
  await dialog.getByLabel(/^Mật khẩu của tài khoản/).focus();
  expect(await violations(elsewhere)).toEqual([]);
  await elsewhere.keyboard.type(own);
  await elsewhere.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await elsewhere.waitForURL(/\/rounds/);
  await elsewhere.getByRole('heading', { level: 1, name: 'Lịch kiểm tra tại đơn vị' }).waitFor();
  // That nobody is signed in any more is the one thing that the browser writes down.
  expect(errors.filter((text) => !/401|UNAUTHORIZED/.test(text))).toEqual([]);
  // An address that leads to the sign-in itself leads home instead.
  await elsewhere.goto(new URL('/sign-in?from=%2Fsign-in%3Ffrom%3D%252Frounds', houseUrl()).href);
  await elsewhere.getByRole('heading', { level: 1, name: 'Việc chờ tôi' }).waitFor();
  await elsewhere.context().close();
});
