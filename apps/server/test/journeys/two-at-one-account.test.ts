import { dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { houseUrl } from '../house.ts';
import { type Api, apiAs } from './api-as.ts';
import { signIn, type, violations } from './person.ts';
import { watchErrors } from './watch-errors.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const [given, own] = ['mot-mat-khau-duoc-cap', 'qua-mit-huong-rung-74'];
const [earlier, later] = ['nguoi.truoc@tinh.gov.vn', 'nguoi.sau@tinh.gov.vn'];

async function newAccount(
  api: Api,
  fullName: string,
  role: 'administrator' | 'inspector',
): Promise<{ readonly accountId: string; readonly username: string }> {
  const [accountId, today] = [uuidV7(), dateInVietnam(new Date())];
  const username = `cung.sua.${accountId.slice(-6)}`;
  const { units } = await api.organisation.list.query({ q: 'Xã Cổ Lễ', on: today });
  const unitId = units[0]?.id ?? null;
  const grants = [{ role, unitId, validFrom: today, validUntil: null }];
  const payload = { accountId, username, fullName, email: null, unitId, grants, password: given };
  await api.access.createAccount.mutate({ id: uuidV7(), payload });
  return { accountId, username };
}

/** Somebody who has put a password of their own in the place of the given one, at a desk of their own. */
async function signedIn(username: string): Promise<Page> {
  const api = await apiAs(username, houseUrl(), given);
  await api.access.changePassword.mutate({ id: uuidV7(), payload: { current: given, next: own } });
  const page = await (await browser.newContext({ locale: 'vi-VN' })).newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(new URL('/sign-in', houseUrl()).href);
  await type(page, 'Tên đăng nhập', username);
  await type(page, 'Mật khẩu', own);
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await page.waitForURL((url) => url.pathname === '/');
  return page;
}

it('of two who change one account the second is told what the first wrote, keeps what was typed, and saves once it was seen', {
  timeout: 240_000,
}, async () => {
  const api = await apiAs('quantri');
  const { accountId } = await newAccount(api, 'Phạm Thị Cùng Sửa', 'inspector');
  const { username } = await newAccount(api, 'Đinh Văn Quản Trị', 'administrator');
  const [first, second] = [await signIn(browser, 'quantri'), await signedIn(username)];
  const errors = watchErrors(second);
  for (const page of [first, second]) {
    await page.goto(new URL(`/accounts/${accountId}`, houseUrl()).href);
    await page.getByRole('link', { name: 'Sửa thông tin' }).click();
    await page.getByRole('region', { name: 'Sửa thông tin' }).waitFor();
  }
  await type(second, 'Họ và tên', 'Phạm Thị Cùng Sửa Đổi');
  await type(second, 'Thư điện tử', later);
  await type(first, 'Thư điện tử', earlier);
  await first.getByRole('button', { name: 'Lưu thông tin' }).click();
  await first.getByRole('status').getByText('Đã lưu thông tin tài khoản.').waitFor();

  const save = second.getByRole('button', { name: 'Lưu thông tin' });
  await save.click();
  await second
    .locator('.kc-field-error', { hasText: `Người khác vừa ghi mục này là “${earlier}”.` })
    .waitFor();
  expect(await second.getByLabel('Họ và tên').inputValue()).toBe('Phạm Thị Cùng Sửa Đổi');
  expect(await second.getByLabel('Thư điện tử').inputValue()).toBe(later);
  // The page around the form has it too.
  await second.locator('.kc-facts').getByText(earlier, { exact: true }).waitFor();
  expect(await violations(second)).toEqual([]);
  expect(await api.access.account.query({ accountId })).toMatchObject({
    fullName: 'Phạm Thị Cùng Sửa',
    email: earlier,
  });

  await save.click();
  await second.getByRole('status').getByText('Đã lưu thông tin tài khoản.').waitFor();
  await second.getByRole('heading', { level: 1, name: 'Phạm Thị Cùng Sửa Đổi' }).waitFor();
  expect(await api.access.account.query({ accountId })).toMatchObject({
    fullName: 'Phạm Thị Cùng Sửa Đổi',
    email: later,
  });
  // The refusal itself is the one thing that the browser writes down.
  expect(errors.filter((text) => !text.includes('409'))).toEqual([]);
});
