import { type ErrorKey, errorCatalogue, type Language } from '@kycuong/domain/error/catalogue.ts';
import i18next, { type i18n } from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import type { Catalogue } from './messages/catalogue.ts';

export const languages = ['vi', 'en'] as const satisfies readonly Language[];
const storageKey = 'kycuong.language';

type AreaMessages = { readonly vi: Record<string, unknown>; readonly en: Record<string, unknown> };

/** `a` and `b.c` of `{ a: '…', b: { c: '…' } }`. */
type Paths<Tree> = {
  [Key in keyof Tree & string]: Tree[Key] extends string ? Key : `${Key}.${Paths<Tree[Key]>}`;
}[keyof Tree & string];

export type MessageKey =
  | { [Area in keyof Catalogue & string]: `${Area}:${Paths<Catalogue[Area]['vi']>}` }[keyof Catalogue]
  | `errors:${ErrorKey}`;

export type MessageValues = Readonly<Record<string, string | number | undefined>>;
export type Translate = (key: MessageKey, values?: MessageValues) => string;

export function isLanguage(value: string | null | undefined): value is Language {
  return languages.some((language) => language === value);
}

function errorTexts(language: Language): Record<string, string> {
  return Object.fromEntries(Object.entries(errorCatalogue).map(([key, texts]) => [key, texts[language]]));
}

/**
 * Starts the one i18next instance with the areas that an app shows, Vietnamese unless the person chose otherwise
 * on this machine. The error catalogue is always there, as `errors`.
 */
export function startI18n(areas: Readonly<Record<string, AreaMessages>>, chosen = storedLanguage()): i18n {
  const resources = (language: Language) => ({
    ...Object.fromEntries(Object.entries(areas).map(([area, texts]) => [area, texts[language]])),
    errors: errorTexts(language),
  });
  void i18next.use(initReactI18next).init({
    lng: chosen,
    fallbackLng: 'vi',
    supportedLngs: [...languages],
    ns: [...Object.keys(areas), 'errors'],
    defaultNS: false,
    initAsync: false,
    interpolation: { escapeValue: false },
    resources: { vi: resources('vi'), en: resources('en') },
  });
  markDocument(chosen);
  return i18next;
}

export function storedLanguage(): Language {
  const stored = typeof localStorage === 'undefined' ? null : localStorage.getItem(storageKey);
  return isLanguage(stored) ? stored : 'vi';
}

export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(storageKey, language);
  await i18next.changeLanguage(language);
  markDocument(language);
}

function markDocument(language: Language): void {
  if (typeof document !== 'undefined') document.documentElement.lang = language;
}

/** For code outside React; screens use `useMessages`. */
export const translate: Translate = (key, values) => i18next.t(key, { ...values });

/** `t` of an `area:key` and its values, with checked keys, and the language for `format.ts`. */
export function useMessages(): { readonly t: Translate; readonly language: Language } {
  const { i18n: current } = useTranslation();
  const language = isLanguage(current.language) ? current.language : 'vi';
  return { t: translate, language };
}
