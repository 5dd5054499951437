import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoPassword } from '@kycuong/domain/access/demo-accounts.ts';
import type { DraftForm } from '@kycuong/domain/draft/draft-form.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { crash } from '../crash.ts';
import { houseUrl } from '../house.ts';
import { openKillableBrowser } from '../killable-browser.ts';
import { type Api, apiAs } from './api-as.ts';
import { closedRound } from './closed-round.ts';
import { signIn, throwDraftAway, violations } from './person.ts';
import { watchErrors } from './watch-errors.ts';

const at = (path: string) => new URL(path, houseUrl()).href;
const saved = (page: Page) => page.getByText(/Đã lưu lúc \d\d:\d\d$/).first();

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

/** Key by key, with a rest in the middle of the sentence and after its space, until what was typed is on the server. */
async function typeResting(page: Page, label: string, words: readonly string[]): Promise<void> {
  await page.getByLabel(label, { exact: true }).focus();
  await page.keyboard.press('Control+A');
  for (const [index, word] of words.entries()) {
    const answered = page.waitForResponse((answer) => answer.url().includes('draft.save') && answer.ok());
    await page.keyboard.type(index === 0 ? `${word} ` : ` ${word} `, { delay: 15 });
    await answered;
    await saved(page).waitFor();
  }
}
const value = (page: Page, label: string) => page.getByLabel(label, { exact: true }).inputValue();
const wipe = async (api: Api, form: DraftForm, about: string | null = null) => {
  const draft = await api.draft.get.query({ form, about });
  if (draft) await api.draft.discard.mutate({ id: crypto.randomUUID(), payload: draft });
};

const forms = [
  { form: 'round', who: 'vanphong', label: 'Tên đợt kiểm tra', path: async () => '/rounds/new' },
  { form: 'account', who: 'quantri', label: 'Họ và tên', path: async () => '/accounts/new' },
  { form: 'audit', who: 'iso', label: 'Kết luận của cuộc đánh giá', path: systemPath('audit') },
  { form: 'review', who: 'iso', label: 'Người chủ trì', path: systemPath('review') },
  {
    form: 'report',
    who: 'truongdoan',
    label: 'Báo cáo gửi người ra quyết định',
    path: async () => `/rounds/${await closedRound()}/report`,
  },
] as const;

function systemPath(part: string) {
  return async () => {
    const api = await apiAs('iso');
    const [area] = await api.statistics.areas.query({});
    const { rows } = await api.quality.list.query({ areaId: area?.id ?? '' });
    return `/quality-systems/${rows.find(({ status }) => status === 'declared-maintained')?.unitId}/${part}`;
  };
}

describe.each(forms)('the form of a new $form', ({ who, label, path }) => {
  let page: Page;
  let errors: string[];
  let address: string;
  beforeAll(async () => {
    address = at(await path());
    page = await signIn(browser, who);
    errors = watchErrors(page);
  });
  afterAll(async () => {
    await throwDraftAway(page);
    await page.context().close();
  });

  it('is kept at each rest, and no key is rewritten by it', async () => {
    await page.goto(address);
    await typeResting(page, label, ['Một', 'hai', 'ba']);
    expect(await value(page, label)).toBe('Một  hai  ba ');
    expect(await violations(page)).toEqual([]);
  });

  it('is there after a reload within a second of the last key', async () => {
    await page.getByLabel(label, { exact: true }).focus();
    await page.keyboard.press('End');
    await page.keyboard.type('bốn', { delay: 10 });
    await page.reload();
    await page.getByText('Đang soạn tiếp bản nháp.', { exact: false }).waitFor();
    expect(await value(page, label)).toBe('Một  hai  ba bốn');
    await saved(page).waitFor();
  });

  it('is there after a link, after Hủy and after the tab was closed, and nobody is asked', async () => {
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.message());
      void dialog.accept();
    });
    const go = async (leave: () => Promise<unknown>, more: string, whole: string) => {
      await page.getByLabel(label, { exact: true }).focus();
      await page.keyboard.press('End');
      await page.keyboard.type(more);
      await leave();
      await page.goto(address);
      await page.getByLabel(label, { exact: true }).waitFor();
      expect(await value(page, label)).toBe(whole);
    };
    await go(
      () => page.getByRole('link', { name: 'Việc chờ tôi' }).first().click(),
      ' năm',
      'Một  hai  ba bốn năm',
    );
    await go(
      () => page.getByRole('main').getByRole('link', { name: 'Hủy' }).click(),
      ' sáu',
      'Một  hai  ba bốn năm sáu',
    );
    const next = await page.context().newPage();
    await go(
      async () => {
        await page.close({ runBeforeUnload: true });
        page = next;
        errors = watchErrors(page);
      },
      ' bảy',
      'Một  hai  ba bốn năm sáu bảy',
    );
    await saved(page).waitFor();
    expect(asked).toEqual([]);
  });

  it('follows the person to another desk, and nobody else is shown it', async () => {
    const desk = await signIn(browser, who);
    await desk.goto(address);
    await desk.getByText('Đang soạn tiếp bản nháp.', { exact: false }).waitFor();
    expect(await value(desk, label)).toBe('Một  hai  ba bốn năm sáu bảy');
    await desk.context().close();
    expect(errors).toEqual([]);
  });
});

describe('a password', () => {
  it('is kept nowhere: neither on the server nor on the computer', async () => {
    const page = await signIn(browser, 'quantri');
    await page.goto(at('/accounts/new'));
    await page.getByLabel('Mật khẩu lần đầu').fill('dung-luu-mat-khau-nay');
    await typeResting(page, 'Họ và tên', ['Lê Thị Thử']);
    await page.getByLabel('Họ và tên').pressSequentially('x');
    const local = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
    expect(local).toContain('Lê Thị Thử');
    expect(local).not.toContain('dung-luu-mat-khau-nay');
    const admin = await apiAs('quantri');
    const kept = await admin.draft.get.query({ form: 'account', about: null });
    expect(kept?.content).toMatchObject({ fullName: expect.stringContaining('Lê Thị Thử') });
    expect(kept?.content).not.toHaveProperty('password');
    await page.context().close();
    await wipe(admin, 'account');
  });
});

describe('two windows on one draft', () => {
  const label = 'Tên đợt kiểm tra';
  afterEach(async () => wipe(await apiAs('vanphong'), 'round'));

  it('the second is told and sees both texts; neither is lost until one is chosen', async () => {
    const first = await signIn(browser, 'vanphong');
    const second = await first.context().newPage();
    await first.goto(at('/rounds/new'));
    await second.goto(at('/rounds/new'));
    await typeResting(first, label, ['Của cửa sổ thứ nhất']);
    await second.getByLabel(label).pressSequentially('Của cửa sổ thứ hai', { delay: 10 });
    const conflict = second.getByRole('alert').filter({ hasText: 'Chưa ghi đè bản nào' });
    await conflict.getByText('Của cửa sổ thứ nhất').waitFor();
    await conflict.getByText('Của cửa sổ thứ hai').waitFor();
    expect(await value(second, label)).toBe('Của cửa sổ thứ hai');
    const office = await apiAs('vanphong');
    const kept = () => office.draft.get.query({ form: 'round', about: null });
    expect((await kept())?.content).toMatchObject({ name: 'Của cửa sổ thứ nhất ' });
    expect(await violations(second)).toEqual([]);

    await conflict.getByRole('button', { name: 'Giữ bản trên trang này' }).click();
    await expect.poll(async () => (await kept())?.content.name).toBe('Của cửa sổ thứ hai');
    await first.getByLabel(label).press('End');
    await first.keyboard.type('!');
    const back = first.getByRole('alert').filter({ hasText: 'Chưa ghi đè bản nào' });
    await back.getByRole('button', { name: 'Dùng bản đã lưu' }).click();
    expect(await value(first, label)).toBe('Của cửa sổ thứ hai');
    await first.getByRole('button', { name: 'Khôi phục bản nháp' }).click();
    expect(await value(first, label)).toBe('Của cửa sổ thứ nhất !');
    await first.context().close();
  });
});

const signOut = async (page: Page, name = /Trần Thị Bích Ngọc/) => {
  await page.getByRole('button', { name }).click();
  await page.getByRole('menuitem', { name: 'Đăng xuất' }).click();
};
const onComputer = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('kycuong.draft:')));

describe('without a network', () => {
  afterEach(async () => wipe(await apiAs('vanphong'), 'round'));

  it('what is typed stays on the computer, leaves it at the sign-out, and is shown to nobody else', async () => {
    const page = await signIn(browser, 'vanphong');
    await page.goto(at('/rounds/new'));
    await page.getByLabel('Tên đợt kiểm tra').waitFor();
    await page.context().setOffline(true);
    await page.getByLabel('Tên đợt kiểm tra').pressSequentially('Không có mạng');
    await page.getByText('Chưa lưu được, sẽ thử lại').first().waitFor();
    await page.context().setOffline(false);
    await saved(page).waitFor();
    await page.route('**/draft.save*', (route) => route.abort());
    await page.getByLabel('Tên đợt kiểm tra').pressSequentially(' rồi có');
    await signOut(page);
    const asked = page.getByRole('dialog', { name: 'Còn nội dung chưa có trên máy chủ' });
    await asked.getByText('Máy chủ chưa có: đợt kiểm tra.', { exact: false }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await asked.waitFor({ state: 'detached' });
    expect(await value(page, 'Tên đợt kiểm tra')).toBe('Không có mạng rồi có');
    await page.unroute('**/draft.save*');
    await signOut(page);
    await page.getByLabel('Tên đăng nhập').waitFor();
    expect(await onComputer(page)).toEqual([]);
    const office = await apiAs('vanphong');
    const kept = await office.draft.get.query({ form: 'round', about: null });
    expect(kept?.content).toMatchObject({ name: 'Không có mạng rồi có' });
    await page.context().close();
  });

  it('whoever signs out is told at once that it failed, and once it is done no tab keeps a word', async () => {
    const label = 'Tên đợt kiểm tra';
    const page = await signIn(browser, 'vanphong');
    await page.goto(at('/rounds/new'));
    await page.getByLabel(label).waitFor();
    await page.context().setOffline(true);
    await page.getByLabel(label).pressSequentially('Không mạng');
    await page.getByText('Chưa lưu được, sẽ thử lại').first().waitFor();
    await signOut(page);
    const yes = page.getByRole('button', { name: 'Đăng xuất và xóa' });
    await yes.click();
    await page.getByRole('alert').getByText('Không kết nối được với máy chủ.', { exact: false }).waitFor();
    expect([await value(page, label), (await onComputer(page)).length]).toEqual(['Không mạng', 1]);

    const badGateway = { status: 502, contentType: 'text/html', body: '<h1>Bad Gateway</h1>' };
    await page.context().route('**/draft.save*', (route) => route.fulfill(badGateway));
    await page.context().setOffline(false);
    const other = await page.context().newPage();
    await other.goto(at('/rounds/new'));
    await other.getByLabel(label).pressSequentially(' ở thẻ khác');
    await other.getByText('Chưa lưu được, sẽ thử lại').first().waitFor();
    await signOut(page);
    await yes.click();
    await page.getByLabel('Tên đăng nhập').waitFor();
    await other.getByRole('dialog', { name: 'Phiên làm việc đã kết thúc' }).waitFor();
    await other.evaluate(() => window.dispatchEvent(new Event('online')));
    expect(await onComputer(page)).toEqual([]);
    await other.getByRole('button', { name: 'Rời trang này, bỏ nội dung đang soạn' }).click();
    await other.getByLabel('Tên đăng nhập').waitFor();
    expect(await onComputer(other)).toEqual([]);
    await page.context().close();
  });
});

it('words of a form without a draft stay until it is sent, and a sign-out asks before they go', async () => {
  const page = await signIn(browser, 'quantri');
  await page.goto(at('/holidays?open=new'));
  await page.getByLabel('Tên tiếng Việt').pressSequentially('Nghỉ bù ', { delay: 15 });
  // The panel is closed and the page stays: it tells at once.
  await page.getByRole('button', { name: 'Đóng' }).first().click();
  await page.getByText(/^Thêm ngày nghỉ hoặc ngày làm bù: còn nội dung chưa gửi, soạn /).waitFor();
  await page.goto(at('/units'));
  const me = /Đỗ Quang Huy/;
  await signOut(page, me);
  const asked = page.getByRole('dialog', { name: 'Còn nội dung chưa có trên máy chủ' });
  await asked
    .getByText('Máy chủ chưa có: nội dung chưa gửi của “Thêm ngày nghỉ hoặc ngày làm bù”.', { exact: false })
    .waitFor();
  expect(await violations(page)).toEqual([]);
  await asked.getByRole('button', { name: 'Ở lại' }).click();
  await page.goto(at('/holidays?open=new'));
  await page.getByText(/^Biểu mẫu có lại nội dung chưa gửi, soạn /).waitFor();
  expect(await value(page, 'Tên tiếng Việt')).toBe('Nghỉ bù ');
  const other = await page.context().newPage();
  await other.goto(at('/holidays?open=year'));
  await other.getByLabel('Căn cứ của năm').pressSequentially('Thông báo');
  await page.goto(at('/units'));
  await signOut(page, me);
  await asked.getByRole('button', { name: 'Đăng xuất và xóa' }).click();
  await page.getByLabel('Tên đăng nhập').waitFor();
  await other.getByRole('dialog', { name: 'Phiên làm việc đã kết thúc' }).waitFor();
  expect(await onComputer(other)).toEqual([]);
  await page.context().close();
});

it('choices, days and units of such a form come back too, once, and go when they are given up', async () => {
  const page = await signIn(browser, 'iso');
  const close = at((await systemPath('close')()) ?? '');
  await page.goto(close);
  const choice = page.getByRole('radio').nth(1);
  const number = page.getByLabel('Số quyết định');
  await choice.check();
  await page.getByLabel('Ngày', { exact: true }).fill('31/2');
  await number.pressSequentially('12/QĐ', { delay: 15 });
  await page.reload();
  const again = page.getByText(/^Biểu mẫu có lại nội dung chưa gửi, soạn /);
  await again.waitFor();
  const stands = async () => [
    await choice.isChecked(),
    await page.getByLabel('Ngày', { exact: true }).inputValue(),
    await number.inputValue(),
  ];
  expect(await stands()).toEqual([true, '31/2', '12/QĐ']);
  await number.press('End');
  await number.pressSequentially('-UBND', { delay: 15 });
  await page.reload();
  await again.waitFor();
  expect(await stands()).toEqual([true, '31/2', '12/QĐ-UBND']);
  await page.getByRole('button', { name: 'Bỏ nội dung này' }).click();
  expect([await choice.isChecked(), await number.inputValue()]).toEqual([false, '']);
  expect(await onComputer(page)).toEqual([]);
  await number.pressSequentially('13', { delay: 15 });
  await page.getByRole('link', { name: 'Hủy' }).click();
  await page.waitForURL((url) => !url.pathname.endsWith('close'));
  expect(await onComputer(page)).toEqual([]);
  await page.context().close();
});

it('what stands in an open window is that window’s: another is not given it, and cannot throw it away', async () => {
  const page = await signIn(browser, 'quantri');
  await page.goto(at('/holidays?open=new'));
  const name = (of: Page) => of.getByLabel('Tên tiếng Việt');
  await name(page).pressSequentially('Cửa sổ một', { delay: 15 });
  const other = await page.context().newPage();
  await other.goto(at('/holidays?open=new'));
  await name(other).pressSequentially('Hai', { delay: 15 });
  expect(await other.getByText(/nội dung chưa gửi, soạn/).count()).toBe(0);
  await other.goto(at('/holidays'));
  await other.getByText(/còn nội dung chưa gửi, soạn/).waitFor();
  await other.locator('blockquote').getByText('Hai', { exact: true }).waitFor();
  expect(await other.locator('blockquote').count()).toBe(1);
  await other.getByRole('button', { name: 'Bỏ nội dung này' }).click();
  const again = await crash(page);
  await again.goto(at('/holidays?open=new'));
  await expect.poll(() => name(again).inputValue()).toBe('Cửa sổ một');
  await again.context().close();
});

it('what was damaged on the computer is left out, and decides nothing that nobody sees', async () => {
  const page = await signIn(browser, 'quantri');
  const admin = await apiAs('quantri');
  const accounts = await admin.access.accounts.query({});
  const [shown, hit] = accounts.filter(({ username }) => ['kiemtra1', 'kiemtra2'].includes(username));
  const me = accounts.find(({ username }) => username === 'quantri');
  const put = (key: string, content: object) =>
    page.evaluate(([place, copy]) => localStorage.setItem(place, copy), [
      `kycuong.draft:${me?.id}:${key}`,
      JSON.stringify({ draftId: '', version: 0, sent: null, at: Date.now(), content }),
    ] as const);
  await put(`words:/accounts/${shown?.id}:lock@x`, { accountId: hit?.id, reason: 'Lý do để lại' });
  await page.goto(at(`/accounts/${shown?.id}?act=lock`));
  await expect.poll(() => page.getByLabel('Lý do').inputValue()).toBe('Lý do để lại');
  const sent = page.waitForRequest((request) => request.url().includes('access.lockAccount'));
  await page.getByRole('region', { name: 'Khóa tài khoản' }).getByRole('button', { name: /^Khóa/ }).click();
  expect((await sent).postData()).toContain(shown?.id);
  expect((await sent).postData()).not.toContain(hit?.id);

  await put('account:@x', { fullName: 'Người mới', password: 'Mat-khau-cua-ke-khac-1' });
  await page.goto(at('/accounts/new'));
  await expect.poll(() => value(page, 'Họ và tên')).toBe('Người mới');
  expect(await page.locator('[name="password"]').inputValue()).not.toBe('Mat-khau-cua-ke-khac-1');
  await wipe(admin, 'account');

  // A draft of another shape, as an earlier release may have left one, is no dead end.
  const office = await apiAs('vanphong');
  const payload = { form: 'round', about: null, draftId: uuidV7(), version: 0 } as const;
  await office.draft.save.mutate({
    id: uuidV7(),
    payload: { ...payload, content: { units: [{ unitId: '', plannedOn: 5 }] } },
  });
  const clerk = await signIn(browser, 'vanphong');
  await clerk.goto(at('/rounds/new'));
  await clerk.getByRole('heading', { name: 'Trang này gặp sự cố' }).waitFor();
  expect(await violations(clerk)).toEqual([]);
  await clerk.getByRole('button', { name: 'Bỏ bản nháp của trang này rồi mở lại' }).click();
  await clerk.getByLabel('Tên đợt kiểm tra', { exact: true }).waitFor();
  expect(await office.draft.get.query({ form: 'round', about: null })).toBeNull();
  await clerk.context().close();
  await page.context().close();
});

it('a colleague’s change since is told before such a form is sent over it', async () => {
  const page = await signIn(browser, 'quantri');
  await page.goto(at('/holidays?open=2026-09-02'));
  const name = page.getByLabel('Tên tiếng Việt');
  await name.press('End');
  await name.pressSequentially(' sửa', { delay: 15 });
  await page.goto(at('/units'));
  const admin = await apiAs('quantri');
  const { holidays } = await admin.calendar.list.query({ year: 2026 });
  const day = holidays.find(({ date }) => date === '2026-09-02');
  if (day === undefined) throw new Error('No such day');
  const payload = { ...day, nameVi: 'Quốc khánh (đồng nghiệp)', seen: day.version };
  await admin.calendar.setHoliday.mutate({ id: crypto.randomUUID(), payload });
  await page.goto(at('/holidays?open=2026-09-02'));
  await page.getByText(/Nội dung đã thay đổi sau khi bạn mở/).waitFor();
  await page.getByText('Quốc khánh (đồng nghiệp)', { exact: false }).first().waitFor();
  await page.context().close();
});

describe('a browser that is killed', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kycuong-long-form-'));
  });
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true, maxRetries: 10 });
    await wipe(await apiAs('vanphong'), 'round');
  });

  /** Signs in where the browser does not know the person any more. */
  async function openRound(page: Page): Promise<void> {
    await page.goto(at('/rounds/new'));
    const stranger = page.getByLabel('Tên đăng nhập');
    await stranger.or(page.getByLabel('Tên đợt kiểm tra', { exact: true })).waitFor();
    if ((await stranger.count()) === 0) return;
    await stranger.fill('vanphong');
    await page.getByLabel('Mật khẩu', { exact: true }).fill(demoPassword);
    await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
    await page.getByLabel('Tên đợt kiểm tra', { exact: true }).waitFor();
  }

  it('comes back to what had rested', async () => {
    const first = await openKillableBrowser(folder);
    const page = await first.newPage();
    await openRound(page);
    await typeResting(page, 'Tên đợt kiểm tra', ['Trước khi', 'bị ngắt']);
    await page.keyboard.type('giữa chừng');
    await first.kill();
    const second = await openKillableBrowser(folder);
    const again = await second.newPage();
    await openRound(again);
    await again.getByText('Đang soạn tiếp bản nháp.', { exact: false }).waitFor();
    expect(await value(again, 'Tên đợt kiểm tra')).toMatch(/^Trước khi {2}bị ngắt /);
    await second.kill();
  });
});
