import { errorCatalogue } from '@kycuong/domain/error/catalogue.ts';
import { describe, expect, it } from 'vitest';
import { catalogue } from './catalogue.ts';
import { textsOf } from './catalogue-texts.ts';

const placeholders = (text: unknown) =>
  [...new Set(String(text).match(/\{\{\w+(?:, number)?\}\}/g))].toSorted().join(' ');

/** Texts that speak of a visit, in English, and in Vietnamese by another word than "buổi kiểm tra"; a round has its own. */
const otherwiseCalled = (vi: Record<string, unknown>, en: Record<string, unknown>) =>
  Object.entries(en).filter(
    ([key, text]) =>
      /\bvisit/i.test(String(text)) &&
      !/\bround/i.test(String(text)) &&
      /(cuộc|nơi|lượt|chuyến) kiểm tra/i.test(String(vi[key.replace(/_one$/, '')])),
  );

const areas = Object.entries({ ...catalogue });

describe.each(areas)('messages of %s', (_, texts) => {
  const vi = textsOf(texts.vi);
  const en = textsOf(texts.en);

  it('have the same keys in both languages; English alone has a form for one', () => {
    expect(
      Object.keys(en)
        .filter((key) => !key.endsWith('_one'))
        .toSorted(),
    ).toEqual(Object.keys(vi).toSorted());
  });

  it('are not empty', () => {
    const empty = [...Object.entries(vi), ...Object.entries(en)].filter(
      ([, text]) => typeof text !== 'string' || text.trim() === '',
    );
    expect(empty).toEqual([]);
  });

  it('have no value in single braces, which would be shown as they are', () => {
    const single = [...Object.entries(vi), ...Object.entries(en)].filter(([, text]) =>
      /[{}]/.test(String(text).replaceAll(/\{\{\w+(, \w+)?\}\}/g, '')),
    );
    expect(single).toEqual([]);
  });

  it('call the office of an administrator by one word', () => {
    const other = Object.entries(vi).filter(([, text]) =>
      /quản trị hệ thống|người quản trị|(báo|cho|Để) quản trị(?! viên)/i.test(String(text)),
    );
    expect(other).toEqual([]);
  });

  it('call a visit by one word', () => {
    expect(otherwiseCalled(vi, en)).toEqual([]);
  });

  it('take the same values', () => {
    const different = Object.entries(en).filter(
      ([key, text]) => placeholders(text) !== placeholders(vi[key.replace(/_one$/, '')]),
    );
    expect(different).toEqual([]);
  });
});

describe('the catalogue', () => {
  const sources = import.meta.glob<string>(
    ['../../../../apps/{web,mobile-pwa}/src/**/*.{ts,tsx}', '../**/*.{ts,tsx}', '!**/*.test.{ts,tsx}'],
    { query: '?raw', import: 'default', eager: true },
  );
  const areaFiles = Object.keys(import.meta.glob('./*.ts'))
    .map((path) => path.slice(2, -3))
    .filter((name) => !name.startsWith('catalogue'));
  const known = new Set([
    ...areas.flatMap(([area, texts]) => Object.keys(textsOf(texts.vi)).map((key) => `${area}:${key}`)),
    ...Object.keys(errorCatalogue).map((key) => `errors:${key}`),
  ]);
  const used = Object.entries(sources).flatMap(([file, source]) =>
    [...source.matchAll(/\b(?:t|translate)\(\s*'([^']+)'/g)].map((match) => ({ file, key: match[1] ?? '' })),
  );

  it('calls a visit by one word in the refusals too', () => {
    const texts = Object.entries(errorCatalogue);
    const vi = Object.fromEntries(texts.map(([key, text]) => [key, text.vi]));
    const en = Object.fromEntries(texts.map(([key, text]) => [key, text.en]));
    expect(otherwiseCalled(vi, en)).toEqual([]);
  });

  it('has every area file', () => {
    expect(Object.keys(catalogue).toSorted()).toEqual(areaFiles.toSorted());
  });

  it('has every key that a screen asks for', () => {
    expect(Object.keys(sources).length).toBeGreaterThan(10);
    expect(used.filter(({ key }) => !known.has(key))).toEqual([]);
  });
});
