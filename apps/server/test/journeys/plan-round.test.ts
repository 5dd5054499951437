import { addDays, dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { itemsOf } from '@kycuong/domain/checklist/items-of.ts';
import type { VisitPacket } from '@kycuong/domain/sync/packet.ts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { type Api, apiAs } from './api-as.ts';
import { formatDate, please, signIn, violations } from './person.ts';
import { watchErrors } from './watch-errors.ts';

const name = 'Kiểm tra công vụ tại hai xã ven biển';
const today = dateInVietnam(new Date());
const round = {
  decisionNo: '1241/QĐ-SNV',
  decidedBy: 'Giám đốc Sở Nội vụ',
  startsOn: addDays(today, 1),
  endsOn: addDays(today, 40),
};
/** The first is told too late, the second in time, whatever holidays come between. */
const soon = { unit: 'Xã Giao Ninh', plannedOn: round.startsOn };
const later = { unit: 'Xã Giao Minh', plannedOn: addDays(today, 35) };

let browser: Browser;
let page: Page;
let errors: string[];
let member: Api;
let outsider: Api;
/** Of a commune that the round does not go to. */
let head: Api;
beforeAll(async () => {
  browser = await launchBrowser();
  page = await signIn(browser, 'vanphong');
  errors = watchErrors(page);
  member = await apiAs('kiemtra1');
  outsider = await apiAs('kiemtra2');
  head = await apiAs('chutich');
});
afterAll(async () => {
  await browser?.close();
});

const field = (label: string) => page.getByLabel(label, { exact: true }).and(page.locator('input'));
const wrongBeside = (label: string) =>
  page.locator('.kc-field', { has: field(label) }).locator('.kc-field-error');
const summary = () => page.getByRole('alert');
const save = () => page.getByRole('button', { name: 'Lưu dự thảo' }).click();

async function type(label: string, text: string): Promise<void> {
  await field(label).fill(text);
  await field(label).press('Tab');
}

/** Picks from a list, searching as people type: without marks. */
async function choose(label: string, option: string, typed?: string): Promise<void> {
  await field(label).click();
  if (typed !== undefined) await field(label).fill(typed);
  await page.getByRole('option', { name: option }).click();
}

/** What a tablet that starts empty would pull of this round. */
async function pulledBy(api: Api): Promise<VisitPacket[]> {
  const packets: VisitPacket[] = [];
  let cursor: string | null = null;
  for (let more = true; more; ) {
    const pulled: Awaited<ReturnType<typeof api.sync.pull.query>> = await api.sync.pull.query({ cursor });
    for (const change of pulled.changes) if (change.kind === 'packet') packets.push(change.packet);
    ({ cursor, more } = pulled);
  }
  return packets.filter((packet) => packet.round.name === name);
}

async function roundsOf(api: Api) {
  const { rounds } = await api.planning.listRounds.query({});
  return rounds.filter((listed) => listed.name === name);
}

/** Fields that are chosen from a list. */
const chosen = /^(?:Đơn vị|Người) \d/;

describe('the programme office sets up a round', () => {
  it('is told beside each field and on top what is missing, and led there', async () => {
    await page.getByRole('link', { name: 'Đợt kiểm tra', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Đợt kiểm tra' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('link', { name: 'Lập đợt kiểm tra' }).click();
    await page.getByRole('heading', { level: 1, name: 'Lập đợt kiểm tra' }).waitFor();
    expect(await violations(page)).toEqual([]);

    await page.getByRole('button', { name: 'Thêm đơn vị' }).click();
    await save();
    const missing = [
      'Tên đợt kiểm tra',
      'Số quyết định',
      'Ngày quyết định',
      'Người quyết định',
      'Ngày bắt đầu',
      'Ngày kết thúc',
      'Đơn vị 1',
      'Ngày đến 1',
      'Đơn vị 2',
      'Ngày đến 2',
      'Người 1',
      'Người 2',
    ];
    const said = (label: string) =>
      please(label.replace(/ (\d)$/, ' ở dòng $1'), chosen.test(label) ? 'Chọn' : 'Nhập');
    await summary().getByText(`Còn ${missing.length} chỗ cần sửa`).waitFor();
    expect(await summary().evaluate((box) => box === document.activeElement)).toBe(true);
    expect(await summary().getByRole('button').allTextContents()).toEqual(missing.map(said));
    for (const label of missing) {
      expect(await wrongBeside(label).allTextContents()).toEqual([said(label)]);
      expect(await field(label).getAttribute('aria-invalid')).toBe('true');
    }
    await summary().getByRole('button', { name: 'Số quyết định' }).click();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('decisionNo');
    expect(await violations(page)).toEqual([]);
    expect(await roundsOf(await apiAs('vanphong'))).toEqual([]);
  });

  it('fills it in, and a date before its start is refused without losing anything', async () => {
    await type('Tên đợt kiểm tra', name);
    await choose('Lĩnh vực', 'Công vụ');
    await type('Số quyết định', round.decisionNo);
    await type('Ngày quyết định', formatDate(today));
    await type('Người quyết định', round.decidedBy);
    await type('Ngày bắt đầu', formatDate(round.startsOn));
    await type('Ngày kết thúc', formatDate(today));
    await choose('Đơn vị 1', soon.unit, 'giao ninh');
    await type('Ngày đến 1', formatDate(soon.plannedOn));
    await choose('Đơn vị 2', later.unit, 'giao minh');
    await type('Ngày đến 2', formatDate(later.plannedOn));
    await choose('Người 1', 'Nguyễn Đức Thịnh');
    await choose('Người 2', 'Vũ Hoài Thu');
    await choose('Bảng kiểm', '67 mục');
    expect(await field('Vai trò 1').inputValue()).toBe('Trưởng đoàn');
    await save();
    await expect
      .poll(() => wrongBeside('Ngày kết thúc').allTextContents())
      .toEqual(['Ngày kết thúc không được trước ngày bắt đầu.']);
    await type('Ngày kết thúc', formatDate(round.endsOn));
    await expect.poll(() => wrongBeside('Ngày kết thúc').count()).toBe(0);
    expect(await field('Số quyết định').inputValue()).toBe(round.decisionNo);
    expect(await field('Đơn vị 2').inputValue()).toBe(later.unit);
    expect(await violations(page)).toEqual([]);
  });

  it('saves a draft that no tablet gets yet', async () => {
    await save();
    await page.getByRole('heading', { level: 1, name }).waitFor();
    await page.getByText('Dự thảo', { exact: true }).first().waitFor();
    await page.getByText(`${round.decisionNo} ngày ${formatDate(today)}`).waitFor();
    await page.getByText('Nguyễn Đức Thịnh, trưởng đoàn').waitFor();
    const rows = page.getByRole('table', { name: 'Buổi kiểm tra' }).locator('tbody tr');
    expect(await rows.allTextContents()).toEqual([
      expect.stringMatching(`^${soon.unit}${formatDate(soon.plannedOn)}Dự thảo`),
      expect.stringMatching(`^${later.unit}${formatDate(later.plannedOn)}Dự thảo`),
    ]);
    const warned = page.getByRole('listitem').filter({ hasText: 'ngày làm việc tính từ ngày báo' });
    expect(await warned.allTextContents()).toEqual([expect.stringContaining(soon.unit)]);
    expect(await violations(page)).toEqual([]);
    expect(await pulledBy(member)).toEqual([]);
  });

  it('issues it, and it is issued, not under way before its first day', async () => {
    await page.getByRole('button', { name: 'Ban hành', exact: true }).click();
    const look = page.getByRole('region', { name: 'Xem lại trước khi ban hành đợt kiểm tra' });
    await look.getByText(`Quyết định số ${round.decisionNo}`, { exact: false }).waitFor();
    await look.getByText(`${soon.unit} (${formatDate(soon.plannedOn)})`, { exact: false }).waitFor();
    expect(await violations(page)).toEqual([]);
    await look.getByRole('button', { name: 'Ban hành đợt kiểm tra' }).click();
    await page.getByRole('alert').getByText('Nêu lý do báo trước chưa đủ 5 ngày làm việc.').waitFor();
    await look.getByRole('textbox').pressSequentially('Xử lý ngay phản ánh của người dân');
    await look.getByRole('button', { name: 'Ban hành đợt kiểm tra' }).click();
    await page.getByText('Đã ban hành; 1 đơn vị được báo trước chưa đủ 5 ngày làm việc.').waitFor();
    await page.getByText('Đã ban hành', { exact: true }).waitFor();
    expect(await page.getByRole('button', { name: 'Ban hành', exact: true }).count()).toBe(0);
    const rows = page.getByRole('table', { name: 'Buổi kiểm tra' }).locator('tbody tr');
    expect(await rows.filter({ hasText: 'Đã lên lịch' }).count()).toBe(2);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('link', { name: 'Đợt kiểm tra', exact: true }).first().click();
    await page.getByRole('link', { name, exact: true }).waitFor();
  });

  it('reaches the team, and nobody else, with all that a visit needs', async () => {
    // The feed gives what no open transaction can still precede, so it may lag a moment behind.
    await expect.poll(async () => (await pulledBy(member)).length, { timeout: 20_000 }).toBe(2);
    const packets = (await pulledBy(member)).toSorted((a, b) => a.plannedOn.localeCompare(b.plannedOn));
    expect(packets).toMatchObject(
      [soon, later].map(({ unit, plannedOn }) => ({
        unit: { name: unit },
        plannedOn,
        status: 'planned',
        round: { decisionNo: round.decisionNo, decisionDate: today, form: 'planned', field: 'public-duty' },
      })),
    );
    for (const { team, checklist } of packets) {
      expect(team.map(({ fullName, role }) => [fullName, role]).toSorted()).toEqual([
        ['Nguyễn Đức Thịnh', 'leader'],
        ['Vũ Hoài Thu', 'member'],
      ]);
      expect(itemsOf(checklist.content)).toHaveLength(67);
    }
    expect(await roundsOf(member)).toMatchObject([{ status: 'issued' }]);
    expect(await pulledBy(outsider)).toEqual([]);
    expect(await roundsOf(head)).toEqual([]);
  });

  it('did so without an error in the console or a breach of the CSP', () => {
    expect(errors).toEqual([]);
  });
});
