import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const [, table = ''] = readFileSync(join(root, 'docs/security.md'), 'utf8').split('## OWASP ASVS 5');
const rows = table
  .split('\n')
  .filter((line) => /^\| \d/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, point = '', state = '', how = '']) => ({ point, state, how }));
const namedIn = (how: string) =>
  [...how.matchAll(/`((?:apps|packages)\/[^`]+)`/g)].map(([, path = '']) => path);

it('the table of the security standard is read', () => {
  expect(rows.length).toBeGreaterThan(70);
});

it.each(rows)('$point: what is held by a test names it, all else says why', ({ state, how }) => {
  const tests = namedIn(how).filter((path) => path.endsWith('.test.ts'));
  if (state.startsWith('yes')) expect(tests).not.toEqual([]);
  expect(state).toMatch(/^(yes|by design|province|no|yes \/ no)$/);
  const words = how.replaceAll(/`[^`]*`/g, '');
  if (!state.startsWith('yes')) expect(words.length).toBeGreaterThan(9);
  for (const path of namedIn(how)) expect([path, existsSync(join(root, path))]).toEqual([path, true]);
});
