import { expect, it } from 'vitest';
import { generatePassword } from './generate-password.ts';

it('is long, readable and never the same', () => {
  const passwords = Array.from({ length: 500 }, generatePassword);
  expect(new Set(passwords).size).toBe(500);
  for (const password of passwords) expect(password).toMatch(/^[a-km-np-zA-HJ-NP-Z2-9]{16}$/);
});
