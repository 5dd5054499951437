import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { houseUrl } from '../house.ts';
import { cookieAs } from './api-as.ts';
import { signIn, violations } from './person.ts';
import { watchErrors } from './watch-errors.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const file =
  'username,full_name,unit_code,role,valid_from\nnham.lan,Trương Văn Nhầm Lẫn,37,inspector,2026-01-01\n';

/** A list of people comes in, as the form sends it. */
async function bring(): Promise<void> {
  const form = new FormData();
  form.set('file', new File([file], 'nham-lan.csv', { type: 'text/csv' }));
  form.set('input', JSON.stringify({ passwords: [] }));
  form.set('id', crypto.randomUUID());
  form.set('dryRun', 'false');
  const headers = { cookie: await cookieAs('quantri'), origin: new URL(houseUrl()).origin };
  const answer = await fetch(new URL('/api/import/users', houseUrl()), {
    method: 'POST',
    body: form,
    headers,
  });
  expect(await answer.text()).toContain('"created":1');
}
it('an administrator finds an import, reads what it changed, has its file and takes it back with a reason', {
  timeout: 240_000,
}, async () => {
  await bring();
  const page = await signIn(browser, 'quantri');
  const errors = watchErrors(page);
  await page.goto(new URL('/accounts', houseUrl()).href);
  await page.getByRole('link', { name: 'Lịch sử nhập' }).click();
  await page.getByRole('heading', { level: 1, name: 'Lịch sử nhập danh sách' }).waitFor();
  await page.getByText('nham-lan.csv').waitFor();
  expect(await violations(page)).toEqual([]);
  const first = page.locator('.kc-row-button').first();
  await first.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'nham-lan.csv' }).waitFor();
  await page.getByText('Trương Văn Nhầm Lẫn (nham.lan)').first().waitFor();
  await page.getByText('khớp với nhật ký', { exact: true }).waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Tải tệp gốc' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('nham-lan.csv');
  await page.getByRole('link', { name: 'Thu hồi lần nhập' }).click();
  await page.getByLabel('Lý do thu hồi').pressSequentially('Nhập nhầm người của đơn vị khác');
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Thu hồi lần nhập' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText(/^Đã thu hồi lúc/).waitFor();
  await page.getByText(/Nhập nhầm người của đơn vị khác/).waitFor();
  expect(await page.getByRole('link', { name: 'Thu hồi lần nhập' }).count()).toBe(0);
  await page.goto(new URL('/accounts?q=nham.lan', houseUrl()).href);
  await page.getByText('Không có').first().waitFor();
  await page.goto(new URL('/trail?q=nham-lan.csv', houseUrl()).href);
  await page.getByText('Tải tệp đã nhập').first().waitFor();
  expect(errors).toEqual([]);
});
