import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { goTo, goToItem, makeReady, openTablet, picture, reloadTablet, takePhoto } from '../tablet.ts';
import { tabletRows } from '../tablet-rows.ts';
import { type as typeInto, violations } from './person.ts';

let browser: Browser;
let page: Page;
let visitId = '';
beforeAll(async () => {
  browser = await launchBrowser();
  ({ page } = await openTablet(browser, 'kiemtra1'));
  visitId = await makeReady(page, 'Minh Thái');
});
afterAll(async () => {
  await browser?.close();
});

const at = (place: string) => goTo(page, `/field/visit/${visitId}/${place}`);
const draft = (name: string) => page.locator('.drafts > li').filter({ hasText: name });

async function throwAway(name: string, said: RegExp): Promise<void> {
  await draft(name).getByRole('button', { name: 'Bỏ bản nháp' }).click();
  await draft(name).getByText(said).waitFor();
  expect(await violations(page)).toEqual([]);
  await draft(name).getByRole('button', { name: 'Bỏ hẳn' }).click();
  await draft(name).waitFor({ state: 'detached' });
}

describe('a dossier that is half typed and left', () => {
  const name = 'Đăng ký khai sinh tại nhà';

  it('is found in the list and on the overview, also after a start, and goes on as it was', async () => {
    await at('dossiers');
    await page.getByRole('button', { name: 'Thêm hồ sơ' }).click();
    await typeInto(page, 'Mã hồ sơ', 'H40-7');
    await page.locator('#procedure').pressSequentially(name);
    await page.goBack();
    await draft(name).waitFor();
    await picture(page, 'dossier-draft');
    await reloadTablet(page);
    await at('overview');
    await page.getByRole('heading', { name: 'Bản nháp chưa ghi (1)' }).waitFor();
    await draft(name).getByRole('link').click();
    await expect.poll(() => page.locator('#code').inputValue()).toBe('H40-7');
    expect(await page.locator('#procedure').inputValue()).toBe(name);
  });

  it('is thrown away after one question', async () => {
    await at('dossiers');
    await throwAway(name, /Nội dung đã nhập sẽ mất/);
    await at('overview');
    await page.locator('.overview').waitFor();
    expect(await page.getByText('Bản nháp chưa ghi').count()).toBe(0);
  });
});

describe('a finding that is begun at an item and left', () => {
  const name = 'Quầy số hai không có người trực';
  const raise = () => page.locator('.card').getByText('Thêm phát hiện', { exact: true });

  it('stands at its item, and is offered before another is begun', async () => {
    await goToItem(page, visitId, 'M18');
    await raise().click();
    await page.getByLabel('Tóm tắt').pressSequentially(name);
    await takePhoto(page);
    await page.locator('.photo img').waitFor();
    await page.goBack();
    await draft(name).waitFor();
    await picture(page, 'finding-draft');
    await raise().click();
    await page.getByRole('heading', { name: 'Mục này còn phát hiện chưa ghi' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Thêm phát hiện khác' }).click();
    expect(await page.getByLabel('Tóm tắt').inputValue()).toBe('');
    await page.goBack();
    await raise().click();
    await draft(name).getByRole('link').click();
    expect(await page.getByLabel('Tóm tắt').inputValue()).toBe(name);
  });

  it('goes with its photo after one question that says so', async () => {
    expect((await tabletRows(page)).files).toHaveLength(1);
    await at('overview');
    await throwAway(name, /1 ảnh, tệp của bản nháp sẽ mất/);
    expect((await tabletRows(page)).files).toHaveLength(0);
    await goToItem(page, visitId, 'M18');
    await raise().click();
    await page.getByLabel('Tóm tắt').waitFor();
  });
});
