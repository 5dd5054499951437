import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { houseUrl } from '../house.ts';
import { signIn, violations } from './person.ts';

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
  page = await signIn(browser, 'lanhdao');
});
afterAll(async () => {
  await browser?.close();
});

const patience = { timeout: 15_000 };
const board = 'ISO 9001 tại xã, phường';
const district = 'Huyện Trực Ninh (cũ), Nam Định';

const section = (title: string) =>
  page.locator('section', { has: page.getByRole('heading', { level: 2, name: title, exact: true }) });
const share = () => section('Đã công bố');
/** With a plain space before the sign. */
const figure = async () => (await share().locator('.chart-figure').innerText()).replace('\u00a0', ' ');
const subtitle = () => page.locator('.kc-page-header-subtitle').innerText();
const unitRows = () =>
  section('Ở đâu')
    .getByRole('row')
    .filter({ has: page.getByRole('cell') });
const presets = () => page.getByRole('group', { name: 'Số liệu tại ngày' });

async function chooseArea(typed: string, name: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Địa bàn' }).fill(typed);
  await page.getByRole('option', { name, exact: true }).click();
}

/** What the board says first: over whom and when, the share, and of how many. */
async function told() {
  return [await subtitle(), await figure(), await share().locator('b').first().innerText()];
}

const in2020 = ['Huyện Trực Ninh: 21 đơn vị cấp xã có hiệu lực vào ngày 30/09/2020', '23,8 %', '5 trên 21'];
const afterReform = [
  'Các đơn vị kế thừa Huyện Trực Ninh: 7 xã, phường có hiệu lực vào ngày 02/07/2025',
  '0,0 %',
  '0 trên 7',
];

describe('the leadership', () => {
  it('opens the board: the whole province today, on a map', async () => {
    await page.getByRole('link', { name: board }).click();
    await page.getByRole('heading', { level: 1, name: board }).waitFor();
    await page.getByRole('region', { name: /^Bản đồ 129 xã, phường/ }).waitFor();
    expect(await subtitle()).toMatch(/^Tỉnh Ninh Bình: 129 đơn vị cấp xã có hiệu lực vào ngày/);
    const places = page.getByRole('region', { name: /^Bản đồ/ }).locator('a[data-unit]');
    expect(await places.count()).toBe(129);
    const shapes = await places
      .locator('path')
      .evaluateAll((paths) => paths.filter((path) => path.getBoundingClientRect().width > 1).length);
    expect(shapes).toBe(129);
    const [declared, units] = (await share().locator('b').first().innerText()).split(' trên ').map(Number);
    expect(units).toBe(129);
    const percent = ((declared ?? 0) / 129) * 100;
    expect(await figure()).toBe(`${percent.toFixed(1).replace('.', ',')} %`);
    expect(await violations(page)).toEqual([]);
  });

  it('asks for the former district on 30 September 2020: 21 communes, 5 declared, 23,8 %', async () => {
    await chooseArea('truc ninh', district);
    await presets().getByText('30/09/2020').click();
    await expect.poll(told, patience).toEqual(in2020);
    await expect.poll(() => unitRows().count(), patience).toBe(21);
    expect(await unitRows().filter({ hasText: 'Duy trì đầy đủ' }).count()).toBe(5);
    await page.getByText('Vào ngày này các xã, phường trên bản đồ chưa được thành lập').waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('is shown how the figure was counted', async () => {
    await share().getByRole('button', { name: 'Cách tính' }).click();
    await page.getByText(/^5 ÷ 21 = 23,81\s%$/).waitFor();
    await page.keyboard.press('Escape');
  });

  it('sees the same after a reload and at another desk: area and day are in the address', async () => {
    expect(new URL(page.url()).search).toMatch(/area=[0-9a-f-]{36}.*asOf=2020-09-30/);
    await page.reload();
    await expect.poll(told, patience).toEqual(in2020);
    expect(await page.getByRole('combobox', { name: 'Địa bàn' }).inputValue()).toBe(district);
    const desk = await signIn(browser, 'iso');
    await desk.goto(page.url());
    await desk.getByText(in2020[0] ?? '').waitFor();
    await desk.getByText(/^23,8\s%$/).waitFor();
    await desk.context().close();
  });

  it('goes down to a commune and reads its dates on that day', async () => {
    const declared = unitRows().filter({ hasText: 'Duy trì đầy đủ' });
    const link = declared.first().getByRole('link');
    const name = await link.innerText();
    await link.click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
    await page.getByText('Đang xem tình trạng tại ngày 30/09/2020.').waitFor();
    const clocks = await page.locator('.kc-clock').allInnerTexts();
    expect(clocks.find((text) => text.startsWith('Công bố'))).toContain('15/12/2016');
    expect(clocks.find((text) => text.startsWith('Đánh giá nội bộ'))).toMatch(
      /12\/05\/2020\s+lần kế tiếp chậm nhất 12\/05\/2021/,
    );
    expect(clocks.find((text) => text.startsWith('Xem xét của lãnh đạo'))).toMatch(
      /02\/06\/2020\s+lần kế tiếp chậm nhất 02\/06\/2021/,
    );
    await page.getByText('đến 30/06/2025').first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.goBack();
    await expect.poll(told, patience).toEqual(in2020);
  });

  it('asks for its successors on 2 July 2025: 7, and none declared', async () => {
    await presets().getByText('02/07/2025').click();
    await expect.poll(told, patience).toEqual(afterReform);
    await page.getByRole('region', { name: /^Bản đồ 7 xã, phường/ }).waitFor();
    await page.getByRole('button', { name: 'Bảng 7 đơn vị' }).click();
    await expect.poll(() => unitRows().count(), patience).toBe(7);
    expect(
      await unitRows()
        .filter({ hasText: /Đã công bố|Duy trì đầy đủ/ })
        .count(),
    ).toBe(0);
    expect(new URL(page.url()).searchParams.get('asOf')).toBe('2025-07-02');
    await page.reload();
    await expect.poll(told, patience).toEqual(afterReform);
    expect(await violations(page)).toEqual([]);
  });

  it('goes down to a successor, which has to declare again', async () => {
    await page.getByRole('button', { name: 'Bảng 7 đơn vị' }).click();
    await unitRows().getByRole('link', { name: 'Xã Cổ Lễ' }).click();
    await page.getByRole('heading', { level: 1, name: 'Xã Cổ Lễ' }).waitFor();
    await page.getByText('Đang xem tình trạng tại ngày 02/07/2025.').waitFor();
    await page.getByText('Phải công bố lại').first().waitFor();
    await page
      .getByText(/Kế thừa .*Cổ Lễ/)
      .first()
      .waitFor();
  });

  it('is told plainly of a day that does not exist', async () => {
    await page.goto(new URL('/coverage?asOf=2025-02-30', houseUrl()).href);
    await page.getByText('Không có ngày 30/02/2025.').waitFor();
  });
});
