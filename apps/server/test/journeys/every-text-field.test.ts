import { storableLine, storableText } from '@kycuong/domain/input/storable-text.ts';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { crash } from '../crash.ts';
import { houseUrl } from '../house.ts';
import { type Desk, desksWithText, elsewhere, type TextForm } from './forms-with-text.ts';
import { signIn } from './person.ts';
import { isPlace, placesOfText } from './places-of-text.ts';
import { fromWord, paste, pasteFromWord, wordLine, wordText } from './word-paste.ts';

let browser: Browser;
let desks: readonly Desk[];
/** The fields of the console's source by file, and those of them that were typed in. */
let places: Map<string, string[]>;
const typedIn = new Set<string>();

beforeAll(async () => {
  browser = await launchBrowser();
  places = await placesOfText('web');
  desks = await desksWithText();
});
afterAll(async () => {
  await browser?.close();
});

/** What one types text into; figures, days, passwords, files and what is chosen from a list are none. */
const textField =
  ':is(textarea, input:is([type="text"], [type="email"], :not([type]))):not([inputmode], [aria-haspopup], [aria-keyshortcuts])';

/** The names of the text fields that can be seen; one without a name has none. */
async function fieldsOf(page: Page): Promise<string[]> {
  await page.locator(textField).first().waitFor();
  return page
    .locator(textField)
    .evaluateAll((found) =>
      found.filter((at) => at.checkVisibility()).map((at) => at.getAttribute('name') ?? ''),
    );
}

function fieldOf(page: Page, name: string): Locator {
  const own = name === '' ? ':not([name])' : `[name="${name}"]`;
  return page.locator(`${textField}${own}`);
}

async function open(page: Page, { path, presses = [] }: TextForm): Promise<void> {
  await page.goto(new URL(path, houseUrl()).href);
  for (const name of presses) {
    const start = { name: new RegExp(`^${name}`) };
    await page.getByRole('button', start).or(page.getByRole('radio', start)).first().click();
  }
}

/** Key by key, with a rest after each space and line break that is longer than any that a field waits for. */
async function typeResting(page: Page, field: Locator): Promise<void> {
  const isLine = await field.evaluate((at) => at instanceof HTMLInputElement);
  await field.focus();
  await page.keyboard.press('Control+A');
  const parts = isLine ? ['Một ', 'hai'] : ['Một ', 'hai\n', 'ba'];
  for (const part of parts) {
    await page.keyboard.type(part, { delay: 15 });
    if (/\s$/.test(part)) await page.waitForTimeout(450);
  }
  expect(await field.inputValue()).toBe(parts.join(''));
}

/** Word's text stands in each of them, and what was typed last behind it. */
async function expectWhole(page: Page, names: readonly string[], last: string): Promise<void> {
  for (const name of names) {
    const field = fieldOf(page, name);
    await field.waitFor();
    const isLine = await field.evaluate((at) => at instanceof HTMLInputElement);
    const value = (isLine ? storableLine : storableText)(await field.inputValue());
    const typed = name === names.at(-1) ? last : '';
    expect([name, value]).toEqual([name, (isLine ? wordLine : wordText) + typed]);
  }
}

async function fillIn(given: Page, form: TextForm): Promise<Page> {
  let page = given;
  await open(page, form);
  const names = await fieldsOf(page);
  for (const name of names) {
    const file = form.from.find((from) => places.get(from)?.some((place) => isPlace(name, place)));
    expect([form.name, name, file]).toEqual([form.name, name, expect.any(String)]);
    for (const place of places.get(file ?? '') ?? [])
      if (isPlace(name, place)) typedIn.add(`${file} ${place}`);
    const field = fieldOf(page, name);
    await typeResting(page, field);
    await pasteFromWord(page, field, form.longest);
  }
  if (form.isPassing) return page;
  await page.keyboard.press('End');
  await page.keyboard.type(' cắt ngang', { delay: 15 });
  page = await crash(page);
  // What was added to a draft is there; another form is opened again.
  await open(page, form.isDraft ? { ...form, presses: [] } : form);
  await expectWhole(page, names, ' cắt ngang');
  return page;
}

const who = ['nobody', 'vanphong', 'the leader', 'the head', 'iso', 'iso again', 'quantri'] as const;

describe('every text field of the console takes what is typed with rests and pasted from Word, and is whole after a kill', () => {
  it.concurrent.each(who.map((name, index) => [name, index] as const))(
    'at the desk of %s',
    async (_, index) => {
      const desk = desks[index];
      const person = desk?.who ?? null;
      let page: Page;
      if (person === null) page = await (await browser.newContext({ locale: 'vi-VN' })).newPage();
      else if (typeof person === 'string') page = await signIn(browser, person);
      else page = await signIn(browser, person.username, undefined, person.password);
      for (const form of desk?.forms ?? []) page = await fillIn(page, form);
      await page.context().close();
    },
    240_000,
  );

  it.concurrent('a search box keeps each key, however the list follows it', async () => {
    const page = await signIn(browser, 'vanphong');
    await page.goto(new URL('/rounds', houseUrl()).href);
    const box = page.getByRole('searchbox');
    // A list that is slow to follow.
    await page.route('**/api/trpc/**', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 150));
      await route.continue();
    });
    await box.pressSequentially('Kiểm soát thủ tục', { delay: 270 });
    await page.waitForTimeout(700);
    expect(await box.inputValue()).toBe('Kiểm soát thủ tục');
    await paste(page, box, fromWord);
    await page.waitForTimeout(700);
    expect(storableLine(await box.inputValue())).toBe(wordLine);
    expect(await page.getByRole('button', { name: 'Thử lại' }).count()).toBe(0);
    await page.context().close();
  });
});

it('no field of the console’s source was left out', () => {
  const all = [...places].flatMap(([file, names]) => names.map((name) => `${file} ${name}`));
  const left = all.filter((place) => !typedIn.has(place));
  expect(
    left.filter((place) => !(place in elsewhere) && !((place.split(' ')[0] ?? '') in elsewhere)),
  ).toEqual([]);
  for (const place of Object.keys(elsewhere)) expect(left.some((one) => one.startsWith(place))).toBe(true);
});
