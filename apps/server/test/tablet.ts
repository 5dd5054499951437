import { demoPassword } from '@kycuong/domain/access/demo-accounts.ts';
import type { Page } from 'playwright-core';
import { houseUrl } from './browser.ts';

/** The unlock code of everybody in these tests. */
export const unlockCode = '284619';

/** Opens the tablet's app, signs a person in, and sets the code that the first sign-in on a device asks for. */
export async function enterTablet(
  page: Page,
  username: string,
  code = unlockCode,
  house = houseUrl(),
): Promise<void> {
  await page.goto(new URL('/field/', house).href);
  await signInAtTablet(page, username);
  await setCode(page, code);
}

export async function signInAtTablet(page: Page, username: string): Promise<void> {
  await page.getByLabel('Tên đăng nhập').fill(username);
  await page.getByLabel('Mật khẩu').fill(demoPassword);
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
}

/** Sets an unlock code, and waits for what lies behind it. */
export async function setCode(page: Page, code = unlockCode): Promise<void> {
  await page.getByLabel('Mã mới', { exact: true }).fill(code);
  await page.getByLabel('Nhập lại mã mới').fill(code);
  await page.getByRole('button', { name: 'Đặt mã và tiếp tục' }).click();
  await page.getByLabel('Nhập lại mã mới').waitFor({ state: 'detached' });
}

/** Opens the locked tablet again, as after every start of the app. Works in both languages. */
export async function unlockTablet(page: Page, code = unlockCode): Promise<void> {
  const field = page.locator('#unlock-code');
  await field.fill(code);
  await field.press('Enter');
  await field.waitFor({ state: 'detached' });
}

/** Loads the page anew, which locks it, and opens it again. */
export async function reloadTablet(page: Page, code = unlockCode): Promise<void> {
  await page.reload();
  await unlockTablet(page, code);
}
