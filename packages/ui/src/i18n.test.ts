import { expect, it } from 'vitest';
import { startI18n } from './i18n.ts';

it.each([
  ['vi', 'Thừa 791 ký tự (tối đa 4.000).'],
  ['en', 'Too long by 791 (at most 4,000 characters).'],
] as const)('a refusal is worded on the page as the server words it: %s', (language, text) => {
  const { t } = startI18n({}, language);
  expect(t('errors:input.too-long', { over: 791, maximum: 4000 })).toBe(text);
});
