import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { houseUrl } from '../house.ts';
import { signIn, violations } from './person.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
});

const finding = 'Công chức không đeo thẻ khi làm nhiệm vụ';

/** From the list of actions to the visit in Cát Thành where it was found. */
async function openVisit(page: Page): Promise<void> {
  await page.goto(new URL('/corrective-actions?state=accepted', houseUrl()).href);
  await page.getByRole('button', { name: finding }).click();
  await page.getByRole('complementary').getByRole('link').last().click();
  await page.getByRole('link', { name: /^Tại Xã Cát Thành/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Kiểm tra tại Xã Cát Thành' }).waitFor();
}

describe('the page of a visit', () => {
  it('shows the team’s leader what was answered, found and sampled, and why a dossier is late', async () => {
    const page = await signIn(browser, 'truongdoan');
    await openVisit(page);
    await page.getByText('67 trên 67 mục').waitFor();
    await page.getByText(/^Chưa đạt \d+$/).click();
    const answers = page.getByRole('table', { name: 'Kết quả theo bảng kiểm' });
    await answers.getByText('D10', { exact: true }).waitFor();
    expect(await answers.getByText('Đạt', { exact: true }).count()).toBe(0);
    expect(new URL(page.url()).searchParams.get('show')).toBe('faults');
    expect(await violations(page)).toEqual([]);

    const late = page
      .getByRole('row')
      .filter({ hasText: /Quá hạn \d+ ngày làm việc/ })
      .first();
    await late.getByRole('button', { name: 'Vì sao?' }).click();
    await page.getByText('Từng ngày một').click();
    await page.getByRole('list', { name: 'Từng ngày một' }).getByText('quá hạn').first().waitFor();
    await page.context().close();
  });

  it('tells the unit what the conclusion told, not how each line was answered', async () => {
    const page = await signIn(browser, 'chutich.catthanh');
    await openVisit(page);
    await page.getByRole('heading', { level: 3, name: finding }).waitFor();
    expect(await page.getByText('Kết quả theo bảng kiểm').count()).toBe(0);
    expect(await page.getByText('Hồ sơ lấy mẫu').count()).toBe(0);
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });
});
