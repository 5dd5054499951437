import { expect, it } from 'vitest';
import { initials } from './avatar.tsx';

it.each([
  ['Đặng Hồng Nhung', 'HN'],
  ['Ân', 'Â'],
  ['  Lê   Minh Quân ', 'MQ'],
  ['', ''],
])('%s → %s', (name, expected) => {
  expect(initials(name)).toBe(expected);
});
