import { expect, it } from 'vitest';
import { accepts } from './file-drop.tsx';

it.each([
  ['image/*,.pdf', { name: 'a.jpg', type: 'image/jpeg' }, true],
  ['image/*,.pdf', { name: 'Biên bản.PDF', type: 'application/pdf' }, true],
  ['image/*,.pdf', { name: 'a.exe', type: 'application/octet-stream' }, false],
  ['image/png', { name: 'a.png', type: 'image/png' }, true],
  ['image/png', { name: 'a.jpg', type: 'image/jpeg' }, false],
])('%s %o', (accept, file, taken) => {
  expect(accepts(accept, file)).toBe(taken);
});
