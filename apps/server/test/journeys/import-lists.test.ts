import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { houseUrl } from '../house.ts';
import { signIn, throwDraftAway, type, violations } from './person.ts';
import { watchErrors } from './watch-errors.ts';

let browser: Browser;
let folder: string;
beforeAll(async () => {
  browser = await launchBrowser();
  folder = await mkdtemp(join(tmpdir(), 'kycuong-lists-'));
});
afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

async function choose(page: Page, name: string, rows: readonly string[]): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, `\ufeff${rows.join('\r\n')}\r\n`);
  await page.getByLabel('Tệp danh sách').setInputFiles(path);
  return path;
}
const check = (page: Page) => page.getByRole('button', { name: 'Kiểm tra tệp' }).press('Enter');
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim());
const figures = async (page: Page) =>
  Object.fromEntries(
    await page
      .locator('.import-figures > div')
      .evaluateAll((all) =>
        all.map((one) => [one.querySelector('dt')?.textContent, one.querySelector('dd')?.textContent]),
      ),
  );
async function checked(page: Page) {
  await expect.poll(() => focused(page)).toBe('Kết quả kiểm tra, chưa ghi gì');
  return figures(page);
}
const beside = (page: Page, words: string | RegExp) => page.locator('.kc-field-error').getByText(words);
/** A refused file is an answer of 400, of which Chromium complains by itself. */
const others = (errors: readonly string[]) => errors.filter((error) => !error.includes('/api/import/'));

it('a file is refused with its reason, mended, told what to leave out, and imported', {
  timeout: 240_000,
}, async () => {
  const page = await signIn(browser, 'quantri');
  const errors = watchErrors(page);
  let sent = 0;
  page.on('request', (request) => {
    if (request.url().includes('/api/import/')) sent += 1;
  });
  await page.goto(new URL('/units/import', houseUrl()).href);
  const path = await choose(page, 'danh-sach.csv', [
    '<html><table><tr><td>Mã đơn vị</td></tr></table></html>',
  ]);
  await type(page, 'Từ ngày', '01/01/2019');
  await type(page, 'Ngày cuối cùng còn hiệu lực', '31/12/2019');
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: 'Kiểm tra tệp' }).dblclick();
  await beside(page, /trang web \(HTML\)/).waitFor();
  await expect.poll(() => focused(page)).toContain('Còn 1 chỗ cần sửa');
  expect(sent).toBe(1);

  // Saved over in the office's own program, which browsers let no page read.
  const rows = [
    'Mã đơn vị;Tên đơn vị;Loại;Mã đơn vị cấp trên;Địa chỉ;STT',
    '99901;Xã Thử Nghiệm;Xã;363;Số 1;1',
  ];
  await writeFile(path, `${rows.join('\n')}\n`);
  await check(page);
  await beside(page, /Hãy chọn lại tệp/).waitFor();
  await choose(page, 'danh-sach.csv', rows);
  await check(page);
  await beside(page, /cột không rõ dùng để làm gì: Địa chỉ\./).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('checkbox', { name: 'Bỏ qua cột “Địa chỉ”' }).press('Space');
  await check(page);
  expect(await checked(page)).toMatchObject({ Đọc: '1', 'Thêm mới': '1', 'Không nhận': '0' });
  await page.getByText('Địa chỉ, STT').waitFor();
  expect(await violations(page)).toEqual([]);
  const before = sent;
  await page.getByRole('button', { name: 'Nhập 1 dòng' }).dblclick();
  await expect.poll(() => focused(page)).toBe('Đã nhập xong');
  expect(sent - before).toBe(1);

  await page.getByRole('button', { name: 'Nhập tệp khác' }).press('Enter');
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('file');
  // The same unit, in a list that ends inside its days.
  await choose(page, 'danh-sach-2.csv', [rows[0] ?? '', '99901;Xã Thử Nghiệm;Xã;363;;1']);
  await type(page, 'Từ ngày', '01/01/2019');
  await type(page, 'Ngày cuối cùng còn hiệu lực', '30/06/2019');
  await check(page);
  expect(await checked(page)).toMatchObject({ Đọc: '1', 'Cập nhật': '0' });
  await page.getByText('Không có gì để nhập').waitFor();
  const question = page.getByRole('group', { name: /^Dòng 2: / });
  await question.getByRole('radio', { name: 'Không' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.getByText('Câu trả lời đã thay đổi.').waitFor();
  expect(await page.getByRole('button', { name: /^Nhập \d/ }).count()).toBe(0);
  await page.getByRole('button', { name: 'Kiểm tra lại' }).press('Enter');
  await page.getByRole('button', { name: 'Nhập 1 dòng' }).waitFor();
  expect(await checked(page)).toMatchObject({ 'Cập nhật': '1' });
  expect(await question.getByRole('radio', { name: 'Đồng ý' }).isChecked()).toBe(true);
  await page.getByRole('button', { name: 'Nhập 1 dòng' }).press('Enter');
  await expect.poll(() => focused(page)).toBe('Đã nhập xong');
  await page.getByRole('link', { name: 'Xem lần nhập' }).press('Enter');
  await page.getByText('danh-sach-2.csv').first().waitFor();
  await page.getByText('Xã Thử Nghiệm').first().waitFor();
  expect(others(errors)).toEqual([]);
});

it('a workbook to begin with is read for what it is', { timeout: 120_000 }, async () => {
  const page = await signIn(browser, 'quantri');
  const errors = watchErrors(page);
  await page.goto(new URL('/accounts/import', houseUrl()).href);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Tải tệp mẫu' }).press('Enter');
  const path = join(folder, 'tai-khoan.xlsx');
  await (await download).saveAs(path);
  await page.getByLabel('Tệp danh sách').setInputFiles(path);
  await check(page);
  await beside(page, 'Dưới dòng tiêu đề (dòng 1) không có dòng dữ liệu nào.').waitFor();
  expect(others(errors)).toEqual([]);
});

it('a list of people tells whom it renames before anything happens', { timeout: 240_000 }, async () => {
  const page = await signIn(browser, 'quantri');
  const errors = watchErrors(page);
  await page.goto(new URL('/accounts/import', houseUrl()).href);
  await choose(page, 'can-bo.csv', [
    'Tên đăng nhập;Họ và tên;Mã đơn vị;Vai trò;Từ ngày',
    'vanphong;Trùng Tên;14026;Người đứng đầu đơn vị;01/01/2027',
    'ha.thu;Hà Thị Thư;14026;Cán bộ kiểm tra;01/12/2026',
    'thanh.tra;Lê Thanh Tra;14026;thanh tra;01/12/2026',
  ]);
  await check(page);
  expect(await checked(page)).toMatchObject({
    Đọc: '3',
    'Thêm mới': '1',
    'Chờ trả lời': '1',
    'Không nhận': '1',
  });
  await page.getByText('4 · thanh.tra').waitFor();
  await page.getByText('“thanh tra” không phải một vai trò.').waitFor();
  const told = page.getByRole('table', { name: 'Sẽ thay đổi (1)' });
  await told.getByText('Tạo tài khoản cho Hà Thị Thư.').waitFor();
  await told.getByText(/vai trò Cán bộ kiểm tra, phạm vi Xã Cổ Lễ/).waitFor();
  await page
    .getByText(/^Dòng 2 · vanphong Tài khoản vanphong đang mang tên Trần Thị Bích Ngọc, tệp ghi Trùng Tên\./)
    .waitFor();
  await page.getByText('Khi chưa đồng ý, dòng không được nhập.').waitFor();
  expect(await violations(page)).toEqual([]);
  const person = page.getByRole('group', { name: /^Dòng 2: Tài khoản vanphong/ });
  const role = page.getByRole('group', { name: /^Dòng 2: Trùng Tên còn giữ vai trò/ });
  await person.getByRole('radio', { name: 'Không' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('button', { name: 'Kiểm tra lại' }).press('Enter');
  await role.waitFor();
  await page.getByText('Đổi họ tên từ Trần Thị Bích Ngọc thành Trùng Tên.').waitFor();
  // It is another person after all.
  await person.getByRole('radio', { name: 'Đồng ý' }).focus();
  await page.keyboard.press('ArrowLeft');
  await page.getByRole('button', { name: 'Kiểm tra lại' }).press('Enter');
  await role.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Nhập 1 dòng' }).press('Enter');
  await expect.poll(() => focused(page)).toBe('Đã nhập xong');
  await page.getByText('Chưa làm vì chưa được đồng ý (1)').waitFor();
  // Whoever would leave without the passwords is asked, by whatever way.
  for (const way of [
    page.getByRole('link', { name: 'Xem lần nhập' }),
    page.getByRole('link', { name: 'Xem danh sách tài khoản' }),
    page.getByRole('button', { name: 'Nhập tệp khác' }),
  ]) {
    await way.click();
    const dialog = page.getByRole('dialog', { name: 'Chưa tải danh sách mật khẩu' });
    await dialog.getByRole('button', { name: 'Ở lại trang' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('Mật khẩu chỉ hiện một lần này.', { exact: false }).waitFor();
  }
  const passwords = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Tải danh sách mật khẩu (CSV)' }).press('Enter');
  expect((await passwords).suggestedFilename()).toBe('mat-khau-lan-dau.csv');
  await page.getByRole('link', { name: 'Xem danh sách tài khoản' }).click();
  await page.getByRole('heading', { level: 1, name: 'Tài khoản' }).waitFor();
  await page.goto(new URL('/accounts?q=vanphong', houseUrl()).href);
  await page.getByText('Trần Thị Bích Ngọc').first().waitFor();
  expect(others(errors)).toEqual([]);
});

it('a former name leads to what the unit is now', { timeout: 120_000 }, async () => {
  const page = await signIn(browser, 'quantri');
  await page.goto(new URL('/units', houseUrl()).href);
  await page.getByRole('searchbox').pressSequentially('trung dong');
  await page.getByRole('heading', { name: 'Tên cũ' }).waitFor();
  await page.getByText('(đến hết 30/06/2025)').first().waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('link', { name: 'Xã Cổ Lễ' }).click();
  await page.getByRole('heading', { level: 1, name: 'Xã Cổ Lễ' }).waitFor();

  await page.goto(new URL('/accounts/new', houseUrl()).href);
  const field = page.getByLabel('Tại đơn vị');
  await field.pressSequentially('trung dong');
  await page.getByRole('option', { name: 'Xã Trung Đông → nay: Xã Cổ Lễ' }).waitFor();
  await field.press('Enter');
  await expect.poll(() => field.inputValue()).toBe('Xã Cổ Lễ');
  await throwDraftAway(page);
});
