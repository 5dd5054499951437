import { storableLine, storableText, textLength } from '@kycuong/domain/input/storable-text.ts';
import type { Locator, Page } from 'playwright-core';
import { expect, vi } from 'vitest';

/** As Word and PowerPoint lay it on the clipboard, and a Mac composes it. */
export const fromWord =
  'Biên bản\u0003\u000bsố\u00a012 của \u201ctổ Một cửa\u201d, thủ\u00adtục\ufffe\u001f 👨‍👩‍👧'.normalize(
    'NFD',
  );
/** What of it can be seen, or changes how it looks: all of this stays. */
export const wordText = 'Biên bản\nsố\u00a012 của “tổ Một cửa”, thủ\u00adtục 👨‍👩‍👧';
/** On one line, where nothing stays that only a wrapped text shows. */
export const wordLine = wordText.replace('\n', ' ').replace('\u00ad', '');

/** More than a field takes, composed as a Mac does. */
const moreThan = (limit: number) =>
  `${'Tổ trực không có mặt. '.repeat(Math.ceil((limit + 1) / 22))}Hết`.normalize('NFD');

/** There is one clipboard, whatever many pages are typed in at once. */
let clipboard: Promise<unknown> = Promise.resolve();

/** What stood in the field goes, as when a person marks it all and pastes. */
export async function paste(page: Page, field: Locator, text: string): Promise<void> {
  const { origin } = new URL(page.url());
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin });
  await field.focus();
  await page.keyboard.press('Control+A');
  const pasted = clipboard.then(async () => {
    await page.evaluate((words) => navigator.clipboard.writeText(words), text);
    await page.keyboard.press('Control+V');
  });
  clipboard = pasted.catch(() => undefined);
  await pasted;
}

/** What is said at the field: its help, its error, how much room is left. */
function saidAt(field: Locator): Promise<string> {
  return field.evaluate((at) =>
    (at.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? '')
      .join(' '),
  );
}

/** `expect.poll` knows one test at a time. */
const soon = (expected: () => Promise<void>) => vi.waitFor(expected, { timeout: 4_500 });

/**
 * Word's characters and more than there is room for, pasted: all that can be seen stays, and what is too much is told to the
 * character. Word's stand in it afterwards.
 */
export async function pasteFromWord(page: Page, field: Locator, longest = 5_000): Promise<void> {
  const tooMuch = moreThan(longest);
  const isLine = await field.evaluate((at) => at instanceof HTMLInputElement);
  const store = isLine ? storableLine : storableText;
  await paste(page, field, tooMuch);
  expect((await field.inputValue()).normalize('NFC')).toBe(tooMuch.normalize('NFC'));
  await soon(async () => expect(await saidAt(field)).toMatch(/Thừa [\d.]+ ký tự \(tối đa [\d.]+\)/));
  const [over = 0, limit = 0] = (/Thừa ([\d.]+) ký tự \(tối đa ([\d.]+)\)/.exec(await saidAt(field)) ?? [])
    .slice(1)
    .map((figure) => Number(figure.replaceAll('.', '')));
  expect(over + limit).toBe(textLength(store(tooMuch)));
  await paste(page, field, fromWord);
  expect(store(await field.inputValue())).toBe(isLine ? wordLine : wordText);
  await soon(async () => expect(await saidAt(field)).not.toContain('Thừa'));
}
