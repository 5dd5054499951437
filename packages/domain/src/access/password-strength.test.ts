import { describe, expect, it } from 'vitest';
import { demoPassword } from './demo-accounts.ts';
import { generatePassword } from './generate-password.ts';
import { weaknessOf } from './password-strength.ts';

const owner = { username: 'van.tt', fullName: 'Trần Thị Vân', unitName: 'Xã Ninh Giang' };

describe('a password is refused', () => {
  it.each([
    ['aaaaaaaaaa', 'access.password-pattern'],
    ['abcabcabcabc', 'access.password-pattern'],
    ['1234567890', 'access.password-common'],
    ['qwertyuiop', 'access.password-common'],
    ['Password123', 'access.password-common'],
    ['P@ssw0rd1234', 'access.password-common'],
    ['matkhau2026', 'access.password-common'],
    ['Mật khẩu 123', 'access.password-common'],
    ['vietnam2025!', 'access.password-common'],
    ['anhyeuem123', 'access.password-common'],
    [demoPassword, 'access.password-common'],
    ['01012026abc', 'access.password-pattern'],
    ['tranthivan1990', 'access.password-own-name'],
    ['Trần Thị Vân', 'access.password-own-name'],
    ['van.tt@2026', 'access.password-own-name'],
    ['NinhGiang@2026', 'access.password-own-name'],
    ['naVihTnarT', 'access.password-own-name'],
  ])('%s: %s', (password, reason) => {
    expect(weaknessOf(password, owner)).toBe(reason);
  });
});

describe('a password is taken', () => {
  it.each([
    'qua-mit-huong-rung-71',
    '€%7&*(=?^<_',
    'bút chì mưa thang gác',
    'k7Hs9dQm2x',
    'correct horse battery',
  ])('%s', (password) => {
    expect(weaknessOf(password, owner)).toBeUndefined();
  });

  it('that was made by chance, whoever gets it', () => {
    for (let round = 0; round < 50; round += 1) expect(weaknessOf(generatePassword(), owner)).toBeUndefined();
  });
});

it('judges what was made to take long, and a name of many words, all the same', () => {
  const long = '4@$1!|0({[<'.repeat(23);
  const name = Array.from({ length: 40 }, (_, index) => `ten${index}`).join(' ');
  expect(weaknessOf(long, { username: 'a', fullName: name.slice(0, 200) })).toBeUndefined();
  expect(weaknessOf('a'.repeat(256), owner)).toBe('access.password-pattern');
});
