import { existsSync, readFileSync } from 'node:fs';
import { fieldVi } from '@kycuong/ui/messages/field/vi.ts';
import { beforeAll, expect, it } from 'vitest';
import { budgetBytes, firstScreenWeight } from '../scripts/first-screen-weight.ts';

const dist = new URL('../dist/', import.meta.url);

// The test command builds before it tests; a lone run of the unit tests may find no build, and is told so.
beforeAll(() => {
  if (!existsSync(dist)) throw new Error('The tablet is not built: npx turbo run build');
});

it('the first usable screen keeps within its budget of JavaScript', () => {
  const total = [...firstScreenWeight(dist).values()].reduce((sum, bytes) => sum + bytes, 0);
  expect(total).toBeGreaterThan(50_000);
  expect(total).toBeLessThanOrEqual(budgetBytes);
});

it('the page begins with one classic script: of modules no compiled code is kept', () => {
  const page = readFileSync(new URL('index.html', dist), 'utf8');
  expect(page).not.toContain('module');
  const scripts = Array.from(page.matchAll(/<script[^>]* src="\/field\/([^"]+)"/g), ([, file = '']) => file);
  expect(scripts).toEqual(['color-scheme.js', expect.stringMatching(/^assets\/index-.+\.js$/)]);
  for (const file of scripts)
    expect(readFileSync(new URL(file, dist), 'utf8')).not.toMatch(/\bimport\s*[(.{*"']|^export\b/m);
});

it('says nothing on it whose text comes later', () => {
  const said = [...firstScreenWeight(dist).keys()].flatMap((file) =>
    Array.from(
      readFileSync(new URL(file, dist), 'utf8').matchAll(/["'`]field:([a-z-]+)/g),
      ([, area = '']) => area,
    ),
  );
  expect(said).toContain('walk');
  expect(said.filter((area) => !(area in fieldVi))).toEqual([]);
});
