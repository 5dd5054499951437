import { addDays, dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { houseUrl } from '../house.ts';
import { apiAs } from './api-as.ts';
import { formatDate, signIn, throwDraftAway, violations } from './person.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
});

const today = dateInVietnam(new Date());
const at = (path: string) => new URL(path, houseUrl()).href;
const field = (page: Page, label: string) => page.getByLabel(label, { exact: true }).first();

/** Empties the field as people do, types key by key, and leaves it by Tab. */
async function typeAndLeave(page: Page, label: string, text: string): Promise<void> {
  await field(page, label).focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  await page.keyboard.type(text);
  await page.keyboard.press('Tab');
}

/** What stands in the field once it is left, and what is said beside it. */
async function left(page: Page, label: string): Promise<[string, string | null]> {
  const input = field(page, label);
  const told = (await input.getAttribute('aria-describedby'))?.split(' ').find((id) => id.endsWith('-error'));
  return [await input.inputValue(), told ? await page.locator(`[id="${told}"]`).innerText() : null];
}

const shape = (typed: string) => `“${typed}” chưa phải một ngày. Ghi đủ ngày/tháng/năm, ví dụ 05/12/2026.`;
/** Typed, what stands there afterwards, what is said. */
const table = [
  ['5/1/2027', '05/01/2027', null],
  ['5.1.27', '05/01/2027', null],
  ['15112026', '15/11/2026', null],
  ['2026-11-15', '15/11/2026', null],
  ['31/02/2026', '31/02/2026', 'Không có ngày 31/02/2026.'],
  ['12/25/2026', '12/25/2026', 'Không có tháng 25. Ghi ngày trước, tháng sau: 25/12/2026.'],
  ['12/25', '12/25', shape('12/25')],
  ['abc', 'abc', shape('abc')],
  ['151126', '151126', shape('151126')],
  ['', '', null],
] as const;

/** Every page that a person of the office fills days in on, with its fields of no bound. */
const unbounded = [
  ['vanphong', '/rounds/new', 'Ngày quyết định'],
  ['vanphong', '/rounds/new', 'Ngày bắt đầu'],
  ['vanphong', '/rounds/new', 'Ngày đến 1'],
  ['vanphong', '/holidays?view=deadline', 'Từ ngày'],
  ['quantri', '/accounts/new', 'Từ ngày'],
  ['quantri', '/accounts/new', 'Đến hết ngày (để trống nếu chưa định)'],
] as const;

describe('a field for a day', () => {
  const people = new Map<string, Page>();
  const pageOf = async (username: string) => {
    const page = people.get(username) ?? (await signIn(browser, username));
    people.set(username, page);
    return page;
  };

  it.each(unbounded)(
    'keeps what %s typed at %s in “%s” and says what is wrong with it',
    async (who, path, label) => {
      const page = await pageOf(who);
      await page.goto(at(path));
      await field(page, label).waitFor();
      for (const [typed, stands, said] of table) {
        await typeAndLeave(page, label, typed);
        await expect.poll(() => left(page, label)).toEqual([stands, said]);
      }
    },
  );

  it('is not rewritten under the cursor, and takes what is pasted', async () => {
    const page = await pageOf('vanphong');
    await page.goto(at('/rounds/new'));
    const input = field(page, 'Ngày bắt đầu');
    await input.focus();
    let typed = '';
    for (const key of '5/1/2027') {
      await page.keyboard.type(key);
      typed += key;
      expect(await input.inputValue()).toBe(typed);
    }
    await page.keyboard.press('Tab');
    expect(await input.inputValue()).toBe('05/01/2027');
    await input.focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText(' ngày 7 tháng 1 năm 2027 ');
    await page.keyboard.press('Tab');
    expect(await input.inputValue()).toBe('07/01/2027');
  });

  it('names itself and its bound', async () => {
    const page = await pageOf('vanphong');
    await page.goto(at('/holidays?open=new'));
    const year = Number(today.slice(0, 4));
    await typeAndLeave(page, 'Ngày', `01/01/${year + 1}`);
    expect(await left(page, 'Ngày')).toEqual([
      `01/01/${year + 1}`,
      `Ngày không được sau ngày 31/12/${year}.`,
    ]);
    // Enter sends the form, which says it once more on top and sends nothing.
    await field(page, 'Ngày').press('Enter');
    const summary = page.locator('.kc-error-summary');
    await summary.getByRole('button', { name: `Ngày không được sau ngày 31/12/${year}.` }).waitFor();
    expect(await summary.evaluate((box) => box === document.activeElement)).toBe(true);
    expect((await left(page, 'Ngày'))[0]).toBe(`01/01/${year + 1}`);
  });

  it('knows today by its name, in the field of another page', async () => {
    const page = await pageOf('iso');
    await page.goto(at('/quality-systems'));
    await page.getByLabel('Tìm đơn vị').fill('ninh giang');
    await page.getByRole('link', { name: 'Xã Ninh Giang' }).first().click();
    await page.getByRole('link', { name: 'Ghi đánh giá nội bộ' }).click();
    const tomorrow = formatDate(addDays(today, 1));
    await typeAndLeave(page, 'Ngày đánh giá', tomorrow);
    expect(await left(page, 'Ngày đánh giá')).toEqual([tomorrow, 'Ngày đánh giá không được sau hôm nay.']);
    await throwDraftAway(page);
  });

  it('opens a calendar that knows the holidays, by the mouse or by Alt and the arrow', async () => {
    const page = await pageOf('vanphong');
    await page.goto(at('/rounds/new'));
    await typeAndLeave(page, 'Ngày bắt đầu', '20/11/2026');
    // After Tab the next field has the keys, not the button of the calendar.
    const next = field(page, 'Ngày kết thúc');
    expect(await next.evaluate((box) => box === document.activeElement)).toBe(true);
    await field(page, 'Ngày bắt đầu').focus();
    await page.keyboard.press('Alt+ArrowDown');
    const calendar = page.getByRole('dialog', { name: 'Lịch: Ngày bắt đầu' });
    const holiday = calendar.getByRole('button', { name: /^Thứ Ba 24\/11\/2026, nghỉ: / });
    await holiday.waitFor();
    expect(await calendar.getByRole('listitem').allInnerTexts()).toEqual([
      expect.stringMatching(/^24\/11 nghỉ: /),
    ]);
    expect(await violations(page)).toEqual([]);
    await calendar.getByRole('button', { name: 'Thứ Hai 23/11/2026' }).click();
    await calendar.waitFor({ state: 'detached' });
    expect(await field(page, 'Ngày bắt đầu').inputValue()).toBe('23/11/2026');
    await throwDraftAway(page);
    const admin = await pageOf('quantri');
    await admin.goto(at('/accounts/new'));
    await throwDraftAway(admin);
  });
});

describe('the calendar of holidays', () => {
  it('never lets one day replace another in silence, and says that a Saturday off changes nothing', async () => {
    const page = await signIn(browser, 'vanphong');
    await page.goto(at('/holidays?year=2026&open=new'));
    await typeAndLeave(page, 'Ngày', '05/12/2026');
    await page.getByText('Thứ Bảy 05/12/2026 vốn là ngày nghỉ hằng tuần', { exact: false }).waitFor();
    await typeAndLeave(page, 'Ngày', '24/11/2026');
    await page.getByLabel('Tên tiếng Việt', { exact: true }).fill('Nghỉ khác');
    await page.getByLabel('Căn cứ', { exact: true }).fill('Công điện');
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await expect
      .poll(async () => (await left(page, 'Ngày'))[1])
      .toMatch(/^Ngày 24\/11\/2026 đã ghi trong lịch: .* Hãy mở ngày đó để sửa, hoặc chọn ngày khác\.$/);
    const { holidays } = await (await apiAs('vanphong')).calendar.list.query({ year: 2026 });
    expect(holidays.filter(({ nameVi }) => nameVi === 'Nghỉ khác')).toEqual([]);
    await page.context().close();
  });
});
