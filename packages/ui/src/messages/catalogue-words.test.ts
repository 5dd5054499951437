import { errorCatalogue } from '@kycuong/domain/error/catalogue.ts';
import { describe, expect, it } from 'vitest';
import { catalogue } from './catalogue.ts';
import { textsOf } from './catalogue-texts.ts';

/** A line of the table in docs/glossary.md. */
interface Word {
  readonly chosen: readonly string[];
  readonly old: readonly string[];
  readonly except: readonly string[];
}

const glossary = Object.values(
  import.meta.glob<string>('../../../../docs/glossary.md', { query: '?raw', import: 'default', eager: true }),
).join();

const listed = (cell = '', between = /;/) =>
  cell
    .split(between)
    .map((word) => word.trim())
    .filter((word) => word !== '');

const words: Word[] = glossary
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .slice(1)
  .map((line) => {
    const [, , chosen, old, except] = line.split('|');
    return { chosen: listed(chosen, /[,;:]/), old: listed(old), except: listed(except) };
  });

const literally = (word: string) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Whether the old word is said, but for where a chosen one holds it: "kiểm tra lại (phúc tra)". */
function says(text: string, old: string, chosen: readonly string[]): boolean {
  const lower = old.toLowerCase();
  const holding = chosen.map((word) => word.toLowerCase()).filter((word) => word.includes(lower));
  const left = holding.reduce((rest, word) => rest.replaceAll(word, ''), text.normalize('NFC').toLowerCase());
  return new RegExp(`(?<![\\p{L}\\d])${literally(lower)}(?![\\p{L}\\d])`, 'u').test(left);
}

const messages = [
  ...Object.entries(catalogue).flatMap(([area, { vi }]) =>
    Object.entries(textsOf(vi)).map(([key, text]) => [`${area}:${key}`, String(text)] as const),
  ),
  ...Object.entries(errorCatalogue).map(([key, { vi }]) => [`errors:${key}`, vi] as const),
];

/** Texts that stand in code: roles, law, the notice and its Word file, checklists, the sample story, the command line. */
const files = Object.entries(
  import.meta.glob<string>(
    [
      '../../../{domain,api,ui}/src/**/*.{ts,tsx}',
      '../../../../apps/{server,web,mobile-pwa}/src/**/*.{ts,tsx}',
      // Read above, key by key.
      '!../../../{domain/src/error,ui/src/messages}/**',
      '!../../../api/src/testing/**',
      '!**/*.test.{ts,tsx}',
    ],
    { query: '?raw', import: 'default', eager: true },
  ),
);

describe('the words of docs/glossary.md', () => {
  it('are a table, with the words not to be said', () => {
    expect(words.length).toBeGreaterThan(40);
    expect(words.every(({ chosen }) => chosen.length > 0)).toBe(true);
    expect(words.flatMap(({ old }) => old).length).toBeGreaterThan(40);
    expect(files.length).toBeGreaterThan(100);
  });

  it.each(words.flatMap(({ old, ...word }) => old.map((said) => [said, word] as const)))(
    '“%s” is said in no message',
    (old, { chosen, except }) => {
      const places = [...messages, ...files].filter(([, text]) => says(text, old, chosen));
      expect(
        places.map(([place]) => place).filter((place) => !except.some((e) => place.includes(e))),
      ).toEqual([]);
    },
  );

  it('name no exception that is not there', () => {
    const places = [...messages, ...files].map(([place]) => place);
    const excepted = words.flatMap(({ except }) => except);
    expect(excepted.filter((name) => !places.some((place) => place.includes(name)))).toEqual([]);
  });
});
