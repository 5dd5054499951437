import { describe, expect, it } from 'vitest';
import { type ErrorKey, errorCatalogue, errorText, isErrorKey } from './catalogue.ts';

const placesOf = (text: string) =>
  [...text.matchAll(/\{\{(\w+)(?:, number)?\}\}/g)].map(([, name]) => name).sort();

describe('the error catalogue', () => {
  it('says everything in both languages with the same values', () => {
    const uneven = Object.entries(errorCatalogue).filter(
      ([, { vi, en }]) => vi.trim() === '' || en.trim() === '' || `${placesOf(vi)}` !== `${placesOf(en)}`,
    );
    expect(uneven).toEqual([]);
  });

  it('has no value in single braces, which would be shown as they are', () => {
    const single = Object.entries(errorCatalogue).filter(([, { vi, en }]) =>
      /[{}]/.test(`${vi} ${en}`.replaceAll(/\{\{\w+(, number)?\}\}/g, '')),
    );
    expect(single).toEqual([]);
  });

  it('calls the office of an administrator by one word', () => {
    const other = Object.entries(errorCatalogue).filter(([, { vi }]) =>
      /quản trị hệ thống|người quản trị/i.test(vi),
    );
    expect(other).toEqual([]);
  });

  it('fills in values, and dates as people write them', () => {
    const key: ErrorKey = 'organisation.predecessor-unknown';
    expect(errorText(key, 'vi', { code: '14053', date: '2025-06-30' })).toBe(
      'Không có đơn vị mã 14053 vào ngày 30/06/2025. Hãy nhập danh sách đơn vị có hiệu lực ngày đó trước.',
    );
    expect(errorText(key, 'en', { code: '14053' })).toBe(
      'There is no unit 14053 on . Import the list of units in force on that day first.',
    );
  });

  it('knows its own keys only', () => {
    expect([isErrorKey('record.exists'), isErrorKey('toString')]).toEqual([true, false]);
  });
});
