import type { Language } from '@kycuong/domain/error/catalogue.ts';
import { formatNumber } from '@kycuong/domain/error/format-number.ts';
import { signInTexts } from '@kycuong/domain/error/sign-in-texts.ts';
import type { MessageKey, MessageValues } from '@kycuong/ui/i18n.ts';
import { fieldVi } from '@kycuong/ui/messages/field/vi.ts';
import { useSyncExternalStore } from 'react';

/** `field:walk.next`: a key of the tablet's part of the message catalogue. */
export type FieldKey = Extract<MessageKey, `field:${string}`>;
export type Translate = (key: FieldKey, values?: MessageValues) => string;

const storageKey = 'kycuong.language';
const listeners = new Set<() => void>();
let current: Language = 'vi';

/** What each language says, as far as it was fetched. Vietnamese is part of the first screen, up to the walk. */
const texts: { vi: object; en?: object } = { vi: fieldVi };
/** By path, in the current language. */
const found = new Map<string, string | undefined>();

/** A screen past the walk, as it is fetched: with the texts that only such screens say. */
export async function withLaterTexts<Screen>(coming: Promise<Screen>): Promise<Screen> {
  // Such a screen may have a refusal to say.
  void loadErrorTexts().catch(() => undefined);
  const [screen, { fieldLaterVi }] = await Promise.all([
    coming,
    import('@kycuong/ui/messages/field/later-vi.ts'),
  ]);
  texts.vi = { ...fieldVi, ...fieldLaterVi };
  found.clear();
  return screen;
}

async function speak(language: Language): Promise<void> {
  if (language === 'en') texts.en ??= (await import('@kycuong/ui/messages/field/en.ts')).fieldEn;
  current = language;
  found.clear();
  document.documentElement.lang = language;
}

/** The same place in the browser as the console's choice, so both agree on one machine. */
export async function startLanguage(): Promise<void> {
  document.documentElement.lang = current;
  // A text that cannot be fetched leaves the Vietnamese one.
  if (localStorage.getItem(storageKey) === 'en') await speak('en').catch(() => undefined);
}

export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(storageKey, language);
  await speak(language);
  for (const listener of listeners) listener();
}

function filled(text: string, values: MessageValues): string {
  return text.replace(/\{\{(\w+)(, number)?\}\}/g, (_, name: string, counts?: string) =>
    counts ? formatNumber(values[name], current) : String(values[name] ?? ''),
  );
}

function look(path: string): string | undefined {
  let at: unknown = texts[current];
  for (const name of path.slice('field:'.length).split('.'))
    at =
      typeof at === 'object' && at !== null
        ? Object.entries(at).find(([key]) => key === name)?.[1]
        : undefined;
  return typeof at === 'string' ? at : undefined;
}

function textAt(path: string): string | undefined {
  if (!found.has(path)) found.set(path, look(path));
  return found.get(path);
}

/**
 * The text in the person's language. A few lines instead of i18next, which the console uses over the same catalogue:
 * the tablet's first screen has a budget. `key_one` is taken for one thing, as there.
 */
export const translate: Translate = (key, values = {}) => {
  const one = values.count === 1 ? textAt(`${key}_one`) : undefined;
  return filled(one ?? textAt(key) ?? key, values);
};

type Catalogue = Pick<typeof import('@kycuong/domain/error/catalogue.ts'), 'errorText' | 'isErrorKey'>;
let catalogue: Catalogue | undefined;

/** The texts of all refusals: the first screen needs few of them, so they come after it, from the device itself. */
export async function loadErrorTexts(): Promise<void> {
  catalogue = await import('@kycuong/domain/error/catalogue.ts');
  for (const listener of listeners) listener();
}

/** Whether the text of that key can be said at once. */
export function isAtHand(key: string): boolean {
  return catalogue !== undefined || key in signInTexts;
}

/** Text of a refusal by its key in the error catalogue, or in what of it is at hand. */
export function errorText(key: string | null, details: MessageValues = {}): string {
  if (catalogue === undefined) {
    const known = Object.entries(signInTexts).find(([name]) => name === key);
    return known ? filled(known[1][current], details) : translate('field:not-done');
  }
  const { errorText: textOf, isErrorKey } = catalogue;
  return textOf(key !== null && isErrorKey(key) ? key : 'system.unexpected', current, details);
}

export function useMessages(): { readonly t: Translate; readonly language: Language } {
  const language = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
  return { t: translate, language };
}
