import { expect, it } from 'vitest';
import { foldForSearch } from './choice.ts';

it('leaves out the marks', () => {
  expect(foldForSearch('Xã Cổ Lễ, Đường Trực Ninh')).toBe('xa co le, duong truc ninh');
});
