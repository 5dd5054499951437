import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { crash } from '../crash.ts';
import { houseUrl } from '../house.ts';
import { exchange, goTo, goToItem, makeReady, openTablet, type Tablet, unlockTablet } from '../tablet.ts';
import { tabletRows } from '../tablet-rows.ts';
import { type Api, apiAs } from './api-as.ts';
import { placesOfText } from './places-of-text.ts';
import { pasteFromWord } from './word-paste.ts';

let browser: Browser;
let tablet: Tablet;
let page: Page;
let api: Api;
let visitId = '';

beforeAll(async () => {
  browser = await launchBrowser();
  tablet = await openTablet(browser, 'kiemtra1');
  page = tablet.page;
  visitId = await makeReady(page, 'Minh Thái');
  api = await apiAs('kiemtra1');
});
beforeEach(() => tablet.context.setOffline(true));
afterAll(async () => {
  await browser?.close();
});

/** 31 spaces and a line break. */
const sentence =
  'Bộ phận Một cửa có ba quầy, quầy số hai không có người trực từ 8 giờ đến 8 giờ 30;\nhỏi chị trực quầy một thì được biết anh Nam nghỉ phép.';

/** Types as a person does: key by key, with a pause after every word that is longer than any that a field waits for. */
async function typeAt(field: Locator, text: string, pauseMs = 450): Promise<void> {
  await field.tap();
  for (const part of text.split(/(?<=\s)/)) {
    await page.keyboard.type(part, { delay: 30 });
    await page.waitForTimeout(pauseMs);
  }
}

const note = () => page.getByLabel('Ghi chú');
const logged = async () => (await tabletRows(page)).commands.length;
const status = () => page.locator('.sync-place').innerText();

/** After a kill another page is opened and unlocked, on the list and not on the visit. */
async function openAnew(): Promise<void> {
  page = await crash(page);
  await page.goto(new URL('/field/', houseUrl()).href);
  await unlockTablet(page);
  await page.locator('.visit-row').first().waitFor();
}

async function noteAtServer(item: string): Promise<string | null | undefined> {
  await tablet.context.setOffline(false);
  await exchange(page);
  const { answers } = await api.visit.get.query({ visitId });
  return answers.find(({ itemCode }) => itemCode === item)?.note;
}

describe('the note of an item', () => {
  it('keeps every space and line break of what is typed at a person’s pace, in one command', async () => {
    expect(sentence.match(/ /g)).toHaveLength(31);
    await goToItem(page, visitId, 'M21');
    const before = await logged();
    await typeAt(note(), sentence);
    expect(await note().inputValue()).toBe(sentence);
    expect([await logged(), await status()]).toEqual([before, expect.stringContaining('Chờ gửi')]);
    await note().blur();
    await expect.poll(logged).toBe(before + 1);
    expect(await note().inputValue()).toBe(sentence);
    expect(await noteAtServer('M21')).toBe(sentence);
    expect(await logged()).toBe(before + 1);
  });

  it('takes what Word lays on the clipboard, and says by how much it is too long', async () => {
    await goToItem(page, visitId, 'M18');
    await pasteFromWord(page, note());
  });

  it('is left as it is typed, spaces at its end included, until it is left', async () => {
    await goToItem(page, visitId, 'M22');
    await typeAt(note(), '  Một \n\n ', 600);
    expect(await note().inputValue()).toBe('  Một \n\n ');
    await page.getByRole('button', { name: 'Trước', exact: true }).click();
    await goToItem(page, visitId, 'M22');
    await expect.poll(() => note().inputValue()).toBe('Một');
  });

  it('is taken back as a whole', async () => {
    await goToItem(page, visitId, 'M23');
    await typeAt(note(), 'Một Hai Ba');
    await note().blur();
    await expect.poll(() => page.getByRole('button', { name: 'Hoàn tác' }).isEnabled()).toBe(true);
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await expect.poll(() => note().inputValue()).toBe('');
  });

  it.each([
    ['right after its last key', 0, 'D03'],
    ['half a second later', 500, 'D04'],
  ] as const)(
    'cut off %s is one command at the next start, without opening the visit',
    async (_, ms, item) => {
      await goToItem(page, visitId, item);
      const before = await logged();
      const text = `Cắt ngang ở ${item},\nsau phím cuối`;
      await typeAt(note(), text, 0);
      await page.waitForTimeout(ms);
      await openAnew();
      await expect.poll(logged).toBe(before + 1);
      expect(await noteAtServer(item)).toBe(text);
      expect(await logged()).toBe(before + 1);
    },
  );

  it('loses nothing to a reload within the moment of its last key', async () => {
    await goToItem(page, visitId, 'D05');
    const before = await logged();
    await typeAt(note(), 'Tải lại ngay', 0);
    await page.reload();
    await unlockTablet(page);
    await expect.poll(logged).toBe(before + 1);
    await expect.poll(() => note().inputValue()).toBe('Tải lại ngay');
  });

  it('is not rewritten by what another tab writes meanwhile, and builds on what was seen', async () => {
    await goToItem(page, visitId, 'D06');
    const other = await tablet.context.newPage();
    other.setDefaultTimeout(20_000);
    await other.goto(page.url());
    await unlockTablet(other);
    await typeAt(note(), 'Ở thẻ này ');
    await other.getByLabel('Ghi chú').fill('Ở thẻ kia');
    await other.getByLabel('Ghi chú').blur();
    await page.waitForTimeout(700);
    expect(await note().inputValue()).toBe('Ở thẻ này ');
    await page.keyboard.type('nữa');
    await note().blur();
    await expect.poll(() => other.getByLabel('Ghi chú').inputValue()).toBe('Ở thẻ này nữa');
    await other.close();
  });

  it('written in two tabs in turns is no conflict: each builds on what stood there', async () => {
    await goToItem(page, visitId, 'M20');
    const other = await tablet.context.newPage();
    other.setDefaultTimeout(20_000);
    await other.goto(page.url());
    await unlockTablet(other);
    const there = other.getByLabel('Ghi chú');
    for (const [field, text] of [
      [note(), 'một'],
      [there, 'một hai'],
      [note(), 'một hai ba'],
    ] as const) {
      await field.fill(text);
      await field.blur();
      await expect.poll(() => note().inputValue()).toBe(text);
      await expect.poll(() => there.inputValue()).toBe(text);
    }
    await other.close();
    expect(await noteAtServer('M20')).toBe('một hai ba');
    const { conflicts } = await api.visit.get.query({ visitId });
    expect(conflicts.filter(({ itemCode }) => itemCode === 'M20')).toEqual([]);
  });

  it('that bears a marking is kept at once, counted, found again and asked about before it is logged', async () => {
    const marked = 'Tủ để lẫn hồ sơ có dấu MẬT với hồ sơ thường';
    await goToItem(page, visitId, 'D07');
    const before = await logged();
    await typeAt(note(), marked, 0);
    await openAnew();
    await goTo(page, '/field/outbox');
    await page.getByRole('heading', { name: 'Chờ bạn xem lại', exact: true }).waitFor();
    expect([await logged(), await status()]).toEqual([before, expect.stringContaining('Chờ bạn xem lại')]);
    await page.getByRole('link', { name: /mục D07/ }).click();
    await expect.poll(() => note().inputValue()).toBe(marked);
    await page.getByRole('button', { name: 'Xem lại và xác nhận' }).click();
    await page.getByRole('dialog').getByText(marked).waitFor();
    await page.getByRole('dialog').getByRole('button').last().click();
    await expect.poll(logged).toBe(before + 1);
    expect(await noteAtServer('D07')).toBe(marked);
  });

  it('that bears a marking stands whole in its field, is gone on with, and holds up the submission', async () => {
    const marked = 'Sổ công văn MẬT để chung với sổ thường, chị văn thư nói từ tháng 6';
    await goToItem(page, visitId, 'D02');
    const before = await logged();
    await typeAt(note(), marked, 0);
    await note().blur();
    await page.getByRole('dialog').getByRole('button').first().click();
    expect(await note().inputValue()).toBe(marked);
    await note().press('Control+End');
    await page.keyboard.type(' tới nay', { delay: 40 });
    await note().blur();
    await page.getByRole('dialog').waitFor();
    await page.getByRole('dialog').getByRole('button').first().click();
    expect(await note().inputValue()).toBe(`${marked} tới nay`);
    await openAnew();
    await toOverview();
    await page.getByRole('button', { name: 'Nộp cho trưởng đoàn' }).click();
    await page.getByRole('dialog').getByRole('button').first().click();
    await page.getByRole('contentinfo').getByRole('link', { name: 'D02' }).click();
    await expect.poll(() => note().inputValue()).toBe(`${marked} tới nay`);
    await page.getByRole('button', { name: 'Bỏ đoạn này' }).click();
    await page.getByRole('button', { name: 'Bỏ hẳn' }).click();
    expect(await logged()).toBe(before);
  });

  it('that bears a marking is thrown away in the outbox too, whatever became of its visit', async () => {
    await goToItem(page, visitId, 'D10');
    const before = await logged();
    await typeAt(note(), 'Tủ có dấu MẬT', 0);
    await note().blur();
    await page.getByRole('dialog').getByRole('button').first().click();
    await goTo(page, '/field/outbox');
    const row = page.getByRole('listitem').filter({ hasText: 'Tủ có dấu MẬT' });
    await row.getByRole('button', { name: 'Bỏ đoạn này' }).click();
    await row.getByRole('button', { name: 'Bỏ hẳn' }).click();
    await row.waitFor({ state: 'detached' });
    expect(await logged()).toBe(before);
  });

  it('that bears a marking is asked about in the words of a hand-over, and not handed on unasked', async () => {
    await toHandOver();
    const before = await logged();
    await page.locator('#hand-over-note').fill('Tủ số 2 có hồ sơ MẬT');
    await page.locator('#hand-over-to').selectOption({ index: 1 });
    await page.locator('.hand-over-form').getByRole('button').first().click();
    await page.getByRole('dialog').getByText('Tủ số 2 có hồ sơ MẬT').waitFor();
    await page.getByRole('dialog').getByRole('button').first().click();
    expect([await page.locator('#hand-over-note').inputValue(), await logged()]).toEqual([
      'Tủ số 2 có hồ sơ MẬT',
      before,
    ]);
    await page.locator('#hand-over-note').fill('');
  });

  it('that bears a marking is thrown away by two touches', async () => {
    await goToItem(page, visitId, 'D08');
    const before = await logged();
    await typeAt(note(), 'Có dấu TỐI MẬT', 0);
    await note().blur();
    await page.getByRole('dialog').getByRole('button').first().click();
    await page.getByRole('button', { name: 'Bỏ đoạn này' }).click();
    await page.getByRole('button', { name: 'Bỏ hẳn' }).click();
    await expect.poll(() => note().inputValue()).toBe('');
    expect(await logged()).toBe(before);
  });
});

interface FormField {
  readonly name: string;
  /** The file that has it; undefined for what is no text. */
  readonly from?: string;
  readonly place: () => Promise<unknown>;
  readonly field: () => Locator;
  readonly text: string;
}

/** Each field that is kept as a draft, where it stands, and what is typed into it. */
const formFields: readonly FormField[] = [
  {
    name: 'the summary of a finding',
    from: 'finding/finding-fields.tsx',
    place: toFinding,
    field: () => page.getByLabel('Tóm tắt'),
    text: 'Ba công chức không đeo thẻ ',
  },
  {
    name: 'the description of a finding',
    from: 'finding/finding-fields.tsx',
    place: toFinding,
    field: () => page.getByLabel('Mô tả'),
    text: 'Lúc 8 giờ 10,\n\nquầy số 3 trống ',
  },
  {
    name: 'the caption of a photo of a finding',
    place: toFinding,
    field: caption,
    text: 'Ảnh quầy số 3 ',
  },
  {
    name: 'the caption of a photo of an item',
    from: 'evidence/take-photo.tsx',
    place: () => goToItem(page, visitId, 'D09'),
    field: caption,
    text: 'Ảnh bảng niêm yết ',
  },
  {
    name: 'the code of a dossier',
    from: 'dossier/dossier-fields.tsx',
    place: toDossier,
    field: () => page.getByLabel('Mã hồ sơ'),
    text: 'H40.12 - 0007 ',
  },
  {
    name: 'the procedure of a dossier',
    from: 'dossier/dossier-fields.tsx',
    place: toDossier,
    field: () => page.getByLabel('Thủ tục'),
    text: 'Đăng ký khai sinh ',
  },
  {
    name: 'a date of a dossier',
    place: toDossier,
    field: () => page.getByLabel('Ngày tiếp nhận', { exact: true }),
    text: '26/10/2026',
  },
  {
    name: 'the days of a dossier',
    place: toDossier,
    field: () => page.locator('#processingWorkingDays'),
    text: '15',
  },
  {
    name: 'the note of a dossier',
    from: 'dossier/dossier-fields.tsx',
    place: toDossier,
    field: () => page.locator('#note'),
    text: 'Quá hạn hai ngày,\nkhông xin lỗi ',
  },
  {
    name: 'the message of the submission',
    from: 'visit/end-note.tsx',
    place: toOverview,
    field: () => page.locator('#note'),
    text: 'Đã xem đủ,\nđề nghị đoàn xem lại mục D ',
  },
  {
    name: 'the words of a hand-over',
    from: 'visit/hand-over.tsx',
    place: toHandOver,
    field: () => page.locator('#hand-over-note'),
    text: 'Còn phần D,\nxem giúp mục D12 ',
  },
  {
    name: 'the name of the device',
    from: 'device/this-device.tsx',
    place: () => goTo(page, '/field/outbox'),
    field: () => page.locator('#device-label'),
    text: 'Máy số 3 của Thanh tra ',
  },
];

/** Fields of text that are typed in elsewhere, or are no text to be kept. */
const elsewhere: Readonly<Record<string, string>> = {
  'visit/item-note.tsx': 'above',
  'visit/settle-other.tsx': 'where two answered differently',
  'access/sign-in.tsx': 'a name and a password, kept nowhere',
  'access/enter-second-step.tsx': 'six figures that an app shows for half a minute',
  'lock/code-field.tsx': 'the unlock code',
  'shell/date-input.tsx': 'days',
  'shell/touch-field.tsx': 'what the others are made of',
};

function toFinding() {
  return goTo(page, `/field/visit/${visitId}/findings/01960000-0000-7000-8000-00000000f1d1?item=D09`);
}
function toDossier() {
  return goTo(page, `/field/visit/${visitId}/dossiers/01960000-0000-7000-8000-00000000d051`);
}
function toOverview() {
  return goTo(page, `/field/visit/${visitId}/overview`);
}
async function toHandOver() {
  await toOverview();
  const begin = page.getByRole('button', { name: 'Bàn giao cho người khác' });
  await begin.or(page.locator('#hand-over-note')).first().waitFor();
  if (await begin.isVisible()) await begin.click();
}
function caption() {
  return page.getByLabel('Chú thích');
}

describe.each(formFields)('$name', ({ from, place, field, text }) => {
  it('is left as it is typed, and is whole after a kill right after its last key', async () => {
    await place();
    await field().fill('');
    await typeAt(field(), text);
    expect(await field().inputValue()).toBe(text);
    await openAnew();
    await place();
    await expect.poll(() => field().inputValue()).toBe(text);
  });

  if (from !== undefined)
    it('takes what Word lays on the clipboard, and says by how much it is too long', () =>
      pasteFromWord(page, field()));
});

it('no field of text of the tablet’s source was left out', async () => {
  const places = [...(await placesOfText('mobile-pwa'))].filter(([file]) => !(file in elsewhere));
  const tried = formFields.flatMap(({ from }) => from ?? []);
  expect(places.map(([file, fields]) => [file, fields.length])).toEqual(
    places.map(([file]) => [file, tried.filter((from) => from === file).length]),
  );
});

describe('a count', () => {
  it('is one command, whatever pauses are made between its figures, and whole after a kill', async () => {
    await goToItem(page, visitId, 'M06');
    const figure = () => page.locator('.kc-stepper input');
    const before = await logged();
    await figure().fill('');
    await typeAt(figure(), '1');
    await page.keyboard.type('2');
    await page.waitForTimeout(600);
    expect(await logged()).toBe(before);
    await openAnew();
    await expect.poll(logged).toBe(before + 1);
    await goToItem(page, visitId, 'M06');
    await expect.poll(() => figure().inputValue()).toBe('12');
  });

  it('is made of nothing else that is pasted: that stays, and why is said', async () => {
    const figure = page.locator('.kc-stepper input');
    const before = await logged();
    for (const pasted of ['1.5', '12 người', '1234567']) {
      await figure.fill(pasted);
      await page.getByText('Chưa đọc được số này').waitFor();
      expect(await figure.inputValue()).toBe(pasted);
    }
    await figure.blur();
    expect([await figure.inputValue(), await logged()]).toEqual(['1234567', before]);
    await figure.fill('１３');
    await page.getByText('Chưa đọc được số này').waitFor({ state: 'detached' });
    expect(await figure.inputValue()).toBe('13');
    await figure.blur();
    await expect.poll(logged).toBe(before + 1);
  });
});

describe('a day that is pasted', () => {
  it('becomes no other one: it stays, and why is said when the field is left', async () => {
    await toDossier();
    const day = page.getByLabel('Ngày tiếp nhận', { exact: true });
    const told = [
      ['12 Oct 2026', '“12 Oct 2026” chưa phải một ngày'],
      ['26/10/20267', '“26/10/20267” chưa phải một ngày'],
      ['20261026', 'Không có ngày 20/26/1026'],
    ] as const;
    for (const [pasted, why] of told) {
      await day.fill(pasted);
      await day.blur();
      expect(await day.inputValue()).toBe(pasted);
      await page.getByText(why).waitFor();
    }
    await day.fill('26/10/26');
    await day.blur();
    await expect.poll(() => day.inputValue()).toBe('26/10/2026');
    const days = page.locator('#processingWorkingDays');
    await days.fill('1,5');
    expect(await days.inputValue()).toBe('1,5');
    await page.getByText('Nhập số nguyên, ví dụ 12.').waitFor();
    await days.fill('１５');
    await expect.poll(() => days.inputValue()).toBe('15');
  });
});
