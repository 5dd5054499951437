import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { budgetBytes, firstScreenWeight } from '../scripts/first-screen-weight.ts';

const dist = new URL('../dist/', import.meta.url);

// The test command builds before it tests; a lone run of the unit tests may find no build.
it.skipIf(!existsSync(dist))('the first usable screen keeps within its budget of JavaScript', () => {
  const total = [...firstScreenWeight(dist).values()].reduce((sum, bytes) => sum + bytes, 0);
  expect(total).toBeGreaterThan(50_000);
  expect(total).toBeLessThanOrEqual(budgetBytes);
});
