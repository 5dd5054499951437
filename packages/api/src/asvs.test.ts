import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');

// Of OWASP ASVS 5.0.0 (github.com/OWASP/ASVS, 5.0/docs_en, `req_id` where `L` is 1; CC BY-SA 4.0): all 70.
const levelOne = `
1.2.1 1.2.2 1.2.3 1.2.4 1.2.5 1.3.1 1.3.2 1.5.1 2.1.1 2.2.1 2.2.2 2.3.1 3.2.1 3.2.2 3.3.1 3.4.1 3.4.2 3.5.1 3.5.2 3.5.3
4.1.1 4.4.1 5.2.1 5.2.2 5.3.1 5.3.2 6.1.1 6.2.1 6.2.2 6.2.3 6.2.4 6.2.5 6.2.6 6.2.7 6.2.8 6.3.1 6.3.2 6.4.1 6.4.2
7.2.1 7.2.2 7.2.3 7.2.4 7.4.1 7.4.2 8.1.1 8.2.1 8.2.2 8.3.1 9.1.1 9.1.2 9.1.3 9.2.1 10.4.1 10.4.2 10.4.3 10.4.4 10.4.5
11.3.1 11.3.2 11.4.1 12.1.1 12.2.1 12.2.2 13.4.1 14.2.1 14.3.1 15.1.1 15.2.1 15.3.1`;
// What the trial as an attacker touched beyond them; the same source.
const levelTwo = `
2.4.1 5.2.3 5.4.1 5.4.2 5.4.3 6.2.11 6.2.12 6.3.3 7.1.1 7.1.2 7.3.2 7.4.3 7.4.5 7.5.2 8.2.3 11.4.2 14.3.2
15.1.2 15.1.3 15.2.2 15.2.3 15.3.3 15.3.4 15.3.6 16.1.1 16.2.5 16.3.1 16.3.2 16.3.3 16.5.1 16.5.2 16.5.3`;
const levelThree = '5.2.4 5.2.6 6.3.5 6.3.7 6.3.8 15.4.2';
const standard = [levelOne, levelTwo, levelThree].flatMap((points, index) =>
  points
    .trim()
    .split(/\s+/)
    .map((point) => `${point} (${index + 1})`),
);

const [, table = ''] = readFileSync(join(root, 'docs/security.md'), 'utf8').split('## OWASP ASVS 5');
const rows = table
  .split('\n')
  .filter((line) => /^\| \d/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, point = '', state = '', how = '']) => ({ point, state, how }));
const namedIn = (how: string) =>
  [...how.matchAll(/`((?:apps|packages)\/[^`]+)`/g)].map(([, path = '']) => path);

/** Of "1.2.3–1.2.5, 1.4.1 (2) words" each point with its level, which holds for all points since the one before. */
function pointsOf(point: string): string[] {
  const groups = [...point.matchAll(/((?:\d+\.\d+\.\d+[–, ]*)+)(?:\((\d)\))?/g)];
  return groups.flatMap(([, numbers = '', level = '1']) =>
    [...numbers.matchAll(/(\d+\.\d+\.)(\d+)(?:–\1(\d+))?/g)].flatMap(
      ([, section = '', from = '', to = from]) =>
        Array.from(
          { length: Number(to) - Number(from) + 1 },
          (_, more) => `${section}${Number(from) + more} (${level})`,
        ),
    ),
  );
}

describe('the table of the security standard', () => {
  it('has every point of level 1, and of the others those which were touched, each once with its level', () => {
    expect(levelOne.trim().split(/\s+/)).toHaveLength(70);
    expect(rows.flatMap(({ point }) => pointsOf(point)).toSorted()).toEqual(standard.toSorted());
  });
});

it.each(rows)('$point: what is held by a test names it, all else says why', ({ state, how }) => {
  const tests = namedIn(how).filter((path) => path.endsWith('.test.ts'));
  if (state.startsWith('yes')) expect(tests).not.toEqual([]);
  expect(state).toMatch(/^(yes|by design|province|no|yes \/ no)$/);
  const words = how.replaceAll(/`[^`]*`/g, '');
  if (!state.startsWith('yes')) expect(words.length).toBeGreaterThan(9);
  for (const path of namedIn(how)) expect([path, existsSync(join(root, path))]).toEqual([path, true]);
});
