import { demoPassword } from '@kycuong/domain/access/demo-accounts.ts';
import { addDays, dateInVietnam, dayOfWeek } from '@kycuong/domain/calendar/plain-date.ts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { houseUrl } from '../house.ts';
import { apiAs } from './api-as.ts';
import { formatDate, signIn, type, violations } from './person.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
});

const at = (path: string) => new URL(path, houseUrl()).href;
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Phiên làm việc đã kết thúc' });
const gone = (page: Page) => dialog(page).waitFor({ state: 'detached' });

/** As when the twelve hours are over: the cookie is there no more. */
const endSession = (page: Page) => page.context().clearCookies({ name: /kycuong_session$/ });

async function signInAgain(page: Page, password = demoPassword): Promise<void> {
  await dialog(page)
    .getByLabel(/^Mật khẩu của tài khoản/)
    .focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
}

/** A weekday of next year that no demo row names. */
const freeDay = (from: string) => {
  let day = from;
  while ([0, 6].includes(dayOfWeek(day))) day = addDays(day, 1);
  return day;
};
const year = dateInVietnam(new Date()).slice(0, 4);
const day = freeDay(`${year}-08-03`);

async function fillDay(page: Page, name: string): Promise<void> {
  await page.goto(at('/holidays?open=new'));
  await type(page, 'Ngày', formatDate(day));
  await type(page, 'Tên tiếng Việt', name);
  await type(page, 'Căn cứ', 'Công điện 12/CĐ-UBND');
}

async function daysNamed(name: string) {
  const { holidays } = await (await apiAs('vanphong')).calendar.list.query({});
  return holidays.filter(({ nameVi }) => nameVi === name);
}

describe('a session that ended under a form', () => {
  const name = 'Nghỉ chống bão số 9';
  let page: Page;
  beforeAll(async () => {
    page = await signIn(browser, 'vanphong');
  });

  it('is signed in again over it: nothing typed is lost, nothing is sent meanwhile', async () => {
    await fillDay(page, name);
    await endSession(page);
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await dialog(page).getByText('Trần Thị Bích Ngọc đăng nhập lại để làm tiếp', { exact: false }).waitFor();
    expect(await violations(page)).toEqual([]);
    // What was open is covered, and out of reach of keys and readers.
    expect(await page.locator('.shell').getAttribute('inert')).not.toBeNull();

    await signInAgain(page, 'mot-mat-khau-sai');
    // They are told so, and type it anew where they are.
    await dialog(page).getByRole('alert').getByText('Mật khẩu chưa đúng.', { exact: false }).waitFor();
    const password = dialog(page).getByLabel(/^Mật khẩu của tài khoản/);
    await expect.poll(() => password.evaluate((box) => box === document.activeElement)).toBe(true);
    await signInAgain(page);
    await gone(page);
    expect(await page.getByLabel('Tên tiếng Việt', { exact: true }).inputValue()).toBe(name);
    expect(await page.getByLabel('Ngày', { exact: true }).inputValue()).toBe(formatDate(day));
    await page.getByRole('alert').getByText('Bạn đã đăng nhập lại.', { exact: false }).waitFor();
    expect(await daysNamed(name)).toEqual([]);
  });

  it('goes on by the person’s own press', async () => {
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await expect.poll(async () => (await daysNamed(name)).map(({ date }) => date)).toEqual([day]);
  });

  it('is noticed by what the page asks for, too', async () => {
    await endSession(page);
    // The page may have asked for something by itself already, and lies under the question then.
    await page.getByRole('link', { name: 'Kết luận', exact: true }).dispatchEvent('click');
    await dialog(page).waitFor();
    await signInAgain(page);
    await gone(page);
    await page.getByRole('heading', { level: 1, name: 'Kết luận' }).waitFor();
    await page.getByRole('table').first().waitFor();
  });

  it('comes back by itself where its person signs in at another tab', async () => {
    await page.goto(at('/holidays?open=new'));
    await type(page, 'Tên tiếng Việt', 'Đang soạn ở thẻ này');
    await endSession(page);
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await type(page, 'Ngày', formatDate(day));
    await type(page, 'Căn cứ', 'Công điện');
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await dialog(page).waitFor();
    const other = await page.context().newPage();
    await other.goto(at('/sign-in'));
    await type(other, 'Tên đăng nhập', 'vanphong');
    await type(other, 'Mật khẩu', demoPassword);
    await other.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
    await other.getByRole('heading', { level: 1, name: 'Việc chờ tôi' }).waitFor();
    await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')));
    await gone(page);
    expect(await page.getByLabel('Tên tiếng Việt', { exact: true }).inputValue()).toBe('Đang soạn ở thẻ này');
    await other.close();
  });
});

describe('somebody else who signs in in the same browser', () => {
  it('sends nothing of the page that is still open', async () => {
    const name = 'Không phải của quản trị';
    const page = await signIn(browser, 'vanphong');
    await fillDay(page, name);
    await endSession(page);
    const other = await page.context().newPage();
    await other.goto(at('/sign-in'));
    await type(other, 'Tên đăng nhập', 'quantri');
    await type(other, 'Mật khẩu', demoPassword);
    await other.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
    await other.getByRole('heading', { level: 1, name: 'Việc chờ tôi' }).waitFor();
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await dialog(page).waitFor();
    expect(await daysNamed(name)).toEqual([]);
    await page.context().close();
  });
});

describe('an answer that is kept as it is typed', () => {
  it('is typed to its end before the question comes, and kept after the sign-in without another key', async () => {
    const page = await signIn(browser, 'chutich');
    await page.goto(at('/corrective-actions'));
    await page.getByRole('button', { name: 'Camera Trung tâm Phục vụ hành chính công mất kết nối' }).click();
    await page.getByRole('complementary', { name: 'Chi tiết yêu cầu' }).getByRole('link').last().click();
    await page.getByLabel(/^1\. /).waitFor();
    await endSession(page);
    await page.getByLabel(/^1\. /).focus();
    await page.keyboard.press('Control+A');
    // Longer than the page goes without a save, so that the session's end is noticed in the middle of it.
    const cause = 'Viết lúc phiên đã hết, câu còn dài và người viết chưa dừng tay một lần nào.';
    await page.keyboard.type(cause, { delay: 100 });
    expect(await page.getByLabel(/^1\. /).inputValue()).toBe(cause);
    await dialog(page).waitFor();
    expect(
      await dialog(page)
        .getByLabel(/^Mật khẩu/)
        .inputValue(),
    ).toBe('');
    await signInAgain(page);
    await gone(page);
    const api = await apiAs('chutich');
    const actionId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    await expect
      .poll(async () => (await api.correctiveAction.get.query({ actionId })).draft?.content.cause, {
        timeout: 5000,
      })
      .toBe(cause);
    await page.context().close();
  });
});

describe('a form that the network lets down', () => {
  it('says so at the form, and keeps what was typed', async () => {
    const name = 'Gửi lúc mất mạng';
    const page = await signIn(browser, 'vanphong');
    await fillDay(page, name);
    const ways = [
      {
        status: 502,
        contentType: 'text/html',
        body: '<h1>Bad Gateway</h1>',
        said: 'phía máy chủ chưa phản hồi',
      },
      { status: 200, contentType: 'text/html', body: '<title>Đăng nhập mạng</title>', said: 'Mạng' },
    ];
    for (const { said, ...way } of ways) {
      await page.route('**/api/trpc/calendar.setHoliday*', (route) => route.fulfill(way));
      await page.getByRole('button', { name: 'Lưu', exact: true }).click();
      const summary = page.locator('.kc-error-summary');
      await summary.getByText(said, { exact: false }).waitFor();
      await expect.poll(() => summary.evaluate((box) => box === document.activeElement)).toBe(true);
      expect(await page.getByLabel('Tên tiếng Việt', { exact: true }).inputValue()).toBe(name);
      await page.unroute('**/api/trpc/calendar.setHoliday*');
    }
    await page.context().close();
  });
});
